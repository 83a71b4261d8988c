package org.macro2micro.experiment;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;

/**
 * A line of {@code predictions.jsonl}: what a row said of a clip, in texts and numbers that any
 * program can write.
 *
 * @param row the table's row
 * @param clip database, subject and name
 * @param subject database and subject; the clip names them too
 * @param truth its class
 * @param predicted the class the row named
 * @param probabilities one a class, in the scheme's order; may be empty
 */
@JsonPropertyOrder({"row", "clip", "subject", "truth", "predicted", "probabilities"})
record PredictionLine(
    Row row,
    String clip,
    String subject,
    String truth,
    String predicted,
    List<Double> probabilities) {
  /**
   * The lines of all results.
   *
   * @throws IllegalArgumentException if a prediction is of a clip without truth
   */
  static List<PredictionLine> of(Map<ClipId, String> truth, Collection<FoldResult> results) {
    List<PredictionLine> lines = new ArrayList<>();
    for (FoldResult result : results) {
      for (Prediction prediction : result.predictions()) {
        String label = truth.get(prediction.id());
        if (label == null) {
          throw new IllegalArgumentException(
              "predictions of row \"%s\": clip %s has no truth; only the task's clips may be predicted"
                  .formatted(result.row(), prediction.id()));
        }
        lines.add(
            new PredictionLine(
                result.row(),
                prediction.id().toString(),
                prediction.id().subject().toString(),
                label,
                prediction.label(),
                prediction.probabilities()));
      }
    }
    return lines;
  }
}
