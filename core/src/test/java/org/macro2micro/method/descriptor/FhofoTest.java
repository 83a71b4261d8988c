package org.macro2micro.method.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macro2micro.preprocess.OpticalFlow;
import org.macro2micro.preprocess.PreparedClip;

class FhofoTest {
  @Test
  void membershipIsAGaussianAroundTheCircle() {
    // Four bins with their middles at -135, -45, 45 and 135 degrees; sigma is 72.
    assertThat(Fhofo.membership(Math.toRadians(-45), 1, 4)).isEqualTo(1);
    assertThat(Fhofo.membership(Math.toRadians(-45), 2, 4))
        .isCloseTo(Math.exp(-.5 * 1.25 * 1.25), within(1e-12));
    assertThat(Fhofo.membership(Math.toRadians(-45), 3, 4))
        .isCloseTo(Math.exp(-.5 * 2.5 * 2.5), within(1e-12));
    assertThat(Fhofo.membership(Math.toRadians(-171), 3, 4))
        .isCloseTo(Math.exp(-.5 * .75 * .75), within(1e-12));
  }

  @Test
  void magnitudesDoNotCountButWhatStandsStillIsLeftOut() {
    // Two blocks: up-left by .01 and 3 pixels; and nothing but less than the threshold.
    float[] u = {-.01f, -3, .005f, 0};
    float[] v = {-.01f, -3, .005f, 0};
    Fhofo fhofo = GreyClips.fhofo(1, 2, 1, 4);
    double[] histograms =
        fhofo.histograms(new OpticalFlow(u, v), new int[] {0}, new int[] {0, 0, 1, 1});
    double side = Math.exp(-.5 * 1.25 * 1.25);
    double far = Math.exp(-.5 * 2.5 * 2.5);
    double sum = 1 + 2 * side + far;
    assertThat(histograms)
        .containsExactly(
            new double[] {1 / sum, side / sum, far / sum, side / sum, 0, 0, 0, 0}, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"2, 1, 4", "1, 2, 5", "-1, 2, 6", "-2, 1, 7", "-2, -1, 0", "1, -2, 2"})
  void aKnownShiftLandsInItsBin(double right, double down, int bin) {
    PreparedClip clip = GreyClips.clip(3, 32, 32, 1, GreyClips.moving(right, down));
    float[] vector = GreyClips.fhofo(2, 2, 2, 8).of(clip);
    assertThat(vector).hasSize(64);
    for (int from = 0; from < vector.length; from += 8) {
      assertThat(GreyClips.greatest(vector, from, 8)).isEqualTo(bin);
      assertThat(GreyClips.sum(vector, from, 8)).isCloseTo(1, within(1e-6));
    }
  }

  @Test
  void aQuarterTurnOfTheFlowMovesTheBinsByAQuarter() {
    float[] u = {1, -2, .5f, .3f};
    float[] v = {.2f, .7f, -3, .4f};
    float[] left = {-.2f, -.7f, 3, -.4f};
    Fhofo fhofo = GreyClips.fhofo(1, 1, 1, 12);
    int[] all = new int[1];
    int[] columns = new int[4];
    double[] before = fhofo.histograms(new OpticalFlow(u, v), all, columns);
    double[] after = fhofo.histograms(new OpticalFlow(left, u), all, columns);
    for (int k = 0; k < 12; k++) {
      assertThat(after[(k + 3) % 12]).isCloseTo(before[k], within(1e-6));
    }
  }

  @Test
  void oneSliceIsTheMeanOfTheFlows() {
    PreparedClip clip =
        GreyClips.clip(
            3,
            24,
            24,
            1,
            (t, y, x) ->
                t < 2 ? GreyClips.moving(2, 1).at(t, y, x) : GreyClips.moving(2, 1).at(0, y, x));
    float[] apart = GreyClips.fhofo(1, 1, 2, 6).of(clip);
    float[] together = GreyClips.fhofo(1, 1, 1, 6).of(clip);
    assertThat(GreyClips.greatest(apart, 0, 6)).isNotEqualTo(GreyClips.greatest(apart, 6, 6));
    for (int k = 0; k < 6; k++) {
      assertThat(together[k]).isCloseTo((apart[k] + apart[6 + k]) / 2, within(1e-6f));
    }
  }

  /**
   * With a slice a flow, as by default, the vector begins with the rise and ends with the return.
   */
  @Test
  void oppositeMovementsThatReturnDifferOnlyInSlices() {
    PreparedClip[] clips = new PreparedClip[2];
    for (int i = 0; i < 2; i++) {
      GreyClips.Picture rest = GreyClips.moving(0, 0);
      GreyClips.Picture moved = GreyClips.moving(i == 0 ? 2 : -2, i == 0 ? 1 : -1);
      clips[i] =
          GreyClips.clip(3, 24, 24, 1, (t, y, x) -> t == 1 ? moved.at(1, y, x) : rest.at(0, y, x));
    }
    Fhofo together = GreyClips.fhofo(1, 1, 1, 8);
    Fhofo apart = GreyClips.fhofo(1, 1, 2, 8);
    assertThat(together.of(clips[0])).containsExactly(together.of(clips[1]), within(.01f));
    assertThat(GreyClips.greatest(apart.of(clips[0]), 0, 8)).isEqualTo(4);
    assertThat(GreyClips.greatest(apart.of(clips[1]), 0, 8)).isEqualTo(0);
  }

  @Test
  void noMotionIsNoDirectionAndTheSameClipTheSameBits() {
    Fhofo fhofo = GreyClips.fhofo(2, 2, 1, 8);
    assertThat(fhofo.of(GreyClips.clip(3, 16, 16, 1, GreyClips.moving(0, 0)))).containsOnly(0);
    PreparedClip clip = GreyClips.clip(2, 24, 24, 1, GreyClips.moving(1.3, -.4));
    assertThat(Arrays.equals(fhofo.of(clip), fhofo.of(clip))).isTrue();
  }

  @Test
  void moreSlicesThanFlowsIsAnErrorThatSaysWhatToSet() {
    Fhofo fhofo = GreyClips.fhofo(1, 1, 3, 8);
    assertThatThrownBy(() -> fhofo.of(GreyClips.clip(3, 8, 8, 1, GreyClips.moving(1, 0))))
        .hasMessageContaining("lower slices or raise preprocess.frames");
    assertThatThrownBy(() -> fhofo.of(GreyClips.clip(1, 8, 8, 0, GreyClips.moving(1, 0))))
        .hasMessageContaining("found 1 frame");
  }
}
