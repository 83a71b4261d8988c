package org.macro2micro.train;

import java.util.SortedMap;

/** The loss became infinite or no number. */
public final class TrainingDivergedException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  TrainingDivergedException(Phase phase, SortedMap<String, Double> losses) {
    super(
        "phase %s: the loss is no longer a number (%s); a lower learning rate or, for the contrastive term, a higher tau or the reduction mean-over-positive-pairs usually cures this"
            .formatted(phase.word(), losses));
  }
}
