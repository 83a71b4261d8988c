package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NormalEquationsTest {
  @Test
  void aLineThroughWeightedPoints() {
    // Minimum of 3 (c - 1)^2 + (c + d - 2)^2 + (c + 2 d - 5)^2: 5 c + 3 d = 10, 3 c + 5 d = 12.
    NormalEquations fit = new NormalEquations(2);
    fit.add(3, new double[] {1, 0, 1});
    fit.add(1, new double[] {1, 1, 2});
    fit.add(1, new double[] {1, 2, 5});
    assertThat(fit.solution()).containsExactly(new double[] {14.0 / 16, 30.0 / 16}, within(1e-12));
  }

  @Test
  void whatIsNotDeterminedIsNought() {
    NormalEquations fit = new NormalEquations(2);
    fit.add(1, new double[] {1, 1, 2});
    assertThat(fit.solution()).containsExactly(0, 0);
  }
}
