package org.macro2micro.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

class MarginLossTest {
  @Test
  void addsWhatIsTooShortAndHalfOfWhatIsTooLong() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray lengths = manager.create(new double[] {.9, .2, .005, .9, .2, .005}, new Shape(2, 3));
      NDArray labels = manager.create(new long[] {0, 1});
      // First: (.99-.9)^2 + .5 (.2-.01)^2 = .0081 + .01805; .005 is short enough.
      // Second: (.99-.2)^2 + .5 (.9-.01)^2 = .6241 + .39605.
      assertThat(MarginLoss.of(lengths, labels).getDouble())
          .isCloseTo((.02615 + 1.02015) / 2, within(1e-12));
    }
  }

  @Test
  void itsGradientIsThatOfTheFormula() {
    Gradients.check(
        new double[] {.9, .2, .005, .3, .4, .999},
        new Shape(2, 3),
        lengths -> MarginLoss.of(lengths, lengths.getManager().create(new long[] {0, 2})));
  }
}
