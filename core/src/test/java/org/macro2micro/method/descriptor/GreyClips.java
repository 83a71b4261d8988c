package org.macro2micro.method.descriptor;

import java.util.Arrays;
import org.macro2micro.clip.ClipId;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;

/** Clips made of formulas, for the descriptors of flow and gradient. */
final class GreyClips {
  static final ClipId ID = ClipId.of("casme2", "sub01", "EP02_01f");

  private GreyClips() {}

  /** Brightness at a place and time. */
  @FunctionalInterface
  interface Picture {
    double at(int t, int y, int x);
  }

  static PreparedClip clip(int frames, int height, int width, int apex, Picture picture) {
    float[] pixels = new float[frames * PreparedClip.CHANNELS * height * width];
    for (int i = 0; i < pixels.length; i++) {
      int t = i / (PreparedClip.CHANNELS * height * width);
      pixels[i] = (float) picture.at(t, i / width % height, i % width);
    }
    return new PreparedClip(ID, Input.FRAME, frames, height, width, apex, pixels);
  }

  /** Smooth blobs without period that move by (right, down) pixels a frame. */
  static Picture moving(double right, double down) {
    return (t, y, x) -> {
      double a = x - right * t;
      double b = y - down * t;
      double wave =
          Math.sin(.31 * a + .11 * b)
              + Math.sin(.17 * b - .23 * a + 1)
              + Math.sin(.41 * b + .07 * a + 2);
      return .5 + .12 * wave;
    };
  }

  static HigoTop higoTop(int rows, int columns, int slices, int bins) {
    return new HigoTop(new HigoTop.Settings(rows, columns, slices, bins, Volumes.SVM));
  }

  static Fhofo fhofo(int rows, int columns, int slices, int bins) {
    return new Fhofo(new Fhofo.Settings(rows, columns, slices, bins, Volumes.SVM));
  }

  static BiWoof biWoof(int rows, int columns, int bins) {
    return new BiWoof(new BiWoof.Settings(rows, columns, bins, Volumes.SVM));
  }

  static PreparedClip showing(Input input) {
    return new PreparedClip(ID, input, 2, 4, 4, 1, new float[96]);
  }

  static int greatest(float[] values, int from, int length) {
    int best = from;
    for (int i = from; i < from + length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best - from;
  }

  static double sum(float[] values, int from, int length) {
    double sum = 0;
    for (float value : Arrays.copyOfRange(values, from, from + length)) {
      sum += value;
    }
    return sum;
  }
}
