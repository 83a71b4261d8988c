package org.macro2micro.method.descriptor;

import java.util.List;
import java.util.random.RandomGenerator;
import org.macro2micro.clip.ClipId;
import org.macro2micro.method.handcrafted.SvmSettings;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.seed.SeedPath;

/** Grey clips for tests, in levels of 1/256: sums and halves of them are exact. */
final class Volumes {
  static final ClipId ID = ClipId.of("casme2", "sub01", "EP02_01f");

  private Volumes() {}

  interface Level {
    int at(int t, int y, int x);
  }

  static PreparedClip clip(int frames, int height, int width, Level level) {
    int plane = height * width;
    float[] pixels = new float[frames * PreparedClip.CHANNELS * plane];
    for (int i = 0; i < pixels.length; i++) {
      int t = i / (PreparedClip.CHANNELS * plane);
      pixels[i] = level.at(t, i % plane / width, i % width) / 256f;
    }
    return new PreparedClip(ID, Input.FRAME, frames, height, width, 0, pixels);
  }

  /** Levels 0 to 127. */
  static PreparedClip noise(long seed, int frames, int height, int width) {
    RandomGenerator random = SeedPath.root(seed).random();
    int[] levels = new int[frames * height * width];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = random.nextInt(128);
    }
    return clip(frames, height, width, (t, y, x) -> levels[(t * height + y) * width + x]);
  }

  /** Every value times the scale plus the shift. */
  static PreparedClip changed(PreparedClip clip, float scale, float shift) {
    float[] pixels = clip.pixels().clone();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = pixels[i] * scale + shift;
    }
    return new PreparedClip(
        ID, clip.input(), clip.frames(), clip.height(), clip.width(), 0, pixels);
  }

  /** Left and right changed over. */
  static PreparedClip mirrored(PreparedClip clip) {
    float[] pixels = clip.pixels();
    float[] mirrored = new float[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      int x = i % clip.width();
      mirrored[i] = pixels[i - x + clip.width() - 1 - x];
    }
    return new PreparedClip(
        ID, clip.input(), clip.frames(), clip.height(), clip.width(), 0, mirrored);
  }

  /** The machines of a method under test; the descriptors don't look at them. */
  static final SvmSettings SVM = new SvmSettings(List.of(1.0), 5, SvmSettings.ClassWeights.NONE);

  /** Rows x columns x slices of blocks, radii x, y and t, P. */
  static LbpTop lbpTop(int rows, int columns, int slices, int rx, int ry, int rt, int neighbours) {
    return new LbpTop(new LbpTop.Settings(rows, columns, slices, rx, ry, rt, neighbours, SVM));
  }

  /** Rows x columns x slices of blocks, radii x, y and t. */
  static LbpSip lbpSip(int rows, int columns, int slices, int rx, int ry, int rt) {
    return new LbpSip(new LbpSip.Settings(rows, columns, slices, rx, ry, rt, SVM));
  }

  /** Rows x columns of blocks, radii x, y and t, P. */
  static StlbpIp stlbpIp(int rows, int columns, int rx, int ry, int rt, int neighbours) {
    return new StlbpIp(new StlbpIp.Settings(rows, columns, rx, ry, rt, neighbours, SVM));
  }

  /** Rows x columns x slices of blocks, radii x, y and t, P; eight codewords. */
  static Stclqp stclqp(int rows, int columns, int slices, int rx, int ry, int rt, int neighbours) {
    return new Stclqp(new Stclqp.Settings(rows, columns, slices, rx, ry, rt, neighbours, 8, SVM));
  }
}
