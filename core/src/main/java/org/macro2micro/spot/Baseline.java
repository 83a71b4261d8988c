package org.macro2micro.spot;

import java.util.Arrays;

/**
 * The values of a curve at rest: its median over the {@value #WINDOW} seconds around, and its
 * robust standard deviation there. Known once the whole curve is.
 *
 * @param level median, one value for each frame; NaN where the curve has no values around
 * @param spread 1.4826 times the median distance to the median, over the same time
 */
@SuppressWarnings("ArrayRecordComponent") // read at once and never compared
record Baseline(double[] level, double[] spread) {
  private static final double WINDOW = 10;
  private static final double SIGMA_OF_MEDIAN = 1.4826;

  /** The time in seconds from one measurement to the next; between them the values stay. */
  private static final double STEP = .25;

  /** A clock that is this much early is not early. */
  private static final double CLOCK = 1e-6;

  static Baseline of(double[] curve, FrameTimes times) {
    double[] level = new double[curve.length];
    double[] spread = new double[curve.length];
    int low = 0;
    int high = 0;
    int to;
    for (int from = 0; from < curve.length; from = to) {
      double end = times.at(from) + STEP - CLOCK;
      to = from + 1;
      while (to < curve.length && times.at(to) < end) {
        to++;
      }
      double middle = (times.at(from) + times.end(to - 1)) / 2;
      while (times.at(low) < middle - WINDOW / 2) {
        low++;
      }
      while (high < curve.length && times.at(high) < middle + WINDOW / 2) {
        high++;
      }
      double[] around =
          Arrays.stream(curve, low, high).filter(value -> !Double.isNaN(value)).toArray();
      double median = median(around);
      double[] away = Arrays.stream(around).map(value -> Math.abs(value - median)).toArray();
      Arrays.fill(level, from, to, median);
      Arrays.fill(spread, from, to, SIGMA_OF_MEDIAN * median(away));
    }
    return new Baseline(level, spread);
  }

  private static double median(double[] values) {
    if (values.length == 0) {
      return Double.NaN;
    }
    Arrays.sort(values);
    return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
  }
}
