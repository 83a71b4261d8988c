package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FrameMixtureTest {
  @Test
  void evenFramesLieAtMultiplesOfTheLength() {
    // Five frames numbered 1..5, taken to four: 0, 5/3, 10/3 and 5, of which 0 is the first.
    FrameMixture mixture = FrameMixture.even(2, 4, 4);
    double[][] expected = {
      {1, 0, 0, 0, 0},
      {1 / 3., 2 / 3., 0, 0, 0},
      {0, 0, 2 / 3., 1 / 3., 0},
      {0, 0, 0, 0, 1}
    };
    for (int j = 0; j < expected.length; j++) {
      assertThat(mixture.weights()[j]).containsExactly(expected[j], within(1e-12));
    }
    assertThat(mixture.apex()).isEqualTo(2);
    assertThat(mixture.count()).isEqualTo(5);
    assertThat(mixture.uses(1)).isTrue();
  }

  @Test
  void whatLiesBeforeTheFirstFrameIsTheFirst() {
    // Two frames taken to five: 0, .5, 1, 1.5 and 2.
    FrameMixture mixture = FrameMixture.even(1, 1, 5);
    double[][] expected = {{1, 0}, {1, 0}, {1, 0}, {.5, .5}, {0, 1}};
    for (int j = 0; j < expected.length; j++) {
      assertThat(mixture.weights()[j]).containsExactly(expected[j], within(1e-12));
    }
    assertThat(mixture.apex()).isEqualTo(4);
  }

  @Test
  void oneFrameIsTheApexAndOneImageStaysItself() {
    assertThat(FrameMixture.even(3, 5, 1).weights()[0]).containsExactly(0, 0, 0, 1, 0, 0);
    for (double[] row : FrameMixture.even(0, 0, 3).weights()) {
      assertThat(row).containsExactly(1);
    }
  }
}
