package org.macro2micro.train;

import java.util.SortedMap;

/** Is told how a training goes on. */
@FunctionalInterface
public interface TrainListener {
  /**
   * One pass over the training clips is over.
   *
   * @param phase that was trained
   * @param epoch counted from 1
   * @param epochs how many there will be
   * @param losses mean over the steps of each term, unweighted, and of their weighted sum "total"
   * @param gradientNorms Euclidean norm of each weighted term's gradient at the network's own
   *     parameters, in the first step of the epoch; empty where it was not measured
   */
  void epochDone(
      Phase phase,
      int epoch,
      int epochs,
      SortedMap<String, Double> losses,
      SortedMap<String, Double> gradientNorms);

  /** Returns a listener that does nothing. */
  static TrainListener silent() {
    return (phase, epoch, epochs, losses, gradientNorms) -> {};
  }
}
