package org.macro2micro.report;

import java.util.Locale;
import org.macro2micro.metric.Interval;

/**
 * The one way in which numbers are written in tables and pages, whatever the machine's language.
 */
public final class NumberText {
  private static final double SMALLEST_P = 0.001;

  private NumberText() {}

  /** A score with three decimals, "0.673". */
  public static String score(double value) {
    return withoutNegativeZero(String.format(Locale.ROOT, "%.3f", value));
  }

  /** A difference with its sign, "+0.021"; "0.000" has none. */
  public static String difference(double value) {
    String text = score(value);
    return value > 0 && !text.equals("0.000") ? "+" + text : text;
  }

  /** "[0.601, 0.742]". */
  public static String interval(Interval interval) {
    return "[" + score(interval.low()) + ", " + score(interval.high()) + "]";
  }

  /** "[-0.013, +0.087]". */
  public static String differenceInterval(Interval interval) {
    return "[" + difference(interval.low()) + ", " + difference(interval.high()) + "]";
  }

  /** A p value with three decimals, or "&lt;0.001". */
  public static String p(double value) {
    return value < SMALLEST_P ? "<0.001" : score(value);
  }

  /** A score as the paper's tables leave room for it: ".673", "1.000". */
  public static String brief(double value) {
    return score(value).replaceFirst("^(-?)0\\.", "$1.");
  }

  /** "[.601, .742]". */
  public static String briefInterval(Interval interval) {
    return "[" + brief(interval.low()) + ", " + brief(interval.high()) + "]";
  }

  /** "+.021", "-.004"; ".000" has no sign. */
  public static String briefDifference(double value) {
    return difference(value).replaceFirst("^([-+]?)0\\.", "$1.");
  }

  /** "[-.013, +.087]". */
  public static String briefDifferenceInterval(Interval interval) {
    return "[" + briefDifference(interval.low()) + ", " + briefDifference(interval.high()) + "]";
  }

  /** ".012", or "&lt;.001". */
  public static String briefP(double value) {
    return p(value).replace("0.", ".");
  }

  /** A share of 1 as "63%". */
  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f%%", 100 * share);
  }

  /** A length or place in a drawing, with two decimals. */
  public static String place(double value) {
    return withoutNegativeZero(String.format(Locale.ROOT, "%.2f", value));
  }

  /** A number with at most three decimals, and no more than it needs: "25", "29.97". */
  public static String plain(double value) {
    return score(value).replaceFirst("\\.?0+$", "");
  }

  /** "4.2 s", "3 min 20 s", "2 h 05 min". */
  public static String duration(double seconds) {
    long whole = Math.round(seconds);
    if (seconds < 60) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    return whole < 3600
        ? String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole % 3600 / 60);
  }

  private static String withoutNegativeZero(String text) {
    return text.matches("-0\\.0*") ? text.substring(1) : text;
  }
}
