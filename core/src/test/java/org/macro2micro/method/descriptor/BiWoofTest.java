package org.macro2micro.method.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macro2micro.preprocess.OpticalFlow;
import org.macro2micro.preprocess.PreparedClip;

class BiWoofTest {
  @Test
  void strainWeighsTheBlocks() {
    // One row of four pixels in two blocks. Slopes of u: 4, 1.5, -.5, 0; of v: 0, 0, -.5, -1. There
    // is no slope downwards, so the strain is sqrt(du^2 + dv^2 / 2): 4, 1.5, .612372, .707107.
    float[] u = {-2, 2, 1, 1};
    float[] v = {-1, -1, -1, -2};
    float[] vector =
        GreyClips.biWoof(1, 2, 4)
            .weighted(new OpticalFlow(u, v), new int[] {0}, new int[] {0, 0, 1, 1});
    // Left, mean strain 2.75: half up-left, half up-right. Right, .659740: all up-right.
    double length = Math.sqrt(2 * 1.375 * 1.375 + .659740 * .659740);
    float half = (float) (1.375 / length);
    float all = (float) (.659740 / length);
    assertThat(vector).containsExactly(new float[] {half, half, 0, 0, 0, all, 0, 0}, within(1e-6f));
  }

  @Test
  void aLongVectorOutweighsAShortOne() {
    // Right by 3 and down by 1 in one block of one strain.
    float[] vector =
        GreyClips.biWoof(1, 1, 4)
            .weighted(
                new OpticalFlow(new float[] {3, 0}, new float[] {0, 1}),
                new int[] {0},
                new int[] {0, 0});
    assertThat(vector[2] / vector[3]).isCloseTo(3, within(1e-6f));
    assertThat(Math.hypot(vector[2], vector[3])).isCloseTo(1, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"2, 1, 4", "1, 2, 5", "-1, 2, 6", "-2, -1, 0", "1, -2, 2", "2, -1, 3"})
  void aKnownShiftLandsInItsBinAndOnlyOnsetAndApexCount(double right, double down, int bin) {
    PreparedClip clip =
        GreyClips.clip(
            3, 32, 32, 2, (t, y, x) -> t == 1 ? .3 : GreyClips.moving(right, down).at(t / 2, y, x));
    float[] vector = GreyClips.biWoof(2, 3, 8).of(clip);
    assertThat(vector).hasSize(48);
    double square = 0;
    for (int from = 0; from < vector.length; from += 8) {
      assertThat(GreyClips.greatest(vector, from, 8)).isEqualTo(bin);
    }
    for (float value : vector) {
      square += value * value;
    }
    assertThat(square).isCloseTo(1, within(1e-5));
  }

  @Test
  void noMotionIsNoVector() {
    BiWoof biWoof = GreyClips.biWoof(2, 2, 8);
    assertThat(biWoof.of(GreyClips.clip(2, 16, 16, 1, GreyClips.moving(0, 0)))).containsOnly(0);
    assertThat(biWoof.of(GreyClips.clip(2, 16, 16, 0, GreyClips.moving(2, 1)))).containsOnly(0);
  }

  @Test
  void oneFrameIsTooShort() {
    BiWoof biWoof = GreyClips.biWoof(2, 2, 8);
    assertThatThrownBy(() -> biWoof.of(GreyClips.clip(1, 16, 16, 0, GreyClips.moving(0, 0))))
        .hasMessageContaining("found 1 frame")
        .hasMessageContaining("raise preprocess.frames");
  }
}
