package org.macro2micro.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.macro2micro.nn.InPlace;
import org.macro2micro.nn.NamedParameters;

/**
 * The length of each term's gradient: one forward and backward pass for each, after which networks
 * and gradients are as before.
 *
 * @param networks whose statistics are put back; the first is the one that is measured
 * @param steps clears the gradients
 */
record GradientNorms(List<Block> networks, Steps steps) {
  /**
   * Euclidean norms of the weighted terms' gradients at the first network, by the terms' symbols.
   */
  SortedMap<String, Double> of(StepLoss loss, Batch batch) {
    SortedMap<String, Double> norms = new TreeMap<>();
    List<String> names = new ArrayList<>();
    try (NDManager own = batch.manager().newSubManager()) {
      List<NDArray> kept = new ArrayList<>();
      for (Parameter parameter : statistics()) {
        NDArray copy = parameter.getArray().duplicate();
        copy.attach(own);
        kept.add(copy);
      }
      int term = 0;
      do {
        try (NDManager pass = own.newSubManager();
            GradientCollector collector = pass.getEngine().newGradientCollector()) {
          StepTerms terms = loss.of(batch.on(pass));
          names = List.copyOf(terms.weighted().keySet());
          NDArray value = terms.weighted().get(names.get(term));
          if (value != null) {
            collector.backward(value);
          }
          norms.put(names.get(term), Gradients.norm(networks.get(0)));
          steps.clear();
        }
      } while (++term < names.size());
      List<Parameter> moved = statistics();
      for (int i = 0; i < moved.size(); i++) {
        InPlace.copy(kept.get(i), moved.get(i).getArray());
      }
    }
    return norms;
  }

  private List<Parameter> statistics() {
    List<Parameter> statistics = new ArrayList<>();
    for (Block block : networks) {
      NamedParameters.of(block).values().stream()
          .filter(parameter -> !parameter.requiresGradient())
          .forEach(statistics::add);
    }
    return statistics;
  }
}
