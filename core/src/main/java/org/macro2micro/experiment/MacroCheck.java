package org.macro2micro.experiment;

import java.util.List;
import org.macro2micro.clip.Prediction;

/**
 * How well MaNet recognises macro-expressions of people it was not trained on. It tells whether
 * there is anything to transfer, and takes no part in any other number.
 *
 * @param trained macro clips it was trained on
 * @param classes number of its labels; chance is 1/classes
 * @param right how many of the held-out clips it named rightly
 * @param predictions of the held-out clips
 * @param curve its epochs
 */
public record MacroCheck(
    int trained, int classes, int right, List<Prediction> predictions, List<CurvePoint> curve) {
  public MacroCheck {
    predictions = List.copyOf(predictions);
    curve = List.copyOf(curve);
  }

  /** Share of held-out clips named rightly, in [0, 1]; no number if none were held out. */
  public double accuracy() {
    return (double) right / predictions.size();
  }
}
