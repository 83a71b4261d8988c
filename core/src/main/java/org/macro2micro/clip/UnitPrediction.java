package org.macro2micro.clip;

import java.util.List;

/**
 * What was said of a clip's action units.
 *
 * @param id the clip
 * @param probabilities a number in [0, 1] for each unit, in the task's order; several may be near 1
 *     at once
 */
public record UnitPrediction(ClipId id, List<Double> probabilities) {
  /** A unit of this probability or more is said to be shown. */
  public static final double THRESHOLD = .5;

  public UnitPrediction {
    probabilities = List.copyOf(probabilities);
    for (double probability : probabilities) {
      if (!(probability >= 0 && probability <= 1)) {
        throw new IllegalArgumentException(
            "clip %s: action unit of probability %s, expected 0 to 1".formatted(id, probability));
      }
    }
  }

  /** Whether each unit is said to be shown. */
  public List<Boolean> shown() {
    return probabilities.stream().map(probability -> probability >= THRESHOLD).toList();
  }
}
