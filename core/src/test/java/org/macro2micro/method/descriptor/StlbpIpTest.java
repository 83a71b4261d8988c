package org.macro2micro.method.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.macro2micro.method.descriptor.Volumes.stlbpIp;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macro2micro.preprocess.PreparedClip;

class StlbpIpTest {
  private static final int SHAPE = 16;
  private static final int PART = SHAPE + 15;

  @Test
  void aChangeThatGrowsDownwardsAndWithTime() {
    // Less the first frame: t*y at every x, so rows have sums 5ty and columns 10t.
    PreparedClip clip = Volumes.clip(4, 5, 5, (t, y, x) -> 10 * x + 3 * y + t * y);
    float[] vector = stlbpIp(1, 1, 1, 1, 1, 4).of(clip);
    float[] expected = new float[2 * PART];
    expected[0b1100] = 1; // Two before are lower, two after higher.
    expected[SHAPE + 8] = 1; // Next and later higher: 1001, the ninth uniform pattern.
    expected[PART + 0b1111] = 1; // All columns alike.
    expected[PART + SHAPE + 11] = 1; // All but earlier: 1101, the twelfth.
    assertThat(vector).containsExactly(expected);
  }

  @Test
  void aClipThatStandsStillHasOnlyOnes() {
    PreparedClip clip = Volumes.clip(4, 10, 10, (t, y, x) -> (x * x + 7 * y) % 50);
    float[] vector = stlbpIp(2, 2, 1, 1, 1, 4).of(clip);
    assertThat(vector).hasSize(8 * PART);
    for (int i = 0; i < vector.length; i++) {
      int place = i % PART;
      assertThat(vector[i]).isEqualTo(place == 15 || place == SHAPE + 13 ? 1 : 0);
    }
  }

  @Property(tries = 30)
  void everyHistogramHasSumOne(@ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int half) {
    int p = 2 * half;
    int bins = p * (p - 1) + 3;
    float[] vector = stlbpIp(2, 3, 2, 1, 2, p).of(Volumes.noise(seed, 7, 20, 31));
    assertThat(vector).hasSize(6 * 2 * ((1 << p) + bins));
    double sum = 0;
    int next = 1 << p;
    boolean isShape = true;
    for (int i = 0; i < vector.length; i++) {
      sum += vector[i];
      if (i + 1 == next) {
        assertThat(sum).isCloseTo(1, within(1e-5));
        sum = 0;
        isShape = !isShape;
        next += isShape ? 1 << p : bins;
      }
    }
  }

  @Property(tries = 30)
  void aPatternThatStandsStillChangesNothing(@ForAll long seed, @ForAll long still) {
    PreparedClip clip = Volumes.noise(seed, 6, 10, 12);
    float[] added = clip.pixels().clone();
    float[] frame = Volumes.noise(still, 1, 10, 12).pixels();
    for (int i = 0; i < added.length; i++) {
      added[i] = added[i] / 2 + frame[i % frame.length];
    }
    PreparedClip other = new PreparedClip(Volumes.ID, clip.input(), 6, 10, 12, 0, added);
    StlbpIp descriptor = stlbpIp(1, 2, 1, 1, 1, 4);
    assertThat(descriptor.of(other)).containsExactly(descriptor.of(clip));
  }

  @Property(tries = 30)
  void mirroringLeavesTheSumsAlongRows(@ForAll long seed) {
    PreparedClip clip = Volumes.noise(seed, 6, 10, 12);
    StlbpIp descriptor = stlbpIp(1, 2, 1, 1, 1, 4);
    float[] vector = descriptor.of(clip);
    float[] mirrored = descriptor.of(Volumes.mirrored(clip));
    for (int i = 0; i < PART; i++) {
      assertThat(mirrored[2 * PART + i]).isEqualTo(vector[i]);
      assertThat(mirrored[i]).isEqualTo(vector[2 * PART + i]);
    }
    // In a mask the four neighbours change places: first with last, second with third.
    for (int code = 0; code < SHAPE; code++) {
      int turned = Integer.reverse(code) >>> 28;
      assertThat(mirrored[3 * PART + turned]).isEqualTo(vector[PART + code]);
    }
  }

  @ParameterizedTest
  @CsvSource({"5", "7", "10", "16"})
  void aMaskNeedsAsManyOnBothSides(int neighbours) {
    assertThatThrownBy(() -> stlbpIp(1, 1, 1, 1, 1, neighbours))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("neighbours: found " + neighbours);
  }

  @ParameterizedTest
  @CsvSource({
    "6, 9, 1, 1, 1, 3, preprocess.frames",
    "9, 9, 2, 1, 1, 3, rows",
    "9, 9, 1, 2, 1, 3, columns",
    "9, 9, 1, 1, 5, 3, radius-x=5"
  })
  void whatIsTooSmallIsNamed(
      int frames, int size, int rows, int columns, int rx, int rt, String named) {
    StlbpIp descriptor = stlbpIp(rows, columns, rx, 1, rt, 4);
    PreparedClip clip = Volumes.noise(1, frames, size, size);
    assertThatThrownBy(() -> descriptor.of(clip))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(named);
  }
}
