package org.macro2micro.run;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macro2micro.catalog.Methods;
import org.macro2micro.config.ExperimentSettings;
import org.macro2micro.experiment.Ablation;
import org.macro2micro.loss.LossTerm;
import org.macro2micro.method.Method;
import org.macro2micro.method.proposed.InitialTrunks;
import org.macro2micro.method.proposed.MacroToMicro;

/**
 * The method behind each row of an experiment. Rows of the paper's ablation share MaNet and its
 * maps.
 */
record RowMethods(MacroToMicro maNet, Map<String, Method> byRow) {
  static RowMethods of(
      ExperimentSettings settings, List<String> rows, @Nullable InitialTrunks initial) {
    MacroToMicro baseline =
        new MacroToMicro(settings.method(), EnumSet.of(LossTerm.CLASSIFICATION), false, initial);
    Map<String, Method> methods = new LinkedHashMap<>();
    for (String row : rows) {
      Optional<Methods> other = Methods.named(row);
      if (other.isPresent()) {
        methods.put(row, other.get().with(settings.otherMethods()));
        continue;
      }
      Set<LossTerm> terms = EnumSet.noneOf(LossTerm.class);
      Ablation.terms(row).forEach(s -> LossTerm.bySymbol(s).ifPresent(terms::add));
      methods.put(row, baseline.row(terms, Ablation.isTransferred(row)));
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
    for (String row : settings.rows()) {
      epochs += Methods.named(row).map(m -> m.epochs(settings.deep())).orElse(0);
      pretrains |= Ablation.isRow(row);
      if (Ablation.isTransferred(row)) {
        epochs += settings.phases().transfer().epochs();
      }
    }
    return epochs + (pretrains ? settings.phases().micro().epochs() : 0);
  }

  Method of(String row) {
    Method method = byRow.get(row);
    if (method == null) {
      throw new IllegalArgumentException("row \"" + row + "\" is not among " + byRow.keySet());
    }
    return method;
  }
}
