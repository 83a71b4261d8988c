package org.macro2micro.preprocess;

import java.util.random.RandomGenerator;

/** Placeholder until the preparation branch lands. */
public record Augmentation(double maxShift, double mirror, double contrast) {
  /** No change. */
  public static Augmentation none() {
    return new Augmentation(0, 0, 0);
  }

  /** The clip itself. */
  public PreparedClip apply(PreparedClip clip, RandomGenerator random) {
    return clip;
  }
}
