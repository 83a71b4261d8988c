package org.macro2micro.studio.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says in words how far a model favours its first class over the others. */
final class Uncertainty {
  /** A first class whose score is lower is only favoured with doubt. */
  private static final double CLEAR = .7;

  /** Two classes whose scores are no further apart are about as likely. */
  private static final double CLOSE = .15;

  private static final double PERCENT = 100;

  private Uncertainty() {}

  /**
   * Returns a sentence without a full stop.
   *
   * @param scores of at least one class
   */
  static String text(Map<String, Double> scores) {
    List<Map.Entry<String, Double>> ranked =
        scores.entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
            .toList();
    double first = ranked.get(0).getValue();
    if (ranked.size() > 1 && first - ranked.get(1).getValue() <= CLOSE) {
      return said("The model can't tell %s (%.0f%%) from %s (%.0f%%)", ranked);
    }
    String pattern =
        first >= CLEAR
            ? "The model clearly favours %s (%.0f%%); it may still be wrong"
            : "The model favours %s (%.0f%%), with doubt";
    return said(pattern, ranked.subList(0, 1));
  }

  private static String said(String pattern, List<Map.Entry<String, Double>> named) {
    Object[] values =
        named.stream()
            .limit(2)
            .flatMap(entry -> List.<Object>of(entry.getKey(), PERCENT * entry.getValue()).stream())
            .toArray();
    return String.format(Locale.ROOT, pattern, values);
  }
}
