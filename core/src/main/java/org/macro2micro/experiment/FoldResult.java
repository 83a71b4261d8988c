package org.macro2micro.experiment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.clip.Subject;

/**
 * What one row of the table said of one person. It holds no truth: that is joined by clip id when
 * all folds are in.
 *
 * @param heldOut the person
 * @param row the table's row, such as "c+s"
 * @param predictions one for each test clip, all of that person
 * @param curve the epochs of training, in order; empty for methods without any
 * @param seconds time it took, not negative
 */
public record FoldResult(
    Subject heldOut,
    Row row,
    List<Prediction> predictions,
    List<CurvePoint> curve,
    double seconds) {
  public FoldResult {
    predictions = List.copyOf(predictions);
    curve = List.copyOf(curve);
    String name = "result of fold %s, row \"%s\"".formatted(heldOut, row);
    if (!(seconds >= 0)) {
      throw new IllegalArgumentException(name + ": " + seconds + " seconds; expected 0 or more");
    }
    Set<ClipId> seen = new HashSet<>();
    for (Prediction prediction : predictions) {
      if (!prediction.id().subject().equals(heldOut)) {
        throw new IllegalArgumentException(
            name + ": clip " + prediction.id() + " shows somebody else");
      }
      if (!seen.add(prediction.id())) {
        throw new IllegalArgumentException(
            name + ": clip " + prediction.id() + " is predicted twice");
      }
    }
  }
}
