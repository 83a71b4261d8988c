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

  static Baseline of(double[] curve, double framesPerSecond) {
    int step = Math.max(1, (int) Math.round(STEP * framesPerSecond));
    int reach = Math.max(1, (int) Math.round(WINDOW * framesPerSecond / 2));
    double[] level = new double[curve.length];
    double[] spread = new double[curve.length];
    for (int from = 0; from < curve.length; from += step) {
      int middle = from + step / 2;
      double[] around =
          Arrays.stream(
                  curve,
                  Math.max(0, Math.min(middle, curve.length) - reach),
                  Math.min(curve.length, middle + reach))
              .filter(value -> !Double.isNaN(value))
              .toArray();
      double median = median(around);
      double[] away = Arrays.stream(around).map(value -> Math.abs(value - median)).toArray();
      int to = Math.min(curve.length, from + step);
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
