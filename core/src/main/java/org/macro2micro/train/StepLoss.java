package org.macro2micro.train;

import ai.djl.ndarray.NDManager;
import org.macro2micro.seed.SeedPath;

/** The loss of a batch. Called again with the same arguments it computes the same. */
@FunctionalInterface
public interface StepLoss {
  /**
   * @param manager owns every array of the step
   * @param batch positions of the batch's clips among the training clips
   * @param seed for whatever the step draws
   * @param progress share of the phase that is over, in [0, 1)
   */
  StepTerms of(NDManager manager, int[] batch, SeedPath seed, double progress);
}
