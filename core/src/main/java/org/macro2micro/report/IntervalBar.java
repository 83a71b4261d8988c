package org.macro2micro.report;

import java.util.List;
import org.macro2micro.experiment.RowDifference;
import org.macro2micro.metric.Interval;

/**
 * An interval as a small drawing 100 wide, its places as texts.
 *
 * @param low left end
 * @param width of the interval
 * @param point the value itself
 * @param zero where 0 lies
 */
public record IntervalBar(String low, String width, String point, String zero) {
  /** A score's bar on the scale from 0 to 1. */
  public static IntervalBar ofScore(double value, Interval interval) {
    return scaled(value, interval, 0, 1);
  }

  /** A difference's bar on a scale that is the same for all the differences of a column. */
  public static IntervalBar ofDifference(RowDifference difference, List<RowDifference> column) {
    double reach = 0;
    for (RowDifference other : column) {
      Interval interval = other.interval();
      reach = Math.max(reach, Math.max(Math.abs(interval.low()), Math.abs(interval.high())));
      reach = Math.max(reach, Math.abs(other.difference()));
    }
    double scale = reach > 0 ? reach : 1;
    return scaled(difference.difference(), difference.interval(), -scale, scale);
  }

  private static IntervalBar scaled(double value, Interval interval, double from, double to) {
    double unit = 100 / (to - from);
    return new IntervalBar(
        NumberText.place((interval.low() - from) * unit),
        NumberText.place((interval.high() - interval.low()) * unit),
        NumberText.place((value - from) * unit),
        NumberText.place((0 - from) * unit));
  }
}
