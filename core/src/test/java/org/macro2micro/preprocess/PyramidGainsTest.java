package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PyramidGainsTest {
  @Test
  void whatEachLevelMayTakeIsWorkedByHand() {
    // delta 16/8/11; waves of 60.34 pixels, then half of that at each level.
    assertThat(PyramidGains.allowed(128, 10, 16))
        .containsExactly(new double[] {80.97, 39.48, 18.74, 8.37, 3.19, .593}, within(.005));
  }

  @Test
  void theEndsTakeNothingAndNoneMoreThanAlpha() {
    assertThat(PyramidGains.of(128, 10, 16))
        .containsExactly(new double[] {0, 10, 10, 8.37, 3.19, 0}, within(.005));
    assertThat(PyramidGains.of(128, 20, 16)[1]).isEqualTo(20);
  }

  @Test
  void noLevelIsTurnedAround() {
    // With alpha 0 fine levels may take less than nothing.
    assertThat(PyramidGains.allowed(128, 0, 16)[2]).isLessThan(0);
    assertThat(PyramidGains.of(128, 0, 16)).containsOnly(0);
    assertThat(Arrays.stream(PyramidGains.of(128, 10, 500)).min().orElseThrow()).isEqualTo(0);
  }

  @ParameterizedTest
  @CsvSource({"4, 1", "5, 2", "8, 2", "9, 2", "10, 3", "16, 3", "48, 5", "100, 6", "128, 6"})
  void levelsEndWhereTheFilterNoLongerFits(int size, int levels) {
    assertThat(PyramidGains.levels(size)).isEqualTo(levels);
    assertThat(PyramidGains.of(size, 10, 16)).hasSize(levels);
  }
}
