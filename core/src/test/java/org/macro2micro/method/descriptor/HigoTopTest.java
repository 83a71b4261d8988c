package org.macro2micro.method.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.macro2micro.preprocess.PreparedClip;

class HigoTopTest {
  @Test
  void aRampThatBrightensHasOneDirectionInEachPlane() {
    // d/dx = .02, d/dy = -.01, d/dt = .05: XY at -27 degrees, XT at 68, YT at 101.
    PreparedClip clip = GreyClips.clip(3, 6, 5, 1, (t, y, x) -> .3 + .02 * x - .01 * y + .05 * t);
    float[] vector = GreyClips.higoTop(1, 1, 1, 8).of(clip);
    float[] expected = new float[24];
    expected[3] = 1;
    expected[8 + 5] = 1;
    expected[16 + 6] = 1;
    assertThat(vector).containsExactly(expected);
  }

  @Test
  void sizeOfTheGradientDoesNotCount() {
    HigoTop higo = GreyClips.higoTop(2, 2, 2, 8);
    PreparedClip clip = noise(4, 8, 8);
    float[] fainter = clip.pixels().clone();
    for (int i = 0; i < fainter.length; i++) {
      fainter[i] = .25f + fainter[i] / 4;
    }
    PreparedClip faint = new PreparedClip(clip.id(), clip.input(), 4, 8, 8, 0, fainter);
    assertThat(higo.of(faint)).containsExactly(higo.of(clip), within(.07f));
    assertThat(changed(higo.of(faint), higo.of(clip))).isLessThan(4);
  }

  /** Rounding may move a gradient over the edge of a bin, hardly more than one of 256 points. */
  private static int changed(float[] a, float[] b) {
    int changed = 0;
    for (int i = 0; i < a.length; i++) {
      changed += a[i] == b[i] ? 0 : 1;
    }
    return changed;
  }

  @Test
  void aQuarterTurnMovesTheBinsOfXyByAQuarter() {
    PreparedClip clip = noise(3, 9, 9);
    // The picture turned clockwise: what pointed right points down, two of eight bins further.
    PreparedClip turned =
        GreyClips.clip(3, 9, 9, 0, (t, y, x) -> clip.pixels()[(t * 3 * 9 + (8 - x)) * 9 + y]);
    HigoTop higo = GreyClips.higoTop(1, 1, 1, 8);
    float[] before = higo.of(clip);
    float[] after = higo.of(turned);
    for (int k = 0; k < 8; k++) {
      assertThat(after[(k + 2) % 8]).isEqualTo(before[k]);
    }
    // Time stays: the old YT is the new one turned about, -y to x and x to y.
    assertThat(Arrays.copyOfRange(after, 16, 24)).isEqualTo(Arrays.copyOfRange(before, 8, 16));
  }

  @Test
  void eachHistogramSumsToOne() {
    float[] vector = GreyClips.higoTop(3, 2, 2, 5).of(noise(4, 7, 8));
    assertThat(vector).hasSize(2 * 3 * 2 * 3 * 5);
    for (int from = 0; from < vector.length; from += 5) {
      assertThat(GreyClips.sum(vector, from, 5)).isCloseTo(1, within(1e-6));
    }
  }

  @Test
  void whatIsFlatHasNoDirection() {
    float[] vector = GreyClips.higoTop(2, 2, 1, 8).of(GreyClips.clip(2, 4, 4, 0, (t, y, x) -> .5));
    assertThat(vector).containsOnly(0).hasSize(96);
  }

  @Test
  void blocksStandInTheOrderSliceRowColumn() {
    // Only the lower right quarter of the last frames has a gradient, along x.
    PreparedClip clip =
        GreyClips.clip(8, 8, 8, 0, (t, y, x) -> t > 4 && y > 4 && x > 4 ? .1 * (x - 4) : 0);
    float[] vector = GreyClips.higoTop(2, 2, 2, 4).of(clip);
    assertThat(GreyClips.sum(vector, 0, 7 * 12)).isZero();
    assertThat(GreyClips.sum(vector, 7 * 12, 12)).isCloseTo(3, within(1e-6));
  }

  @Test
  void oneFrameIsTooShort() {
    HigoTop higo = GreyClips.higoTop(1, 1, 1, 8);
    assertThatThrownBy(() -> higo.of(GreyClips.clip(1, 4, 4, 0, (t, y, x) -> 0)))
        .hasMessageContaining("EP02_01f")
        .hasMessageContaining("raise preprocess.frames");
  }

  private static PreparedClip noise(int frames, int height, int width) {
    SplittableRandom random = new SplittableRandom(5);
    double[] values = random.doubles(frames * height * width).toArray();
    return GreyClips.clip(
        frames, height, width, 0, (t, y, x) -> values[(t * height + y) * width + x]);
  }
}
