package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleBinaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class OpticalStrainTest {
  private static final int WIDTH = 7;
  private static final int HEIGHT = 5;

  @Test
  void stretchingAlongOneAxisIsItsRate() {
    assertEverywhere(.1f, strain((x, y) -> .1 * x, (x, y) -> 0));
    assertEverywhere(.1f, strain((x, y) -> -.1 * x, (x, y) -> 0));
    assertEverywhere(.25f, strain((x, y) -> 0, (x, y) -> .25 * y));
  }

  @Test
  void bothAxesAddAsSquares() {
    assertEverywhere(.5f, strain((x, y) -> .3 * x, (x, y) -> .4 * y));
  }

  @Test
  void shearCountsTwice() {
    // u = .2 y: e_xy = .1, sqrt(2 * .01) = .1414214.
    assertEverywhere(.1414214f, strain((x, y) -> .2 * y, (x, y) -> 0));
  }

  @Test
  void slowRotationIsNoStrain() {
    assertEverywhere(0, strain((x, y) -> -.125 * y, (x, y) -> .125 * x));
  }

  @Property(tries = 50)
  void shiftIsNoStrain(
      @ForAll @DoubleRange(min = -9, max = 9) double u,
      @ForAll @DoubleRange(min = -9, max = 9) double v) {
    assertThat(strain((x, y) -> u, (x, y) -> v)).containsOnly(0);
  }

  @Test
  void smallestImageHasADerivativeToo() {
    float[] u = {0, 1, 0, 1};
    assertThat(OpticalStrain.of(u, new float[4], 2, 2)).containsOnly(1);
    assertThat(OpticalStrain.of(new float[] {5}, new float[] {3}, 1, 1)).containsOnly(0);
  }

  private static void assertEverywhere(float expected, float[] strain) {
    assertThat(strain).hasSize(WIDTH * HEIGHT);
    for (float value : strain) {
      assertThat(value).isCloseTo(expected, within(1e-6f));
    }
  }

  private static float[] strain(DoubleBinaryOperator u, DoubleBinaryOperator v) {
    return OpticalStrain.of(plane(u), plane(v), WIDTH, HEIGHT);
  }

  private static float[] plane(DoubleBinaryOperator value) {
    float[] plane = new float[WIDTH * HEIGHT];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = (float) value.applyAsDouble(i % WIDTH, i / WIDTH);
    }
    return plane;
  }
}
