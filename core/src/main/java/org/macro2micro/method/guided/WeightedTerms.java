package org.macro2micro.method.guided;

import ai.djl.ndarray.NDArray;
import java.util.SortedMap;
import java.util.TreeMap;
import org.macro2micro.train.Batch;
import org.macro2micro.train.StepTerms;

/** Losses of a step, gathered with their coefficients. */
final class WeightedTerms {
  private final Batch batch;
  private final SortedMap<String, NDArray> values = new TreeMap<>();
  private final SortedMap<String, NDArray> weighted = new TreeMap<>();

  WeightedTerms(Batch batch) {
    this.batch = batch;
  }

  /**
   * Adds a loss.
   *
   * @param value scalar
   * @param weight at least 0; a loss without weight is heard of and not minimised
   */
  void add(String name, NDArray value, double weight) {
    values.put(name, value);
    if (weight > 0) {
      NDArray factor = batch.manager().create((float) weight);
      weighted.put(name, weight == 1 ? value : value.mul(factor));
    }
  }

  /** The weighted sum of those that have weight, of which there must be one. */
  StepTerms sum() {
    NDArray total = weighted.values().stream().reduce(NDArray::add).orElseThrow();
    return new StepTerms(values, weighted, total);
  }
}
