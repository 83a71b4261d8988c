package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FlowImageTest {
  @Test
  void eachPlaneIsStretchedByItself() {
    // On 4x4: u = x/4 from 0 to .75, v = 2y from 0 to 6; the strain of both is the same everywhere.
    float[] u = new float[16];
    float[] v = new float[16];
    for (int i = 0; i < 16; i++) {
      u[i] = .25f * (i % 4);
      v[i] = 2 * (i / 4);
    }
    float[] image = FlowImage.of(new OpticalFlow(u, v), 4, 4);
    float third = 1 / 3f;
    assertThat(Arrays.copyOfRange(image, 0, 4))
        .containsExactly(new float[] {0, third, 2 * third, 1}, within(1e-6f));
    assertThat(image[16]).isZero();
    assertThat(image[20]).isCloseTo(third, within(1e-6f));
    assertThat(image[31]).isEqualTo(1);
    assertThat(Arrays.copyOfRange(image, 32, 48)).containsOnly(0);
  }

  @Test
  void noMotionIsMiddleMiddleNone() {
    float[] image = FlowImage.of(OpticalFlow.none(64), 8, 4);
    assertThat(Arrays.copyOfRange(image, 0, 32)).containsOnly(.5f);
    assertThat(Arrays.copyOfRange(image, 32, 48)).containsOnly(0);
  }

  @Test
  void otherSizesKeepLeftAndRightTopAndBottom() {
    float[] u = new float[64];
    float[] v = new float[64];
    for (int i = 0; i < 64; i++) {
      u[i] = i % 8;
      v[i] = -(i / 8);
    }
    for (int size : new int[] {4, 8, 16}) {
      float[] image = FlowImage.of(new OpticalFlow(u, v), 8, size);
      int plane = size * size;
      assertThat(image).hasSize(3 * plane);
      assertThat(image[0]).isZero();
      assertThat(image[size - 1]).isEqualTo(1);
      assertThat(image[plane]).isEqualTo(1);
      assertThat(image[2 * plane - 1]).isZero();
    }
  }

  /**
   * Grown, pixels have their centres at -.25, .25, .75 and 1.25: the outermost stay at the edge.
   */
  @Test
  void planesGrowBetweenTheNearestPixelsAndShrinkToTheMean() {
    float[] grown = FlowImage.scaled(new float[] {0, 1, 2, 3}, 2, 4);
    assertThat(grown[0]).isZero();
    assertThat(grown[1]).isCloseTo(.25f, within(1e-6f));
    assertThat(grown[2]).isCloseTo(.75f, within(1e-6f));
    assertThat(grown[3]).isEqualTo(1);
    assertThat(grown[4]).isCloseTo(.5f, within(1e-6f));
    assertThat(grown[15]).isEqualTo(3);
    assertThat(FlowImage.scaled(grown, 4, 2)).containsExactly(.375f, 1.125f, 1.875f, 2.625f);
  }
}
