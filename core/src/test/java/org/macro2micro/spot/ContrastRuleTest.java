package org.macro2micro.spot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ContrastRuleTest {
  private static final SpotSettings SETTINGS =
      new SpotSettings(.3, 20, .6, .1, 1.5, .4, .08, .7, null);

  /** 10 frames a second, so intervals have 1 to 7 frames. */
  private static final ContrastRule RULE = new ContrastRule(SETTINGS);

  @Test
  void anIntervalEndsWhereATenthOfTheRiseIsLeft() {
    double[] curve = new double[60];
    // Of a rise of 10 a tenth is 1: .9 is over, 1.1 is not.
    double[] hill = {.9, 1.1, 10, 5, 1.1, .9};
    System.arraycopy(hill, 0, curve, 20, hill.length);
    Spotting spotting = apply(curve, unknown(60));
    // At rest the curve does not vary at all: the least rise of .6 is the threshold, of which a
    // camera of 10 frames a second sees (1 - .1 / .6) / (1 - 1 / 30 / .6) = 15 / 17.
    assertThat(spotting.threshold()[22]).isCloseTo(.6 * 15 / 17, within(1e-9));
    assertThat(spotting.intervals())
        .containsExactly(new SpottedInterval(21, 22, 24, 10 / spotting.threshold()[22]));
  }

  @Test
  void whatIsSlowLongOrCutIsLeftOut() {
    double[] curve = new double[100];
    Arrays.fill(curve, 10, 18, 5); // 8 frames are more than .7 seconds
    curve[30] = 5; // slow
    curve[50] = 5; // beside a frame without a face
    curve[51] = Double.NaN;
    curve[70] = 5; // stays
    double[] slow = unknown(100);
    slow[30] = 7.6;
    slow[70] = 7.4;
    assertThat(apply(curve, slow).intervals())
        .extracting(SpottedInterval::apex)
        .containsExactly(70);
  }

  @Test
  void ofTwoPeaksThatRunTogetherTheHigherStays() {
    double[] curve = new double[100];
    // .52 lies below the threshold but above a tenth of 5: both intervals are 20 to 23.
    double[] peaks = {4, .52, .52, 5};
    System.arraycopy(peaks, 0, curve, 20, peaks.length);
    Spotting spotting = apply(curve, unknown(100));
    assertThat(spotting.intervals())
        .containsExactly(new SpottedInterval(20, 23, 23, 5 / spotting.threshold()[23]));
  }

  @Test
  void aFilmOfVaryingRateIsMeasuredInSeconds() {
    // 30 frames a second, then 10: an interval of 7 frames is short in the first part, long after.
    double[] seconds = new double[60];
    for (int i = 1; i < 60; i++) {
      seconds[i] = seconds[i - 1] + (i <= 30 ? 1 / 30.0 : .1);
    }
    double[] curve = new double[60];
    Arrays.fill(curve, 10, 17, 5); // .23 s
    Arrays.fill(curve, 20, 22, 5); // .067 s: too short
    Arrays.fill(curve, 40, 48, 5); // .8 s: too long
    Arrays.fill(curve, 52, 55, 5); // .3 s
    assertThat(RULE.apply(curve, unknown(60), new FrameTimes(seconds, 30)).intervals())
        .extracting(SpottedInterval::onset)
        .containsExactly(10, 52);
  }

  @Test
  void anEmptyVideoAndOneWithoutAFaceHaveNoIntervals() {
    assertThat(apply(new double[0], new double[0]).intervals()).isEmpty();
    assertThat(apply(unknown(50), unknown(50)).intervals()).isEmpty();
  }

  @Property(tries = 200)
  void intervalsAreInOrderApartAndOfAllowedLength(
      @ForAll @Size(min = 30, max = 200) double @DoubleRange(min = 0, max = 9) [] curve) {
    int end = -1;
    for (SpottedInterval found : apply(curve, unknown(curve.length)).intervals()) {
      assertThat(found.onset()).isGreaterThan(end);
      assertThat(found.offset() - found.onset() + 1).isBetween(1, 7);
      assertThat(found.strength()).isGreaterThan(1);
      end = found.offset();
    }
  }

  private static Spotting apply(double[] curve, double[] slow) {
    return RULE.apply(curve, slow, FrameTimes.regular(curve.length, 10));
  }

  private static double[] unknown(int frames) {
    double[] values = new double[frames];
    Arrays.fill(values, Double.NaN);
    return values;
  }
}
