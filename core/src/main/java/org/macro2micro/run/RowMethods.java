package org.macro2micro.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.macro2micro.config.ExperimentSettings;
import org.macro2micro.experiment.Row;
import org.macro2micro.method.Method;
import org.macro2micro.method.MethodPage;
import org.macro2micro.method.proposed.MacroToMicro;

/**
 * The method behind each row of an experiment. Rows of the paper's ablation share MaNet and its
 * maps.
 *
 * @param ours the paper's method, whose rows are sets of terms
 * @param byRow the methods by row, in the table's order
 */
record RowMethods(MacroToMicro ours, Map<Row, Method> byRow) {
  static RowMethods of(ExperimentSettings settings, List<Row> rows) {
    MacroToMicro ours = (MacroToMicro) made(settings, MacroToMicro.PAGE);
    Map<Row, Method> methods = new LinkedHashMap<>();
    for (Row row : rows) {
      methods.put(
          row,
          row.isOfTerms()
              ? ours.row(row.terms(), row.isTransferred(), row.contrast())
              : made(settings, ExperimentSettings.pageOf(row)));
    }
    return new RowMethods(ours, methods);
  }

  private static Method made(ExperimentSettings settings, MethodPage page) {
    return page.maker().make(settings.block(page.name()));
  }

  /** Epochs of all rows of a fold; pieces that rows share count once. */
  long epochsPerFold() {
    SortedMap<String, Integer> pieces = new TreeMap<>();
    byRow.forEach((row, method) -> pieces.putAll(method.epochs()));
    return pieces.values().stream().mapToLong(epochs -> epochs).sum();
  }

  /** Whether any row learns from macro-expressions. */
  boolean areGuided() {
    return byRow.values().stream().anyMatch(Method::isGuided);
  }

  /** Digests of the files that the rows' settings name, by setting. */
  SortedMap<String, String> files() {
    SortedMap<String, String> files = new TreeMap<>();
    byRow.values().forEach(method -> files.putAll(method.files()));
    return files;
  }

  /** What must be said of the rows' results, a sentence each. */
  List<String> notes() {
    return byRow.values().stream().flatMap(method -> method.notes().stream()).distinct().toList();
  }

  Method of(Row row) {
    Method method = byRow.get(row);
    if (method == null) {
      throw new IllegalArgumentException("row \"" + row + "\" is not among " + byRow.keySet());
    }
    return method;
  }
}
