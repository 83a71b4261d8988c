package org.macro2micro.preprocess;

import java.util.random.RandomGenerator;

/**
 * Random changes of a training clip, the same for all its frames. The paper is silent; its
 * predecessor (MicroNet 2020) crops, flips and turns.
 *
 * @param maxShift greatest shift each way as a share of the frame, 0 to .5; edges are repeated
 * @param mirror probability of left for right, 0 to 1; horizontal flow changes its sign
 * @param contrast c: values are spread by a factor drawn from 1-c..1+c, 0 to .9; frames and flow
 *     around .5, differences around 0
 */
public record Augmentation(double maxShift, double mirror, double contrast) {
  public Augmentation {
    require("max-shift", maxShift, .5);
    require("mirror", mirror, 1);
    require("contrast", contrast, .9);
  }

  /** No change. */
  public static Augmentation none() {
    return new Augmentation(0, 0, 0);
  }

  private static void require(String name, double value, double most) {
    if (!(value >= 0 && value <= most)) {
      throw new IllegalArgumentException(
          "augmentation.%s: found %s, expected 0 to %s".formatted(name, value, most));
    }
  }

  /** A changed copy, drawn from {@code random}. */
  public PreparedClip apply(PreparedClip clip, RandomGenerator random) {
    int right = shift(clip.width(), random);
    int down = shift(clip.height(), random);
    boolean mirrored = random.nextDouble() < mirror;
    float factor = (float) (1 + contrast * (2 * random.nextDouble() - 1));
    return change(clip, right, down, mirrored, factor);
  }

  private int shift(int size, RandomGenerator random) {
    int most = (int) Math.round(maxShift * size);
    return random.nextInt(2 * most + 1) - most;
  }

  static PreparedClip change(
      PreparedClip clip, int right, int down, boolean mirrored, float factor) {
    int width = clip.width();
    int height = clip.height();
    float middle = clip.input() == Input.ONSET_DIFFERENCE ? 0 : .5f;
    float least = clip.input() == Input.ONSET_DIFFERENCE ? -1 : 0;
    float[] from = clip.pixels();
    float[] to = new float[from.length];
    int planes = clip.frames() * PreparedClip.CHANNELS;
    for (int plane = 0; plane < planes; plane++) {
      // Leftward motion becomes rightward: stretched to [0, 1], u becomes 1 - u.
      boolean turned = mirrored && clip.input() == Input.FLOW && plane % PreparedClip.CHANNELS == 0;
      int start = plane * height * width;
      for (int y = 0; y < height; y++) {
        int row = start + Math.max(0, Math.min(height - 1, y - down)) * width;
        for (int x = 0; x < width; x++) {
          int column = Math.max(0, Math.min(width - 1, x - right));
          float value = from[row + (mirrored ? width - 1 - column : column)];
          value = turned ? 1 - value : value;
          float spread = middle + factor * (value - middle);
          to[start + y * width + x] = Math.max(least, Math.min(1, spread));
        }
      }
    }
    return new PreparedClip(clip.id(), clip.input(), clip.frames(), height, width, clip.apex(), to);
  }
}
