package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FrameSamplingTest {
  @Test
  void eachSideOfTheApexIsSampledEvenly() {
    // 0..2..10 in six: the apex is a fifth of the way, position 1.
    FrameSampling sampling = FrameSampling.of(0, 2, 10, 6);
    assertThat(sampling.apex()).isEqualTo(1);
    assertThat(sampling.positions()).containsExactly(0, 2, 4, 6, 8, 10);
  }

  @Test
  void anApexBetweenEvenStepsIsKeptAllTheSame() {
    // Nearest of 0, 2.5, 5, 7.5, 10 to 4 is the third: 0 2 4 on one side, 4 7 10 on the other.
    FrameSampling sampling = FrameSampling.of(0, 4, 10, 5);
    assertThat(sampling.apex()).isEqualTo(2);
    assertThat(sampling.positions()).containsExactly(0, 2, 4, 7, 10);
  }

  @Test
  void clipThatEndsAtItsApexHasItLast() {
    FrameSampling sampling = FrameSampling.of(0, 9, 9, 4);
    assertThat(sampling.apex()).isEqualTo(3);
    assertThat(sampling.positions()).containsExactly(0, 3, 6, 9);
  }

  @Test
  void oneFrameIsTheApex() {
    assertThat(FrameSampling.of(3, 5, 9, 1).positions()).containsExactly(5);
  }

  @Test
  void twoFramesAreOnsetAndApex() {
    FrameSampling sampling = FrameSampling.of(3, 5, 9, 2);
    assertThat(sampling.apex()).isEqualTo(1);
    assertThat(sampling.positions()).containsExactly(3, 5);
  }

  @Test
  void anApexNearTheOnsetDoesNotTakeItsPlace() {
    FrameSampling sampling = FrameSampling.of(0, 1, 100, 4);
    assertThat(sampling.apex()).isEqualTo(1);
    assertThat(sampling.positions()).containsExactly(0, 1, 50.5, 100);
  }

  @Test
  void anApexNearTheOffsetDoesNotTakeItsPlace() {
    FrameSampling sampling = FrameSampling.of(0, 99, 100, 4);
    assertThat(sampling.apex()).isEqualTo(2);
    assertThat(sampling.positions()).containsExactly(0, 49.5, 99, 100);
  }

  @Property
  void apexIsKeptWhateverTheClip(
      @ForAll @IntRange(max = 50) int onset,
      @ForAll @IntRange(max = 80) int rise,
      @ForAll @IntRange(max = 80) int fall,
      @ForAll @IntRange(min = 1, max = 40) int frames) {
    int apex = onset + rise;
    int offset = apex + fall;
    FrameSampling sampling = FrameSampling.of(onset, apex, offset, frames);
    double[] positions = sampling.positions();
    assertThat(positions).hasSize(frames);
    assertThat(sampling.apex()).isBetween(0, frames - 1);
    assertThat(positions[sampling.apex()]).isEqualTo(apex);
    assertThat(positions).isSorted();
    if (frames >= 2) {
      assertThat(positions[0]).isEqualTo(onset);
    }
    if (frames >= 3) {
      assertThat(positions[frames - 1]).isEqualTo(offset);
    }
  }
}
