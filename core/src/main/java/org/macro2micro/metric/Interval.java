package org.macro2micro.metric;

import java.util.Arrays;

/**
 * A range of a score or of a difference of two.
 *
 * @param low lower end
 * @param high upper end, not below {@code low}
 */
public record Interval(double low, double high) {
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "interval from " + low + " to " + high + ": the lower end must not exceed the upper");
    }
  }

  /**
   * The central range that holds {@code share} of the values, its ends interpolated linearly
   * between neighbours of the sorted values.
   *
   * @param values at least one, in any order
   * @param share in (0, 1), such as .95
   */
  public static Interval central(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double tail = (1 - share) / 2;
    return new Interval(quantile(sorted, tail), quantile(sorted, 1 - tail));
  }

  private static double quantile(double[] sorted, double level) {
    double position = level * (sorted.length - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }

  /** Whether the value lies within, ends included. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
