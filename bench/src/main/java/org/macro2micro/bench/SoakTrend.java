package org.macro2micro.bench;

import java.util.List;
import java.util.Locale;

/**
 * A straight line through what a process held, by least squares, and whether it rises.
 *
 * @param perHour MB an hour
 * @param error standard error of that, as if the measurements were independent
 * @param mean MB held, the mean of all measurements
 * @param hours between the first and the last measurement
 */
record SoakTrend(double perHour, double error, double mean, double hours) {
  /** A rise of less than this share of what is held, over all the time, counts for nothing. */
  private static final double SMALL = .02;

  /**
   * One look at the process.
   *
   * @param hours since the start
   * @param megabytes held
   */
  record Point(double hours, double megabytes) {}

  /**
   * The line.
   *
   * @param points at least 3, at different times
   */
  static SoakTrend of(List<Point> points) {
    int n = points.size();
    if (n < 3) {
      throw new IllegalArgumentException(
          "found %d measurements, expected 3 or more; let it run longer".formatted(n));
    }
    double time = points.stream().mapToDouble(Point::hours).average().orElseThrow();
    double held = points.stream().mapToDouble(Point::megabytes).average().orElseThrow();
    double spread = points.stream().mapToDouble(p -> square(p.hours - time)).sum();
    double slope =
        points.stream().mapToDouble(p -> (p.hours - time) * (p.megabytes - held)).sum() / spread;
    double rest =
        points.stream()
            .mapToDouble(p -> square(p.megabytes - held - slope * (p.hours - time)))
            .sum();
    return new SoakTrend(
        slope,
        Math.sqrt(rest / (n - 2) / spread),
        held,
        points.get(n - 1).hours - points.get(0).hours);
  }

  /** Whether the rise is beyond twice its error and more than a fiftieth of what is held. */
  boolean rises() {
    return perHour > 2 * error && perHour * hours > SMALL * mean;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%+.1f MB an hour (standard error %.1f) at a mean of %.0f MB over %.2f hours: %s",
        perHour,
        error,
        mean,
        hours,
        rises() ? "grows" : "does not grow");
  }

  private static double square(double x) {
    return x * x;
  }
}
