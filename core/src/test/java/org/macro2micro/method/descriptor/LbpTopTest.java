package org.macro2micro.method.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.macro2micro.method.descriptor.Volumes.lbpTop;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macro2micro.preprocess.PreparedClip;

class LbpTopTest {
  /** Around the middle of 3x3x3: right 6, left 4, above 5, below 4, earlier 9, later 1. */
  static final PreparedClip SMALL =
      Volumes.clip(
          3,
          3,
          3,
          (t, y, x) -> {
            int[][][] levels = {
              {{0, 0, 0}, {0, 9, 0}, {0, 0, 0}},
              {{0, 5, 0}, {4, 5, 6}, {0, 4, 0}},
              {{0, 0, 0}, {0, 1, 0}, {0, 0, 0}}
            };
            return levels[t][y][x];
          });

  @Test
  void threePatternsOfOneVoxel() {
    float[] vector = lbpTop(1, 1, 1, 1, 1, 1, 4).of(SMALL);
    // XY: right and above, 0011; XT: right and earlier, 0011; YT: earlier and above, 0110.
    float[] expected = new float[45];
    expected[3] = 1;
    expected[15 + 3] = 1;
    expected[30 + 5] = 1;
    assertThat(vector).containsExactly(expected);
  }

  @Test
  void theSameVoxelsCountInAllPlanesAndBlocks() {
    PreparedClip clip = Volumes.noise(3, 9, 10, 11);
    BlockHistograms histograms =
        new BlockHistograms(GreyVolume.of(clip), new Blocks(3, 2, 2), new Radii(2, 1, 3), 1, 2);
    histograms.count(0, (start, bins) -> Arrays.fill(bins, 0));
    histograms.count(1, (start, bins) -> Arrays.fill(bins, 1));
    long[] sums = new long[36];
    histograms.addTo(sums);
    // Frames 3 | 4 to 5; rows 1 to 2 | 3 to 5 | 6 to 8; columns 2 to 4 | 5 to 8.
    int[] slices = {1, 2};
    int[] rows = {2, 3, 3};
    int[] columns = {3, 4};
    for (int block = 0; block < 12; block++) {
      long voxels = slices[block / 6] * rows[block / 2 % 3] * columns[block % 2];
      assertThat(sums[3 * block]).isEqualTo(voxels);
      assertThat(sums[3 * block + 1]).isZero();
      assertThat(sums[3 * block + 2]).isEqualTo(voxels);
    }
  }

  @Test
  void aFlatClipHasOnlyOnes() {
    float[] vector = lbpTop(2, 2, 1, 1, 1, 4, 8).of(Volumes.clip(10, 8, 8, (t, y, x) -> 77));
    for (int i = 0; i < vector.length; i++) {
      assertThat(vector[i]).isEqualTo(i % 59 == 57 ? 1 : 0);
    }
  }

  @Property(tries = 40)
  void everyHistogramHasSumOne(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 3) int blocks,
      @ForAll @IntRange(min = 1, max = 2) int radius,
      @ForAll @IntRange(min = 4, max = 9) int points) {
    PreparedClip clip = Volumes.noise(seed, 9, 10, 12);
    float[] vector = lbpTop(blocks, 2, blocks, radius, 1, radius, points).of(clip);
    int bins = points * (points - 1) + 3;
    assertThat(vector).hasSize(blocks * blocks * 2 * 3 * bins);
    for (int start = 0; start < vector.length; start += bins) {
      double sum = 0;
      for (int i = start; i < start + bins; i++) {
        sum += vector[i];
      }
      assertThat(sum).isCloseTo(1, within(1e-5));
    }
  }

  @Property(tries = 40)
  void brightnessAndContrastChangeNothing(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 64) int shift,
      @ForAll @IntRange(min = -2, max = 1) int power) {
    PreparedClip clip = Volumes.noise(seed, 7, 8, 9);
    LbpTop descriptor = lbpTop(2, 2, 1, 1, 2, 3, 8);
    float scale = (float) Math.pow(2, power);
    assertThat(descriptor.of(Volumes.changed(clip, scale, shift / 256f)))
        .containsExactly(descriptor.of(clip));
  }

  @Property(tries = 40)
  void aMirroredClipHasMirroredBlocksAndPatterns(@ForAll long seed) {
    PreparedClip clip = Volumes.noise(seed, 6, 7, 9);
    LbpTop descriptor = lbpTop(2, 3, 1, 1, 1, 2, 8);
    float[] vector = descriptor.of(clip);
    float[] mirrored = descriptor.of(Volumes.mirrored(clip));
    int[] uniform = UniformPatterns.table(8);
    for (int block = 0; block < 6; block++) {
      int other = block / 3 * 3 + 2 - block % 3;
      for (int code = 0; code < 256; code++) {
        int reflected = reflected(code);
        for (int plane = 0; plane < 3; plane++) {
          int to = plane < 2 ? reflected : code;
          assertThat(mirrored[(other * 3 + plane) * 59 + uniform[to]])
              .isEqualTo(vector[(block * 3 + plane) * 59 + uniform[code]]);
        }
      }
    }
  }

  /** Point p at angle a goes to the point at 180 degrees less a. */
  private static int reflected(int code) {
    int reflected = 0;
    for (int p = 0; p < 8; p++) {
      reflected |= (code >> p & 1) << Math.floorMod(4 - p, 8);
    }
    return reflected;
  }

  @ParameterizedTest
  @CsvSource({
    "8, 16, 1, 1, 4, radius-t=4",
    "10, 16, 1, 3, 4, slices=3",
    "10, 16, 32, 1, 1, rows=32"
  })
  void whatLeavesABlockWithoutAVoxelIsNamed(
      int frames, int size, int rows, int slices, int radius, String named) {
    LbpTop descriptor = lbpTop(rows, 1, slices, 1, 1, radius, 8);
    PreparedClip clip = Volumes.noise(1, frames, size, size);
    assertThatThrownBy(() -> descriptor.of(clip))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(named);
  }
}
