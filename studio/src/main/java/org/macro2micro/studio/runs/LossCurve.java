package org.macro2micro.studio.runs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.macro2micro.experiment.CurvePoint;
import org.macro2micro.train.Phase;

/**
 * The loss of a row after each epoch, as the mean over its folds. The phases follow each other.
 *
 * @param epochs from 0
 * @param loss the total loss; null where the mean is not a finite number
 */
public record LossCurve(List<Integer> epochs, List<@Nullable Double> loss) {
  private static final String ROW = " row ";
  private static final String TOTAL = "total";
  private static final List<Phase> PHASES = List.of(Phase.values());
  private static final int MOST_EPOCHS = 1_000_000;

  /** Returns the curves by row. The map has no row for which the run kept no losses. */
  static Map<String, LossCurve> byRow(List<CurvePoint> points) {
    Map<String, Map<Integer, List<Double>>> rows = new LinkedHashMap<>();
    for (CurvePoint point : points) {
      int at = point.work().lastIndexOf(ROW);
      Double total = point.losses().get(TOTAL);
      if (at >= 0 && total != null) {
        int place = PHASES.indexOf(point.phase()) * MOST_EPOCHS + point.epoch();
        rows.computeIfAbsent(point.work().substring(at + ROW.length()), any -> new TreeMap<>())
            .computeIfAbsent(place, any -> new ArrayList<>())
            .add(total);
      }
    }
    Map<String, LossCurve> curves = new LinkedHashMap<>();
    rows.forEach((row, places) -> curves.put(row, of(places)));
    return curves;
  }

  private static LossCurve of(Map<Integer, List<Double>> places) {
    List<@Nullable Double> loss = new ArrayList<>();
    for (List<Double> values : places.values()) {
      double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
      loss.add(Double.isFinite(mean) ? mean : null);
    }
    return new LossCurve(IntStream.range(0, loss.size()).boxed().toList(), loss);
  }
}
