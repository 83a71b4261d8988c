package org.macro2micro.method.deep;

import org.macro2micro.train.PhaseSettings;

/**
 * How a deep network is trained.
 *
 * @param training epochs, batch, learning rate
 * @param scale factor on the pixels, which come in [0, 1] or, as differences, in [-1, 1]; above 0
 * @param shuffle whether each epoch has random batches of about the same size. If not, all epochs
 *     have the same ones: the clips class after class, in the listing's order within a class, cut
 *     at every {@code batch}. This is how STSTNet's authors' code reads its folders, one a class,
 *     and never shuffles
 */
public record DeepSettings(PhaseSettings training, double scale, boolean shuffle) {
  public DeepSettings {
    if (!(scale > 0) || Double.isInfinite(scale)) {
      throw new IllegalArgumentException(
          "deep method: found scale %s, expected a number above 0, such as 1 or 255"
              .formatted(scale));
    }
  }

  /** Epochs of one training. */
  public int epochs() {
    return training.epochs();
  }
}
