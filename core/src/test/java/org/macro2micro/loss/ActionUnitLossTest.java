package org.macro2micro.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

class ActionUnitLossTest {
  private static final Shape TWO_OF_TWO = new Shape(2, 2);

  @Test
  void isTheMeanOverWhatIsKnown() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray scores = manager.create(new double[] {0, 2, -1, 300}, TWO_OF_TWO);
      NDArray shown = manager.create(new double[] {1, 0, 1, 1}, TWO_OF_TWO);
      NDArray all = manager.ones(TWO_OF_TWO).toType(scores.getDataType(), false);
      // log 2; 2 + log(1 + e^-2); 1 + log(1 + e^-1); 0.
      double first = Math.log(2);
      double second = 2 + Math.log(1 + Math.exp(-2));
      double third = 1 + Math.log(1 + Math.exp(-1));
      assertThat(ActionUnitLoss.of(scores, shown, all).getDouble())
          .isCloseTo((first + second + third) / 4, within(1e-7));
      NDArray some = manager.create(new double[] {1, 0, 1, 0}, TWO_OF_TWO);
      assertThat(ActionUnitLoss.of(scores, shown, some).getDouble())
          .isCloseTo((first + third) / 2, within(1e-7));
      NDArray nothing = manager.zeros(TWO_OF_TWO).toType(scores.getDataType(), false);
      assertThat(ActionUnitLoss.of(scores, shown, nothing).getDouble()).isZero();
    }
  }

  @Test
  void itsGradientIsThatOfTheFormula() {
    Gradients.check(
        new double[] {.9, -.2, .5, 1.3},
        TWO_OF_TWO,
        scores ->
            ActionUnitLoss.of(
                scores,
                scores.getManager().create(new double[] {1, 0, 0, 1}, TWO_OF_TWO),
                scores.getManager().create(new double[] {1, 1, 1, 0}, TWO_OF_TWO)));
  }
}
