package org.macro2micro.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.macro2micro.clip.ClipId;
import org.macro2micro.method.descriptor.LbpTop;
import org.macro2micro.method.handcrafted.SvmSettings;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.seed.SeedPath;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** LBP-TOP of 64 frames of 128x128: 8x8x2 blocks, radii 1, 1 and 4, P=8. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LbpTopBenchmark { // not final: JMH derives from it
  private static final LbpTop.Settings SETTINGS =
      new LbpTop.Settings(
          8, 8, 2, 1, 1, 4, 8, new SvmSettings(List.of(1.0), 5, SvmSettings.ClassWeights.NONE));
  private static final int FRAMES = 64;
  private static final int SIZE = 128;

  /** The share of voxels that may differ: a few of about 7000 in a block. */
  private static final float FEW_VOXELS = 1e-3f;

  private final PreparedClip clip = noise();
  private final LbpTop product = new LbpTop(SETTINGS);
  private final PlainLbpTop plain = new PlainLbpTop(SETTINGS);

  private static PreparedClip noise() {
    RandomGenerator random = SeedPath.root(1).random();
    float[] pixels = new float[FRAMES * PreparedClip.CHANNELS * SIZE * SIZE];
    int plane = SIZE * SIZE;
    for (int t = 0; t < FRAMES; t++) {
      int red = t * PreparedClip.CHANNELS * plane;
      for (int i = 0; i < plane; i++) {
        pixels[red + i] = random.nextInt(256) / 256f;
      }
      for (int channel = 1; channel < PreparedClip.CHANNELS; channel++) {
        System.arraycopy(pixels, red, pixels, red + channel * plane, plane);
      }
    }
    ClipId id = ClipId.of("bench", "noise", "1");
    return new PreparedClip(id, Input.FRAME, FRAMES, SIZE, SIZE, 0, pixels);
  }

  /** Two that differ would not be worth comparing; a tie that rounding decides moves one voxel. */
  @Setup
  public void agree() {
    float[] ours = product.of(clip);
    float[] theirs = plain.of(clip);
    for (int i = 0; i < ours.length; i++) {
      if (Math.abs(ours[i] - theirs[i]) > FEW_VOXELS) {
        throw new IllegalStateException(
            "LbpTop has %s at %d, PlainLbpTop %s; expected the same but for ties, so one is wrong"
                .formatted(ours[i], i, theirs[i]));
      }
    }
  }

  @Benchmark
  public float[] product() {
    return product.of(clip);
  }

  @Benchmark
  public float[] plain() {
    return plain.of(clip);
  }
}
