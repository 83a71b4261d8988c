package org.macro2micro.spot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FrameTimesTest {
  /** A frame each tenth of a second, then two after half a second each. */
  private static final FrameTimes TIMES =
      new FrameTimes(new double[] {2, 2.1, 2.2, 2.3, 2.8, 3.3}, 10);

  @Test
  void aFrameLastsUntilTheNext() {
    assertThat(TIMES.end(3)).isEqualTo(2.8);
    // The last one takes as long as most do.
    assertThat(TIMES.end(5)).isCloseTo(3.4, within(1e-9));
    assertThat(TIMES.length()).isCloseTo(1.4, within(1e-9));
    assertThat(TIMES.length(1, 3)).isEqualTo(.7);
    assertThat(TIMES.interval()).isCloseTo(.1, within(1e-9));
    assertThat(TIMES.isRegular()).isFalse();
  }

  @Test
  void gapsAreFound() {
    assertThat(FrameTimes.regular(100, 2).gaps(.3)).isEmpty();
    double[] holed = new double[100];
    for (int i = 0; i < 100; i++) {
      holed[i] = i / 30.0 + (i > 40 ? 1.6 : 0) + (i > 70 ? .2 : 0);
    }
    assertThat(new FrameTimes(holed, 30).gaps(.3)).containsExactly(40);
  }

  @Test
  void timesAreFoundAmongTheFrames() {
    assertThat(TIMES.nearest(0)).isZero();
    assertThat(TIMES.nearest(2.54)).isEqualTo(3);
    assertThat(TIMES.nearest(2.56)).isEqualTo(4);
    assertThat(TIMES.nearest(9)).isEqualTo(5);
    assertThat(TIMES.nearest(2.2)).isEqualTo(2);
    assertThat(TIMES.place(2.55)).isCloseTo(3.5, within(1e-9));
    assertThat(TIMES.place(1.9)).isCloseTo(-1, within(1e-9));
    assertThat(TIMES.place(3.4)).isCloseTo(6, within(1e-9));
  }

  @Test
  void oneRateIsRegularEvenIfAFrameOfAHundredIsMissing() {
    FrameTimes regular = FrameTimes.regular(300, 30);
    assertThat(regular.isRegular()).isTrue();
    assertThat(regular.length()).isCloseTo(10, within(1e-9));
    double[] holed = new double[300];
    for (int i = 0; i < 300; i++) {
      holed[i] = (i < 100 ? i : i + 1) / 30.0;
    }
    assertThat(new FrameTimes(holed, 30).isRegular()).isTrue();
  }

  @Test
  void withoutFramesThereIsNothing() {
    FrameTimes none = FrameTimes.regular(0, 25);
    assertThat(none.length()).isZero();
    assertThat(none.nearest(1)).isEqualTo(-1);
    assertThat(none.interval()).isEqualTo(.04);
  }

  @Test
  void timesThatDoNotGrowAreRefused() {
    assertThatThrownBy(() -> new FrameTimes(new double[] {0, .1, .1}, 10))
        .hasMessageContaining("frame 2 is at 0.1 s, after one at 0.1 s");
  }
}
