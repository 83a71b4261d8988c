package org.macro2micro.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FrameClockTest {
  @Test
  void stampsThatGrowAreTaken() {
    FrameClock clock = FrameClock.ofStamps(10);
    assertThat(times(clock, 1.5, 1.6, 2.9)).containsExactly(1.5, 1.6, 2.9);
    assertThat(clock.guessed()).isZero();
  }

  @Test
  void aStampThatStandsStillIsHalfAnIntervalOn() {
    FrameClock clock = FrameClock.ofStamps(10);
    assertThat(times(clock, 0, .1, .1, .2))
        .containsExactly(new double[] {0, .1, .15, .2}, within(1e-9));
    assertThat(clock.guessed()).isEqualTo(1);
  }

  @Test
  void aFilmWithoutAClockIsCounted() {
    FrameClock clock = FrameClock.ofStamps(10);
    double[] times = times(clock, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    assertThat(times).containsExactly(new double[] {0, .1, .2, .3}, within(1e-9));
    assertThat(clock.guessed()).isEqualTo(4);
  }

  @Test
  void aRateThatIsGivenIsCountedFromZeroWithoutDrift() {
    FrameClock clock = FrameClock.ofRate(30);
    double last = 0;
    for (int i = 0; i <= 30_000; i++) {
      last = clock.next(OptionalDouble.of(7 * i));
    }
    assertThat(last).isCloseTo(1000, within(1e-9));
    assertThat(clock.guessed()).isZero();
  }

  /** NaN stands for a frame without a stamp. */
  private static double[] times(FrameClock clock, double... stamps) {
    double[] times = new double[stamps.length];
    for (int i = 0; i < stamps.length; i++) {
      times[i] =
          clock.next(
              Double.isNaN(stamps[i]) ? OptionalDouble.empty() : OptionalDouble.of(stamps[i]));
    }
    return times;
  }
}
