package org.macro2micro.experiment;

import java.util.List;
import org.macro2micro.clip.UnitPrediction;

/**
 * What one method said of the action units of one fold's test clips. It holds no truth.
 *
 * @param heldOut what was tested, "casme2/sub01" or "casme2"
 * @param row the method, such as "units"
 * @param predictions one for each test clip
 * @param seconds time it took
 */
public record UnitFoldResult(
    String heldOut, String row, List<UnitPrediction> predictions, double seconds) {
  public UnitFoldResult {
    predictions = List.copyOf(predictions);
  }
}
