package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TemporalBandTest {
  private static final TemporalBand BAND = new TemporalBand(.4, .05);

  @Test
  void theThirdRowIsWorkedByHand() {
    // .6^2 - .95^2; .4 * .6 - .05 * .95; .4 - .05.
    assertThat(BAND.row(2, 3)).containsExactly(new double[] {-.5425, .1925, .35}, within(1e-12));
    assertThat(BAND.row(2, 5))
        .containsExactly(new double[] {-.5425, .1925, .35, 0, 0}, within(1e-12));
  }

  @Test
  void aStepIsSeenAndForgotten() {
    double[] step = {0, 1, 1};
    double[] expected = {0, .35, .5425};
    for (int n = 0; n < step.length; n++) {
      assertThat(band(BAND, step, n)).isCloseTo(expected[n], within(1e-12));
    }
  }

  @Test
  void everyRowSumsToZeroAndTheFirstIsZero() {
    for (int n = 0; n < 40; n++) {
      double[] row = BAND.row(n, 40);
      assertThat(Arrays.stream(row).sum()).as("row %d", n).isCloseTo(0, within(1e-12));
      assertThat(Arrays.stream(row, n + 1, 40)).allMatch(weight -> weight == 0);
    }
    assertThat(BAND.row(0, 3)).containsExactly(0, 0, 0);
  }

  @Test
  void theMatrixIsTheRecursion() {
    double[] signal = new double[30];
    Arrays.setAll(signal, i -> Math.sin(.7 * i) + .01 * i * i);
    TemporalBand other = new TemporalBand(.7, .2);
    double fast = signal[0];
    double slow = signal[0];
    for (int n = 0; n < signal.length; n++) {
      fast = .7 * signal[n] + (1 - .7) * fast;
      slow = .2 * signal[n] + (1 - .2) * slow;
      assertThat(band(other, signal, n)).as("frame %d", n).isCloseTo(fast - slow, within(1e-12));
    }
  }

  /**
   * The module LED of the library MEB (Varanka, Peng and Zhao) writes down the same matrix but for
   * r1 - r2 in its first place, where the recursion gives 0: its first column is what the later
   * ones would be, divided by r, and each step down is by 1 - r.
   */
  @Test
  void anothersMatrixIsTheSameButForItsFirstPlace() {
    int count = 12;
    double[][] led = new double[count][count];
    for (int k = 0; k < count; k++) {
      double fast = k == 0 ? 1 : .4;
      double slow = k == 0 ? 1 : .05;
      for (int n = k; n < count; n++) {
        led[n][k] = fast - slow;
        fast *= .6;
        slow *= .95;
      }
    }
    led[0][0] = .4 - .05;
    for (int n = 1; n < count; n++) {
      assertThat(BAND.row(n, count)).containsExactly(led[n], within(1e-12));
    }
    assertThat(led[0][0] - BAND.row(0, count)[0]).isCloseTo(.35, within(1e-12));
  }

  private static double band(TemporalBand band, double[] signal, int n) {
    double sum = 0;
    double[] row = band.row(n, signal.length);
    for (int k = 0; k < signal.length; k++) {
      sum += row[k] * signal[k];
    }
    return sum;
  }
}
