package org.macro2micro.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.macro2micro.experiment.CurvePoint;
import org.macro2micro.train.Phase;

/** The curves as the page's script reads them: one entry a work and phase, one array a term. */
public final class CurveData {
  /** Four digits are more than a chart shows, and keep the page of a long run small. */
  private static final MathContext PRECISION = new MathContext(4);

  private CurveData() {}

  /** What a curve is of. */
  private record Work(String name, Phase phase) {}

  /** JSON that may stand within a script element: it holds no "&lt;". */
  public static String json(List<CurvePoint> points) {
    Map<Work, List<CurvePoint>> byWork = new LinkedHashMap<>();
    for (CurvePoint point : points) {
      byWork
          .computeIfAbsent(new Work(point.work(), point.phase()), work -> new ArrayList<>())
          .add(point);
    }
    List<Map<String, Object>> works = new ArrayList<>();
    byWork.forEach(
        (work, epochs) -> {
          Map<String, Object> entry = new LinkedHashMap<>();
          entry.put("work", work.name());
          entry.put("phase", work.phase().word());
          entry.put("epochs", epochs.stream().map(CurvePoint::epoch).toList());
          entry.put("losses", series(epochs, CurvePoint::losses));
          entry.put("norms", series(epochs, CurvePoint::gradientNorms));
          works.add(entry);
        });
    return text(works);
  }

  /** Lists, maps, texts and numbers as JSON without "&lt;". */
  public static String text(Object data) {
    try {
      return new ObjectMapper().writeValueAsString(data).replace("<", "\\u003c");
    } catch (JsonProcessingException e) {
      throw new AssertionError("lists of texts and numbers always become JSON", e);
    }
  }

  /** The value at each place, null where it can't be drawn. */
  public static List<@Nullable BigDecimal> numbers(
      List<Integer> places, IntToDoubleFunction value) {
    List<@Nullable BigDecimal> numbers = new ArrayList<>();
    places.forEach(place -> numbers.add(number(value.applyAsDouble(place))));
    return numbers;
  }

  private static Map<String, List<@Nullable BigDecimal>> series(
      List<CurvePoint> epochs, Function<CurvePoint, SortedMap<String, Double>> values) {
    SortedSet<String> terms = new TreeSet<>();
    epochs.forEach(epoch -> terms.addAll(values.apply(epoch).keySet()));
    Map<String, List<@Nullable BigDecimal>> series = new LinkedHashMap<>();
    for (String term : terms) {
      List<@Nullable BigDecimal> line = new ArrayList<>();
      for (CurvePoint epoch : epochs) {
        line.add(number(values.apply(epoch).getOrDefault(term, Double.NaN)));
      }
      series.put(term, line);
    }
    return series;
  }

  /** What a chart can't draw is null, a gap in the line. */
  private static @Nullable BigDecimal number(double value) {
    return Double.isFinite(value) ? BigDecimal.valueOf(value).round(PRECISION) : null;
  }
}
