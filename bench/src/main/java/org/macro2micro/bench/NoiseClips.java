package org.macro2micro.bench;

import java.util.random.RandomGenerator;
import org.macro2micro.clip.ClipId;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.seed.SeedPath;

/** Clips of noise in [0, 1): time does not depend on what a picture shows. */
final class NoiseClips {
  private NoiseClips() {}

  /** The id of a clip by its number. */
  static ClipId id(int number) {
    return ClipId.of("bench", "s" + number / 4, "c" + number);
  }

  /** A clip whose apex is its middle frame. */
  static PreparedClip of(ClipId id, Input input, int frames, int side) {
    RandomGenerator random = SeedPath.root(1).child(id.toString()).random();
    float[] pixels = new float[frames * PreparedClip.CHANNELS * side * side];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = random.nextFloat();
    }
    return new PreparedClip(id, input, frames, side, side, frames / 2, pixels);
  }
}
