package org.macro2micro.clip;

import java.util.List;

/**
 * What a recogniser says of one clip.
 *
 * @param id the clip
 * @param label the class it names
 * @param probabilities one number in [0, 1] a class, in the scheme's order, summing to 1
 */
public record Prediction(ClipId id, String label, List<Double> probabilities) {
  public Prediction {
    probabilities = List.copyOf(probabilities);
  }
}
