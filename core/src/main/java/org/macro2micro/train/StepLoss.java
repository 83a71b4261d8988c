package org.macro2micro.train;

/** The loss of a batch. Called again with the same batch it computes the same. */
@FunctionalInterface
public interface StepLoss {
  /** The terms of the loss over the clips of a step. */
  StepTerms of(Batch batch);
}
