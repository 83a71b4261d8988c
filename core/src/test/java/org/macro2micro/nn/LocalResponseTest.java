package org.macro2micro.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

class LocalResponseTest {
  /**
   * The sums of squares are worked out by hand. A channel counts the squares of itself and of the
   * two channels on either side.
   */
  @Test
  void eachNumberIsDividedByTheSquaresAboutIt() {
    try (NDManager manager = NDManager.newBaseManager()) {
      float[] channels = {0, 0, 1, 0, 3, 0, 5};
      NDArray maps = manager.create(channels, new Shape(1, 7, 1, 1));
      float[] found = LocalResponse.normalise(maps).toFloatArray();
      assertThat(found[2]).isCloseTo(at(1, 1 + 9), within(5e-7f));
      assertThat(found[4]).isCloseTo(at(3, 1 + 9 + 25), within(5e-7f));
      assertThat(found[6]).isCloseTo(at(5, 9 + 25), within(5e-7f));
      assertThat(found[0]).isZero();
      NDArray one = manager.create(new float[] {1}, new Shape(1, 1, 1, 1));
      assertThat(LocalResponse.normalise(one).toFloatArray()[0])
          .isCloseTo((float) (1 / Math.pow(2.0001, .75)), within(5e-7f));
    }
  }

  private static float at(double value, double squares) {
    return (float) (value / Math.pow(2 + 1e-4 * squares, .75));
  }
}
