package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AugmentationTest {
  private static final int T = 2;
  private static final int SIZE = 4;

  @Property(tries = 50)
  void allOffIsTheClipItself(@ForAll Input input, @ForAll long seed) {
    PreparedClip clip = clip(input, seed);
    assertThat(Augmentation.none().apply(clip, random(seed))).isSameAs(clip);
  }

  @Property(tries = 50)
  void mirroredTwiceIsTheClip(@ForAll Input input, @ForAll long seed) {
    PreparedClip clip = clip(input, seed);
    PreparedClip once = Augmentation.change(clip, 0, 0, true, 1);
    PreparedClip twice = Augmentation.change(once, 0, 0, true, 1);
    assertThat(once.pixels()).isNotEqualTo(clip.pixels());
    if (input == Input.FLOW) {
      // 1 - (1 - u) rounds.
      assertThat(twice.pixels()).containsExactly(clip.pixels(), within(1e-7f));
    } else {
      assertThat(twice.pixels()).containsExactly(clip.pixels());
    }
  }

  @Test
  void mirrorSwapsColumns() {
    PreparedClip clip = clip(Input.FRAME, 1);
    float[] mirrored = Augmentation.change(clip, 0, 0, true, 1).pixels();
    for (int i = 0; i < mirrored.length; i++) {
      int x = i % SIZE;
      assertThat(mirrored[i]).isEqualTo(clip.pixels()[i - x + SIZE - 1 - x]);
    }
  }

  @Test
  void mirroredFlowTurnsTheSignOfUAlone() {
    float[] pixels = new float[T * 3 * SIZE * SIZE];
    Arrays.fill(pixels, .25f);
    float[] mirrored = Augmentation.change(clip(Input.FLOW, pixels), 0, 0, true, 1).pixels();
    for (int i = 0; i < mirrored.length; i++) {
      boolean isU = i / (SIZE * SIZE) % 3 == 0;
      assertThat(mirrored[i]).isEqualTo(isU ? .75f : .25f);
    }
  }

  @Test
  void shiftRepeatsTheEdges() {
    float[] pixels = new float[T * 3 * SIZE * SIZE];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (i % (SIZE * SIZE)) / 16f;
    }
    // Rows 0 1 2 3 / 4 5 6 7 / 8 9 10 11 / 12 13 14 15, two to the right and one up.
    int[] expected = {4, 4, 4, 5, 8, 8, 8, 9, 12, 12, 12, 13, 12, 12, 12, 13};
    float[] moved = Augmentation.change(clip(Input.FRAME, pixels), 2, -1, false, 1).pixels();
    for (int i = 0; i < moved.length; i++) {
      assertThat(moved[i]).isEqualTo(expected[i % 16] / 16f);
    }
  }

  @Test
  void contrastOfFramesIsAroundTheClipsMean() {
    float[] pixels = new float[T * 3 * SIZE * SIZE];
    Arrays.fill(pixels, 0, pixels.length / 2, .2f);
    Arrays.fill(pixels, pixels.length / 2, pixels.length, .4f);
    float[] spread = Augmentation.change(clip(Input.FRAME, pixels), 0, 0, false, 1.5f).pixels();
    assertThat(spread[0]).isCloseTo(.15f, within(1e-6f));
    assertThat(spread[pixels.length - 1]).isCloseTo(.45f, within(1e-6f));
  }

  @ParameterizedTest
  @CsvSource({"ONSET_DIFFERENCE,.2,.3", "ONSET_DIFFERENCE,-.8,-1", "FLOW,.6,.65", "FLOW,.1,0"})
  void contrastOfDifferencesIsAroundZeroAndOfFlowAroundTheMiddle(
      Input input, float value, float expected) {
    float[] pixels = new float[T * 3 * SIZE * SIZE];
    Arrays.fill(pixels, value);
    float[] spread = Augmentation.change(clip(input, pixels), 0, 0, false, 1.5f).pixels();
    for (float found : spread) {
      assertThat(found).isCloseTo(expected, within(1e-6f));
    }
  }

  @Property(tries = 100)
  void allFramesChangeAlikeWithinTheRange(
      @ForAll Input input,
      @ForAll long seed,
      @ForAll @DoubleRange(min = 0, max = .5) double shift,
      @ForAll @DoubleRange(min = 0, max = .9) double contrast) {
    float[] frame = clip(input, seed).pixels();
    int half = frame.length / T;
    System.arraycopy(frame, 0, frame, half, half);
    PreparedClip clip = clip(input, frame);
    float[] before = frame.clone();
    PreparedClip changed = new Augmentation(shift, .5, contrast).apply(clip, random(seed));
    assertThat(clip.pixels()).isEqualTo(before);
    assertThat(Arrays.copyOfRange(changed.pixels(), 0, half))
        .isEqualTo(Arrays.copyOfRange(changed.pixels(), half, 2 * half));
    float least = input == Input.ONSET_DIFFERENCE ? -1 : 0;
    for (float value : changed.pixels()) {
      assertThat(value).isBetween(least, 1f);
    }
    assertThat(changed.apex()).isEqualTo(clip.apex());
    assertThat(changed.id()).isEqualTo(clip.id());
  }

  @Test
  void sameSeedSameClip() {
    Augmentation augmentation = new Augmentation(.25, .5, .5);
    PreparedClip clip = clip(Input.FRAME, 3);
    Set<Float> seen = new HashSet<>();
    for (long seed = 0; seed < 20; seed++) {
      float[] pixels = augmentation.apply(clip, random(seed)).pixels();
      assertThat(augmentation.apply(clip, random(seed)).pixels()).isEqualTo(pixels);
      seen.add(pixels[5]);
    }
    assertThat(seen).hasSizeGreaterThan(10);
  }

  @Property(tries = 50)
  void shiftStaysWithinItsShare(
      @ForAll @IntRange(max = 1000) int seed, @ForAll @DoubleRange(min = 0, max = .4) double most) {
    // One bright pixel in the middle of 21x21: where it lies afterwards is the shift.
    float[] pixels = new float[3 * 21 * 21];
    pixels[10 * 21 + 10] = 1;
    PreparedClip clip = new PreparedClip(Pictures.ID, Input.FRAME, 1, 21, 21, 0, pixels);
    float[] moved = new Augmentation(most, 0, 0).apply(clip, random(seed)).pixels();
    int[] bright = IntStream.range(0, moved.length).filter(i -> moved[i] == 1).toArray();
    assertThat(bright).hasSize(1);
    long bound = Math.round(most * 21);
    assertThat(bright[0] % 21 - 10L).isBetween(-bound, bound);
    assertThat(bright[0] / 21 - 10L).isBetween(-bound, bound);
  }

  @ParameterizedTest
  @CsvSource({"-.1,0,0,max-shift", ".6,0,0,max-shift", "0,1.1,0,mirror", "0,0,1,contrast"})
  void refusesWhatIsOutOfRange(double shift, double mirror, double contrast, String name) {
    assertThatThrownBy(() -> new Augmentation(shift, mirror, contrast))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("augmentation." + name)
        .hasMessageContaining("expected 0 to");
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThatThrownBy(() -> new Augmentation(Double.NaN, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NaN");
  }

  private static PreparedClip clip(Input input, long seed) {
    RandomGenerator random = random(seed);
    float[] pixels = new float[T * 3 * SIZE * SIZE];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = input == Input.ONSET_DIFFERENCE ? 2 * random.nextFloat() - 1 : random.nextFloat();
    }
    return clip(input, pixels);
  }

  private static PreparedClip clip(Input input, float[] pixels) {
    return new PreparedClip(Pictures.ID, input, T, SIZE, SIZE, 1, pixels);
  }

  private static RandomGenerator random(long seed) {
    return new java.util.SplittableRandom(seed);
  }
}
