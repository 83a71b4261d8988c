package org.macro2micro.method.handcrafted;

import java.util.HashSet;
import java.util.List;

/**
 * The choices of the support vector machines.
 *
 * @param c values of C to choose from, 1 to 16, each positive and once; one value is taken as it is
 * @param innerFolds parts that the training subjects are divided into to choose C, 2 to 20
 * @param classWeights whether rare classes count for more
 */
public record SvmSettings(List<Double> c, int innerFolds, ClassWeights classWeights) {
  /** How much a training clip counts. */
  public enum ClassWeights {
    /** Every clip the same. */
    NONE,
    /**
     * In each "one class or the rest" both sides the same: n / (2 * clips of the side), n being all
     * clips.
     */
    BALANCED
  }

  public SvmSettings {
    c = choices("svm.c", c, 16);
    if (innerFolds < 2 || innerFolds > 20) {
      throw new IllegalArgumentException(
          "svm.inner-folds: found %d, expected 2 to 20".formatted(innerFolds));
    }
  }

  /** The values to choose from, sorted; an error if there are none, too many, or unusable ones. */
  static List<Double> choices(String name, List<Double> values, int most) {
    if (values.isEmpty()
        || values.size() > most
        || new HashSet<>(values).size() != values.size()
        || values.stream().anyMatch(value -> !(value > 0) || value.isInfinite())) {
      throw new IllegalArgumentException(
          "%s: found %s, expected 1 to %d positive numbers, each once"
              .formatted(name, values, most));
    }
    return values.stream().sorted().toList();
  }
}
