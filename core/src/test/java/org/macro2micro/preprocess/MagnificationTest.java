package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;

import java.util.Arrays;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MagnificationTest {
  private static final int SIZE = 64;
  private static final int PLANE = SIZE * SIZE;

  @Test
  void aChangeOfTheWholeFrameGrowsByTheFactor() {
    float[] onset = new float[3 * PLANE];
    double[] frames = new double[2 * 3 * PLANE];
    for (int i = 0; i < onset.length; i++) {
      onset[i] = 100 + i / PLANE;
      frames[i] = onset[i];
      frames[onset.length + i] = onset[i] + 3;
    }
    new Magnification(5).apply(frames, onset, SIZE);
    assertThat(frames[7]).isEqualTo(100);
    assertThat(frames[onset.length + 7]).isCloseTo(115, within(1e-3));
    assertThat(frames[onset.length + 2 * PLANE + 7]).isCloseTo(117, within(1e-3));
  }

  @Test
  void oneLeavesEveryBitAsItWas() {
    double[] frames = new double[3 * PLANE];
    Arrays.setAll(frames, i -> i * .1);
    double[] before = frames.clone();
    new Magnification(1).apply(frames, new float[3 * PLANE], SIZE);
    assertThat(frames).isEqualTo(before);
    assertThat(new Magnification(1).isOn()).isFalse();
  }

  @Test
  void fineDetailIsNotMagnified() {
    // A chessboard of single pixels, as noise is, keeps its size of 10; broad waves grow.
    double[] frames = new double[3 * PLANE];
    Arrays.setAll(frames, i -> 10 * ((i % SIZE + i / SIZE) % 2 == 0 ? 1 : -1));
    new Magnification(10).apply(frames, new float[3 * PLANE], SIZE);
    assertThat(Arrays.stream(frames).map(Math::abs).max().orElseThrow()).isCloseTo(10, within(.5));
    Arrays.setAll(frames, i -> Math.sin(2 * Math.PI * (i % SIZE) / 32));
    new Magnification(10).apply(frames, new float[3 * PLANE], SIZE);
    assertThat(frames[SIZE * 32 + 24])
        .isCloseTo(-1 - 9 * Math.pow(Math.cos(Math.PI / 32), 8), within(.05));
  }

  @Test
  void aBlobThatMovesALittleMovesByTheFactor() {
    // Five times .4 pixels: the middle of the blob's weight is 2 pixels further on.
    float[] onset = new float[3 * PLANE];
    double[] frame = new double[3 * PLANE];
    for (int i = 0; i < onset.length; i++) {
      onset[i] = (float) blob(i % SIZE, i / SIZE % SIZE, 32);
      frame[i] = blob(i % SIZE, i / SIZE % SIZE, 32.4);
    }
    new Magnification(5).apply(frame, onset, SIZE);
    double sum = 0;
    double moment = 0;
    for (int i = 0; i < PLANE; i++) {
      sum += frame[i];
      moment += frame[i] * (i % SIZE);
    }
    assertThat(moment / sum).isCloseTo(34, within(.05));
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 9, 17})
  void picturesOfBytesAreCutToTheirRange(int size) {
    try (Mat onset = new Mat(size, size, CV_8UC1, new Scalar(100));
        Mat frame = new Mat(size, size, CV_8UC1, new Scalar(140))) {
      new Magnification(2).apply(frame, onset);
      assertThat(frame.ptr(size / 2, 0).get() & 0xff).isEqualTo(180);
      new Magnification(3).apply(frame, onset);
      assertThat(frame.ptr(size / 2, 0).get() & 0xff).isEqualTo(255);
    }
  }

  private static double blob(double x, double y, double centre) {
    double dx = x - centre;
    double dy = y - 32;
    return 200 * Math.exp(-(dx * dx + dy * dy) / 72);
  }
}
