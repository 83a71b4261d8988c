package org.macro2micro.experiment;

import java.util.List;
import org.macro2micro.clip.ClipId;

/**
 * One line of a run's predictions: what a row said of a clip, beside the truth.
 *
 * @param row the table's row
 * @param id the clip
 * @param truth its class
 * @param predicted the class the row named
 * @param probabilities one a class, in the scheme's order
 */
public record PredictedClip(
    Row row, ClipId id, String truth, String predicted, List<Double> probabilities) {
  public PredictedClip {
    probabilities = List.copyOf(probabilities);
  }

  /** Whether the row named the clip's class. */
  public boolean right() {
    return truth.equals(predicted);
  }
}
