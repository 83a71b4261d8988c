package org.macro2micro.preprocess;

import java.util.random.RandomGenerator;

/**
 * Random changes of a training clip, the same for all its frames. The paper says nothing of them;
 * its predecessor (MicroNet 2020) crops, flips and turns.
 *
 * @param maxShift greatest shift each way as a share of the frame, 0 to .5; edges are repeated
 * @param mirror probability of left for right, 0 to 1; horizontal flow changes its sign
 * @param contrast c: values are spread by a factor drawn from 1-c..1+c, 0 to .9; frames around the
 *     clip's mean, differences around 0, flow around .5; what leaves the input's range is cut
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

  /**
   * A changed copy, or the clip itself if nothing about it changes. Draws the same number of times
   * whatever the settings are.
   */
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

  /**
   * The clip mirrored if so wished, then moved, then spread.
   *
   * @param right pixels to the right, negative to the left
   * @param down pixels downwards, negative upwards
   * @param factor of contrast, 1 for none
   */
  static PreparedClip change(
      PreparedClip clip, int right, int down, boolean mirrored, float factor) {
    if (right == 0 && down == 0 && !mirrored && factor == 1) {
      return clip;
    }
    float[] pixels = moved(clip, right, down, mirrored);
    // Less and plus the middle is not exact: without a change of contrast no bit may change.
    if (factor != 1) {
      spread(pixels, middle(clip), factor, clip.input().isDifference() ? -1 : 0);
    }
    return clip.with(
        pixels,
        clip.landmarks()
            .map(marks -> mirrored ? marks.mirrored(clip.width()) : marks)
            .map(marks -> marks.moved(right, down)));
  }

  private static float[] moved(PreparedClip clip, int right, int down, boolean mirrored) {
    int width = clip.width();
    int height = clip.height();
    int[] columns = new int[width];
    for (int x = 0; x < width; x++) {
      int column = Math.max(0, Math.min(width - 1, x - right));
      columns[x] = mirrored ? width - 1 - column : column;
    }
    float[] from = clip.pixels();
    float[] to = new float[from.length];
    int planes = clip.frames() * PreparedClip.CHANNELS;
    for (int plane = 0; plane < planes; plane++) {
      // Leftward motion becomes rightward: stretched to [0, 1], u becomes 1 - u.
      boolean turned = mirrored && clip.input() == Input.FLOW && plane % PreparedClip.CHANNELS == 0;
      int start = plane * height * width;
      for (int y = 0; y < height; y++) {
        int source = start + Math.max(0, Math.min(height - 1, y - down)) * width;
        int target = start + y * width;
        for (int x = 0; x < width; x++) {
          float value = from[source + columns[x]];
          to[target + x] = turned ? 1 - value : value;
        }
      }
    }
    return to;
  }

  private static float middle(PreparedClip clip) {
    return switch (clip.input()) {
      case FRAME -> {
        double sum = 0;
        for (float value : clip.pixels()) {
          sum += value;
        }
        yield (float) (sum / clip.pixels().length);
      }
      case ONSET_DIFFERENCE, NORMALISED_DIFFERENCE -> 0;
      case FLOW -> .5f;
    };
  }

  private static void spread(float[] pixels, float middle, float factor, float least) {
    for (int i = 0; i < pixels.length; i++) {
      float value = middle + factor * (pixels[i] - middle);
      pixels[i] = Math.max(least, Math.min(1, value));
    }
  }
}
