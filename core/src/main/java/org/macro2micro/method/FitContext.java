package org.macro2micro.method;

import org.jspecify.annotations.Nullable;
import org.macro2micro.nn.ComputeDevice;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.TrainListener;

/**
 * The circumstances of one fit.
 *
 * @param runSeed seed of what is the same in all folds, such as MaNet
 * @param foldSeed seed of this fold
 * @param work where the pieces of the fit are kept
 * @param listener is told how the training goes on
 * @param judge chooses the epoch of all that is trained for this fold; null for the last epoch
 * @param device where networks compute
 */
public record FitContext(
    SeedPath runSeed,
    SeedPath foldSeed,
    WorkStore work,
    TrainListener listener,
    @Nullable EpochJudge judge,
    ComputeDevice device) {
  /** A fit on the processor, whose last epochs are kept. */
  public FitContext(SeedPath runSeed, SeedPath foldSeed, WorkStore work, TrainListener listener) {
    this(runSeed, foldSeed, work, listener, null, ComputeDevice.CPU);
  }
}
