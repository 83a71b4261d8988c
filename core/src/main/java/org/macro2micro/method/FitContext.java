package org.macro2micro.method;

import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.TrainListener;

/**
 * The circumstances of one fit.
 *
 * @param runSeed seed of what is the same in all folds, such as MaNet
 * @param foldSeed seed of this fold
 * @param work where the pieces of the fit are kept
 * @param listener hears of training
 */
public record FitContext(
    SeedPath runSeed, SeedPath foldSeed, WorkStore work, TrainListener listener) {}
