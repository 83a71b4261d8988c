package org.macro2micro.bench;

import java.util.List;
import java.util.Locale;

/**
 * A straight line through what a process held, by least squares, and whether it rises.
 *
 * @param perHundred MB in a hundred folds
 * @param error standard error of that, as if the measurements were independent
 * @param mean MB held, the mean of all measurements
 * @param folds between the first and the last measurement
 */
record SoakTrend(double perHundred, double error, double mean, int folds) {
  /** A rise of less than this share of what is held, over all the folds, counts for nothing. */
  private static final double SMALL = .02;

  /**
   * One look at the process.
   *
   * @param folds since the start
   * @param megabytes held
   */
  record Point(int folds, double megabytes) {}

  /**
   * The line.
   *
   * @param points at least 3, at different folds
   */
  static SoakTrend of(List<Point> points) {
    int n = points.size();
    if (n < 3) {
      throw new IllegalArgumentException(
          "found %d measurements, expected 3 or more; let it run longer".formatted(n));
    }
    double time = points.stream().mapToInt(Point::folds).average().orElseThrow();
    double held = points.stream().mapToDouble(Point::megabytes).average().orElseThrow();
    double spread = points.stream().mapToDouble(p -> square(p.folds - time)).sum();
    double slope =
        points.stream().mapToDouble(p -> (p.folds - time) * (p.megabytes - held)).sum() / spread;
    double rest =
        points.stream()
            .mapToDouble(p -> square(p.megabytes - held - slope * (p.folds - time)))
            .sum();
    return new SoakTrend(
        100 * slope,
        100 * Math.sqrt(rest / (n - 2) / spread),
        held,
        points.get(n - 1).folds - points.get(0).folds);
  }

  /** Whether the rise is beyond twice its error and more than a fiftieth of what is held. */
  boolean rises() {
    return perHundred > 2 * error && perHundred * folds / 100 > SMALL * mean;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%+.1f MB in a hundred folds (standard error %.1f) at a mean of %.0f MB over %d folds: %s",
        perHundred,
        error,
        mean,
        folds,
        rises() ? "grows" : "does not grow");
  }

  private static double square(double x) {
    return x * x;
  }
}
