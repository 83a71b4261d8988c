package org.macro2micro.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The probabilities of classes for programs, each under the name of its class. */
final class ClassScores {
  private ClassScores() {}

  /**
   * Sets each class beside its probability.
   *
   * @param labels of the classes
   * @param probabilities of the classes, in the same order
   * @return by class, in the order given
   */
  static Map<String, Double> of(List<String> labels, List<Double> probabilities) {
    Map<String, Double> scores = new LinkedHashMap<>();
    for (int i = 0; i < labels.size(); i++) {
      scores.put(labels.get(i), probabilities.get(i));
    }
    return scores;
  }
}
