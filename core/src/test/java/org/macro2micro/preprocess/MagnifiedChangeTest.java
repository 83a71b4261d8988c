package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MagnifiedChangeTest {
  private static final int SIDE = 64;
  private static final int PIXELS = SIDE * SIDE;

  @Test
  void whereNothingChangesAllIsNothing() {
    float[] frame = new float[PIXELS];
    java.util.Arrays.fill(frame, .4f);
    assertThat(MagnifiedChange.of(frame, frame.clone(), SIDE, 2)).containsOnly(0);
  }

  @Test
  void bothSignsCountAndTheGreatestChangeIsOne() {
    float[] apex = new float[PIXELS];
    apex[100] = .2f;
    apex[900] = -.1f;
    float[] change = MagnifiedChange.of(new float[PIXELS], apex, SIDE, 1);
    assertThat(change[100]).isEqualTo(1);
    assertThat(change[900]).isCloseTo(.5f, within(1e-6f));
    assertThat(change[0]).isZero();
  }

  /** A broad change grows three times, a single pixel, which may be noise, hardly. */
  @Test
  void theFactorWeighsBroadChangesAgainstFineOnes() {
    float[] apex = new float[PIXELS];
    for (int y = 30; y < 60; y++) {
      java.util.Arrays.fill(apex, y * SIDE + 10, y * SIDE + 50, .1f);
    }
    int fine = 10 * SIDE + 30;
    int broad = 45 * SIDE + 30;
    apex[fine] = .1f;
    float[] plain = MagnifiedChange.of(new float[PIXELS], apex, SIDE, 1);
    float[] magnified = MagnifiedChange.of(new float[PIXELS], apex, SIDE, 3);
    assertThat(plain[fine]).isEqualTo(plain[broad]);
    assertThat(magnified[fine]).isBetween(.33f, .6f * magnified[broad]);
  }

  @Test
  void twiceTheChangeIsTheSamePicture() {
    float[] once = new float[PIXELS];
    float[] twice = new float[PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      once[i] = (float) Math.sin(i * .01);
      twice[i] = 2 * once[i];
    }
    assertThat(MagnifiedChange.of(new float[PIXELS], twice, SIDE, 2))
        .containsExactly(MagnifiedChange.of(new float[PIXELS], once, SIDE, 2), within(1e-5f));
  }
}
