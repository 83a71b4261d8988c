package org.macro2micro.clip;

import java.util.ArrayList;
import java.util.List;

/**
 * The prediction of a recogniser for one clip.
 *
 * @param id the clip
 * @param label the class it names
 * @param probabilities one number in [0, 1] a class, in the scheme's order, summing to 1
 */
public record Prediction(ClipId id, String label, List<Double> probabilities) {
  public Prediction {
    probabilities = List.copyOf(probabilities);
  }

  /**
   * Makes a prediction of the class with the greatest probability. If several classes share it, the
   * first one is taken.
   *
   * @param labels the scheme's classes
   * @param probabilities one number a class, in the scheme's order
   */
  public static Prediction of(ClipId id, List<String> labels, float[] probabilities) {
    int best = 0;
    List<Double> listed = new ArrayList<>();
    for (int k = 0; k < probabilities.length; k++) {
      listed.add((double) probabilities[k]);
      if (probabilities[k] > probabilities[best]) {
        best = k;
      }
    }
    return new Prediction(id, labels.get(best), listed);
  }
}
