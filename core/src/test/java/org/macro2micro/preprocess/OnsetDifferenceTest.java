package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OnsetDifferenceTest {
  @Test
  void isFrameLessOnset() {
    float[] onset = {51, 255};
    double[] frames = {51, 255, 102, 0};
    assertThat(OnsetDifference.of(frames, onset, 1)).containsExactly(0, 0, .2f, -1);
  }

  @Test
  void normalisedHasARootMeanSquareOfATenth() {
    float[] onset = {0, 255};
    // Changes 3, -4, 0, 0: root mean square 2.5.
    assertThat(OnsetDifference.normalised(new double[] {3, 251, 0, 255}, onset, 1))
        .containsExactly(.12f, -.16f, 0, 0);
    assertThat(OnsetDifference.normalised(new double[] {30, 215, 0, 255}, onset, 2))
        .containsExactly(.24f, -.32f, 0, 0);
    assertThat(OnsetDifference.normalised(new double[] {0, 255}, onset, 1)).containsExactly(0, 0);
  }

  @Test
  void gainMultipliesAndTheResultIsCut() {
    float[] onset = {0, 255};
    double[] frames = {51, 204, 153, 51};
    assertThat(OnsetDifference.of(frames, onset, 2)).containsExactly(.4f, -.4f, 1, -1);
  }
}
