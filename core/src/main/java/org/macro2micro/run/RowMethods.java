package org.macro2micro.run;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macro2micro.catalog.Methods;
import org.macro2micro.config.ExperimentSettings;
import org.macro2micro.experiment.Row;
import org.macro2micro.loss.LossTerm;
import org.macro2micro.method.Method;
import org.macro2micro.method.proposed.InitialTrunks;
import org.macro2micro.method.proposed.MacroToMicro;

/**
 * The method behind each row of an experiment. Rows of the paper's ablation share MaNet and its
 * maps.
 */
record RowMethods(MacroToMicro maNet, Map<Row, Method> byRow) {
  static RowMethods of(
      ExperimentSettings settings, List<Row> rows, @Nullable InitialTrunks initial) {
    MacroToMicro baseline =
        new MacroToMicro(settings.method(), EnumSet.of(LossTerm.CLASSIFICATION), false, initial);
    Map<Row, Method> methods = new LinkedHashMap<>();
    for (Row row : rows) {
      Optional<Methods> other = row.method().flatMap(Methods::named);
      if (other.isPresent()) {
        methods.put(row, other.get().with(settings.otherMethods()));
        continue;
      }
      methods.put(row, baseline.row(row.terms(), row.isTransferred()));
    }
    return new RowMethods(baseline, methods);
  }

  /**
   * Epochs of all rows of a fold: phase 2 once, phase 3 for each row that has one, and those of the
   * other methods, of which handcrafted ones have none.
   */
  static long epochsPerFold(ExperimentSettings settings) {
    long epochs = 0;
    boolean pretrains = false;
    for (Row row : settings.rows()) {
      epochs += row.method().flatMap(Methods::named).map(m -> m.epochs(settings.deep())).orElse(0);
      pretrains |= row.isOfTerms();
      if (row.isTransferred()) {
        epochs += settings.phases().transfer().epochs();
      }
    }
    return epochs + (pretrains ? settings.phases().micro().epochs() : 0);
  }

  Method of(Row row) {
    Method method = byRow.get(row);
    if (method == null) {
      throw new IllegalArgumentException("row \"" + row + "\" is not among " + byRow.keySet());
    }
    return method;
  }
}
