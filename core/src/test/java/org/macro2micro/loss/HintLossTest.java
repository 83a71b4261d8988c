package org.macro2micro.loss;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

class HintLossTest {
  /** ((1-0)^2 + (2-0)^2) / 2. */
  @Test
  void aHintIsTheMeanOfTheSquares() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray own = manager.create(new float[] {1, 2}, new Shape(1, 2));
      assertThat(HintLoss.of(own, manager.zeros(new Shape(1, 2))).getFloat()).isEqualTo(2.5f);
      assertThat(HintLoss.of(own, own).getFloat()).isZero();
    }
  }
}
