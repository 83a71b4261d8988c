package org.macro2micro.experiment;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.clip.Subject;
import org.macro2micro.train.Phase;

/** Results of folds, written out for the tests of this package. */
final class ExperimentCases {
  static final List<String> LABELS = List.of("negative", "positive");
  static final Subject SUB01 = new Subject("casme2", "sub01");

  private ExperimentCases() {}

  static Prediction says(String id, String label) {
    List<Double> probabilities = label.equals("negative") ? List.of(.75, .25) : List.of(.1, .9);
    return new Prediction(ClipId.parse(id), label, probabilities);
  }

  static CurvePoint point(String work, int epoch, double loss) {
    return new CurvePoint(
        work,
        Phase.TRANSFER,
        epoch,
        new TreeMap<>(Map.of("c", loss, "con", 750.25)),
        new TreeMap<>(Map.of("c", 3.5, "con", 1e-3)));
  }

  static FoldResult result(String row) {
    return new FoldResult(
        SUB01,
        Row.parse(row),
        List.of(says("casme2/sub01/EP01", "negative"), says("casme2/sub01/EP02", "positive")),
        List.of(point("macro", 1, 1.5), point("fold casme2/sub01 row " + row, 1, .1 + .2)),
        12.345);
  }
}
