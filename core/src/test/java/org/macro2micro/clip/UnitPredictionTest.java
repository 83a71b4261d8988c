package org.macro2micro.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnitPredictionTest {
  private static final ClipId ID = ClipId.of("db", "s", "c");

  @Test
  void aUnitIsToldFromOneHalfOn() {
    assertThat(new UnitPrediction(ID, List.of(.4999, .5, 1.0, 0.0)).shown())
        .containsExactly(false, true, true, false);
  }

  @Test
  void aNumberOutsideZeroToOneIsRefused() {
    for (double value : new double[] {-.1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> new UnitPrediction(ID, List.of(.5, value)))
          .hasMessageContaining("clip db/s/c");
    }
  }
}
