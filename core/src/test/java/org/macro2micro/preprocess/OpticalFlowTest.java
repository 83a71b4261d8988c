package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpticalFlowTest {
  private static final int SIZE = 64;

  @TempDir Path folder;

  @Test
  void findsAShift() throws IOException, PreparationException {
    OpticalFlow flow = flow(2, -1);
    assertThat(median(flow.u())).isCloseTo(2, within(.15f));
    assertThat(median(flow.v())).isCloseTo(-1, within(.15f));
  }

  @Test
  void stillImagesHaveNoFlowAtAll() throws IOException, PreparationException {
    OpticalFlow flow = flow(0, 0);
    assertThat(flow.u()).containsOnly(0);
    assertThat(flow.v()).containsOnly(0);
  }

  @Test
  void isTheSameToTheBitWithAnyNumberOfThreads() throws IOException, PreparationException {
    int before = opencv_core.getNumThreads();
    try {
      opencv_core.setNumThreads(1);
      OpticalFlow alone = flow(1.5, .5);
      opencv_core.setNumThreads(4);
      OpticalFlow together = flow(1.5, .5);
      assertThat(together.u()).isEqualTo(alone.u());
      assertThat(together.v()).isEqualTo(alone.v());
    } finally {
      opencv_core.setNumThreads(before);
    }
  }

  @Test
  void greyInUnitsIsTheSameAsBytes() throws IOException, PreparationException {
    OpticalFlow fromFiles = flow(2, -1);
    OpticalFlow fromGrey =
        OpticalFlow.between(
            grey(Pictures.texture(0, 0)), grey(Pictures.texture(2, -1)), SIZE, SIZE);
    assertThat(fromGrey.u()).isEqualTo(fromFiles.u());
    assertThat(fromGrey.v()).isEqualTo(fromFiles.v());
  }

  @Test
  void anImageOfAnotherSizeIsNamed() {
    assertThatThrownBy(() -> OpticalFlow.between(new float[6], new float[5], 3, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("flow: found an image of 5 values, expected the 6 of 3x2 pixels");
  }

  private static float[] grey(IntBinaryOperator colour) {
    float[] grey = new float[SIZE * SIZE];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = (colour.applyAsInt(i % SIZE, i / SIZE) & 255) / 255f;
    }
    return grey;
  }

  @Test
  void noneIsNoMotion() {
    assertThat(OpticalFlow.none(3).u()).containsExactly(0, 0, 0);
    assertThat(OpticalFlow.none(3).v()).containsExactly(0, 0, 0);
  }

  private OpticalFlow flow(double right, double down) throws IOException, PreparationException {
    Path from = Pictures.write(folder.resolve("a.png"), SIZE, SIZE, Pictures.texture(0, 0));
    Path to = Pictures.write(folder.resolve("b.png"), SIZE, SIZE, Pictures.texture(right, down));
    FrameDecoder decoder = new FrameDecoder(Pictures.ID);
    try (Mat first = decoder.grey(from, SIZE);
        Mat second = decoder.grey(to, SIZE)) {
      return OpticalFlow.between(first, second);
    }
  }

  private static float median(float[] values) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
