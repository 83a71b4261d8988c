package org.macro2micro.method.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.macro2micro.method.descriptor.Volumes.stclqp;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macro2micro.preprocess.PreparedClip;

class StclqpTest {
  private static final int SIGN = 0;
  private static final int MAGNITUDE = 1;
  private static final int ORIENTATION = 2;

  @Test
  void aRampAlongX() {
    PreparedClip ramp = Volumes.clip(3, 3, 5, (t, y, x) -> 4 * x);
    CompletedPatterns frame = planes(ramp, new Radii(1, 1, 1))[0];
    // Right, up and down are not darker; right and left are 4 away where the mean is 2.
    assertThat(codes(frame, SIGN, 3, 3, 5)).containsOnly(0b1011);
    assertThat(codes(frame, MAGNITUDE, 3, 3, 5)).containsOnly(0b0101);
    assertThat(codes(frame, ORIENTATION, 3, 3, 5)).containsOnly(0b1111);
  }

  @Test
  void gradientsThatPointApartHaveNoBit() {
    // A valley at x = 3: at x = 4 the gradient points right, two to the left of it left.
    PreparedClip valley = Volumes.clip(3, 3, 9, (t, y, x) -> 10 * Math.abs(x - 3));
    CompletedPatterns[] planes = planes(valley, new Radii(2, 1, 1));
    int[] code = new int[1];
    planes[0].codes(ORIENTATION, 27 + 9 + 4, code);
    assertThat(code[0]).isEqualTo(0b1011);
    planes[1].codes(ORIENTATION, 27 + 9 + 4, code);
    assertThat(code[0]).isEqualTo(0b1011);
    planes[2].codes(ORIENTATION, 27 + 9 + 4, code);
    assertThat(code[0]).isEqualTo(0b1111);
  }

  @Test
  void wordsAreWeightedMeansOfPatterns() {
    long[] counts = new long[16];
    counts[0b0000] = 10;
    counts[0b1111] = 10;
    counts[0b0001] = 1;
    counts[0b1110] = 1;
    int[] table = PatternCodebook.table(counts, 2);
    assertThat(new int[] {table[0], table[1], table[0b1110], table[15]})
        .containsExactly(0, 0, 1, 1);
    // 0011: (10/11)^2 + 1 = 1.83 from the first centre, (1/11)^2 + 2 = 2.01 from the second.
    assertThat(table[0b0011]).isZero();
    // 0110: 2 + (1/11)^2 from the first, (10/11)^2 + 1 from the second.
    assertThat(table[0b0110]).isEqualTo(1);
  }

  @Property(tries = 100)
  void withAWordForEveryPatternNothingIsLost(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 16) int words) {
    long[] counts = new long[16];
    for (int code = 0; code < 16; code++) {
      counts[code] = 1 + Math.floorMod(seed >> code, 5);
    }
    int[] table = PatternCodebook.table(counts, words);
    long used = Arrays.stream(table).distinct().count();
    assertThat(Arrays.stream(table)).allMatch(word -> word >= 0 && word < words);
    assertThat(used).isLessThanOrEqualTo(words);
    if (words == 16) {
      assertThat(used).isEqualTo(16);
    }
  }

  @Test
  void wherePatternsAreFewerThanWordsEachIsItsOwn() {
    PreparedClip ramp = Volumes.clip(3, 3, 5, (t, y, x) -> 4 * x);
    Stclqp descriptor = stclqp(1, 1, 1, 1, 1, 1, 4);
    float[] vector = descriptor.with(descriptor.learn(List.of(ramp).iterator())).of(ramp);
    assertThat(vector).hasSize(9 * 8);
    for (int i = 0; i < vector.length; i++) {
      assertThat(vector[i]).isEqualTo(i % 8 == 0 ? 1 : 0);
    }
  }

  @Property(tries = 10)
  void everyHistogramHasSumOneAndLightChangesNothing(@ForAll long seed) {
    PreparedClip clip = Volumes.noise(seed, 6, 8, 9);
    PreparedClip other = Volumes.noise(seed + 1, 6, 8, 9);
    Stclqp descriptor = stclqp(2, 2, 1, 1, 1, 2, 8);
    float[] learnt = descriptor.learn(List.of(clip, other).iterator());
    assertThat(descriptor.learn(List.of(other, clip).iterator())).containsExactly(learnt);
    float[] vector = descriptor.with(learnt).of(clip);
    assertThat(vector).hasSize(4 * 9 * 8);
    for (int start = 0; start < vector.length; start += 8) {
      double sum = 0;
      for (int i = start; i < start + 8; i++) {
        sum += vector[i];
      }
      assertThat(sum).isCloseTo(1, within(1e-6));
    }
    assertThat(descriptor.with(learnt).of(Volumes.changed(clip, .5f, .25f)))
        .containsExactly(vector);
  }

  @Test
  void clipsAreNeeded() {
    Stclqp descriptor = stclqp(1, 1, 1, 1, 1, 1, 4);
    assertThatThrownBy(() -> descriptor.learn(Collections.emptyIterator()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no training clips");
  }

  @ParameterizedTest
  @ValueSource(floats = {-1, 8, .5f, Float.NaN})
  void whatIsNoCodewordIsRefused(float word) {
    Stclqp descriptor = stclqp(1, 1, 1, 1, 1, 1, 4);
    float[] learnt = new float[9 * 16];
    assertThat(descriptor.with(learnt)).isNotNull();
    learnt[7] = word;
    assertThatThrownBy(() -> descriptor.with(learnt))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("pattern 7")
        .hasMessageContaining("bins=8");
    assertThatThrownBy(() -> descriptor.with(new float[9 * 32]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found 288 patterns in all, expected 144");
  }

  private static CompletedPatterns[] planes(PreparedClip clip, Radii radii) {
    return CompletedPatterns.planes(GreyVolume.of(clip), radii, 4);
  }

  /** The codes of the inner voxels of the middle row of the second frame. */
  private static int[] codes(
      CompletedPatterns patterns, int kind, int frames, int height, int width) {
    int[] codes = new int[width - 2];
    patterns.codes(kind, (frames / 2 * height + height / 2) * width + 1, codes);
    return codes;
  }
}
