package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EulerianFramesTest {
  private static final int SIZE = 32;
  private static final int PLANE = SIZE * SIZE;
  private static final Eulerian USUAL = new Eulerian(10, 16, .4, .05);

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aStaticClipStaysItself(boolean grey) {
    float[] still = blob(grey ? 1 : 3, 16, 100);
    double[] frames = magnified(USUAL, List.of(still, still, still, still, still), 7, grey);
    for (int i = 0; i < frames.length; i++) {
      assertThat(frames[i]).isCloseTo(still[i % still.length], within(1e-3));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void withoutAlphaItIsLinearInterpolation(boolean grey) {
    List<float[]> clip = moving(grey ? 1 : 3, 6);
    int length = clip.get(0).length;
    double[] frames = magnified(new Eulerian(0, 16, .4, .05), clip, 4, grey);
    FrameMixture mixture = FrameMixture.even(0, 5, 4);
    for (int t = 0; t < 4; t++) {
      for (int i = 0; i < length; i++) {
        double expected = 0;
        for (int k = 0; k < clip.size(); k++) {
          expected += mixture.weights()[t][k] * clip.get(k)[i];
        }
        assertThat(frames[t * length + i]).isCloseTo(expected, within(1e-9));
      }
    }
  }

  @Test
  void theBandOfEachFrameIsTheRecursionsFrameByFrame() {
    // As the program that the method comes from runs: every frame has a pyramid of its own.
    List<float[]> clip = moving(1, 6);
    double[] gains = PyramidGains.of(SIZE, 10, 16);
    double[] fast = doubles(clip.get(0));
    double[] slow = doubles(clip.get(0));
    double[] frames = magnified(USUAL, clip, FrameMixture.at(0, 5, 0, 1, 2, 3, 4, 5), true);
    for (int n = 0; n < clip.size(); n++) {
      float[] change = new float[PLANE];
      for (int i = 0; i < PLANE; i++) {
        fast[i] = .4 * clip.get(n)[i] + .6 * fast[i];
        slow[i] = .05 * clip.get(n)[i] + .95 * slow[i];
        change[i] = (float) (fast[i] - slow[i]);
      }
      LaplacianPyramid.multiply(change, SIZE, gains);
      for (int i = 0; i < PLANE; i++) {
        double expected = Math.max(0, Math.min(255, clip.get(n)[i] + change[i]));
        assertThat(frames[n * PLANE + i]).isCloseTo(expected, within(1e-3));
      }
    }
  }

  @Test
  void theFirstFrameIsRawAndTheLastIsMagnified() {
    List<float[]> clip = moving(1, 6);
    double[] frames = magnified(USUAL, clip, 3, true);
    assertThat(Arrays.copyOf(frames, PLANE)).containsExactly(doubles(clip.get(0)), within(1e-6));
    double last = distance(Arrays.copyOfRange(frames, 2 * PLANE, 3 * PLANE), clip.get(0));
    assertThat(last).isGreaterThan(3 * distance(doubles(clip.get(5)), clip.get(0)));
  }

  @Test
  void magnifiedFramesAreCutBeforeTheyAreMixed() {
    // The second frame leaves the range at the blob: 255, and halfway (255 + 100) / 2 there.
    List<float[]> clip = List.of(blob(1, 16, 0), blob(1, 16, 120));
    Eulerian strong = new Eulerian(100, .01, .4, .05);
    double[] frames = magnified(strong, clip, FrameMixture.at(0, 1, 0, .5, 1), true);
    int middle = 16 * SIZE + 16;
    assertThat(frames[2 * PLANE + middle]).isEqualTo(255);
    assertThat(frames[PLANE + middle]).isCloseTo((clip.get(0)[middle] + 255) / 2, within(1e-3));
  }

  @Test
  void chromaIsMagnifiedTenTimesLess() {
    // A change of 1 in red alone changes the luma by .299. So .1 + .9 * .299 is added in red, and
    // .9 * .299 in green and blue.
    float[] before = new float[3 * PLANE];
    Arrays.fill(before, 100);
    float[] after = before.clone();
    float[] bump = blob(1, 16, 3);
    float[] grown = new float[PLANE];
    for (int i = 0; i < PLANE; i++) {
      after[i] += bump[i] - 100;
      grown[i] = (float) .35 * (bump[i] - 100);
    }
    LaplacianPyramid.multiply(grown, SIZE, PyramidGains.of(SIZE, 10, 16));
    double[] frames = magnified(USUAL, List.of(before, after), FrameMixture.at(0, 1, 1), false);
    int middle = 16 * SIZE + 16;
    assertThat(grown[middle]).isGreaterThan(1);
    assertThat(frames[middle] - after[middle])
        .isCloseTo((.1 + .9 * .299) * grown[middle], within(1e-3));
    for (int channel = 1; channel < 3; channel++) {
      assertThat(frames[channel * PLANE + middle] - 100)
          .isCloseTo(.9 * .299 * grown[middle], within(1e-3));
    }
  }

  @Test
  void aClipWithoutColourIsTheSameEitherWay() {
    List<float[]> grey = new ArrayList<>();
    for (float[] frame : moving(1, 4)) {
      float[] three = new float[3 * PLANE];
      for (int i = 0; i < three.length; i++) {
        three[i] = frame[i % PLANE];
      }
      grey.add(three);
    }
    assertThat(magnified(USUAL, grey, 5, true))
        .containsExactly(magnified(USUAL, grey, 5, false), within(1e-3));
  }

  @Test
  void aFrameThatWasNotTakenIsAnError() {
    EulerianFrames frames = new EulerianFrames(USUAL, FrameMixture.at(0, 1, 0, 1), SIZE, true);
    frames.add(0, blob(1, 16, 0));
    assertThatThrownBy(() -> frames.mix(new double[2 * PLANE]))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("frame 1 was not taken");
  }

  private static double[] magnified(
      Eulerian settings, List<float[]> clip, int frames, boolean grey) {
    return magnified(settings, clip, FrameMixture.even(0, clip.size() - 1, frames), grey);
  }

  private static double[] magnified(
      Eulerian settings, List<float[]> clip, FrameMixture mixture, boolean grey) {
    EulerianFrames frames = new EulerianFrames(settings, mixture, SIZE, grey);
    for (int i = 0; i < clip.size(); i++) {
      frames.add(i, clip.get(i));
    }
    double[] sums = new double[mixture.weights().length * clip.get(0).length];
    frames.mix(sums);
    return sums;
  }

  /** A blob that moves by a fifth of a pixel a frame. */
  private static List<float[]> moving(int planes, int count) {
    List<float[]> clip = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      clip.add(blob(planes, 16 + .2 * n, 60));
    }
    return clip;
  }

  /** A blob on 100, less strong in each plane than in the one before. */
  private static float[] blob(int planes, double centre, double height) {
    float[] frame = new float[planes * PLANE];
    for (int i = 0; i < frame.length; i++) {
      double dx = i % SIZE - centre;
      double dy = i / SIZE % SIZE - 16;
      int plane = i / PLANE;
      frame[i] = (float) (100 + height / (1 + plane) * Math.exp(-(dx * dx + dy * dy) / 30));
    }
    return frame;
  }

  private static double[] doubles(float[] values) {
    double[] copy = new double[values.length];
    Arrays.setAll(copy, i -> values[i]);
    return copy;
  }

  private static double distance(double[] frame, float[] other) {
    double sum = 0;
    for (int i = 0; i < frame.length; i++) {
      sum += (frame[i] - other[i]) * (frame[i] - other[i]);
    }
    return Math.sqrt(sum);
  }
}
