package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EulerianTest {
  @ParameterizedTest
  @CsvSource({
    "-1, 16, .4, .05, alpha",
    "101, 16, .4, .05, alpha",
    "NaN, 16, .4, .05, alpha",
    "10, 0, .4, .05, lambda",
    "10, Infinity, .4, .05, lambda",
    "10, 16, .4, 0, r2",
    "10, 16, .4, .4, r2",
    "10, 16, 1.1, .05, r1",
    "10, 16, NaN, .05, r1",
  })
  void refusesWhatCannotBe(double alpha, double lambda, double r1, double r2, String name) {
    assertThatThrownBy(() -> new Eulerian(alpha, lambda, r1, r2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(name, "found", "expected");
  }

  @Test
  void acceptsTheEnds() {
    assertThat(new Eulerian(0, 1, 1, .1).band()).isEqualTo(new TemporalBand(1, .1));
    assertThat(new Eulerian(100, 1000, .2, .1).alpha()).isEqualTo(100);
  }
}
