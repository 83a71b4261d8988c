package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;

import java.util.function.IntBinaryOperator;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_video;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;

class FlowColoursTest {
  @Test
  void huesAreHalfTheAngle() {
    assertThat(FlowColours.hue(1, 0)).isZero();
    assertThat(FlowColours.hue(0, 1)).isCloseTo(45, within(1e-9));
    assertThat(FlowColours.hue(-1, 0)).isCloseTo(90, within(1e-9));
    assertThat(FlowColours.hue(0, -1)).isCloseTo(135, within(1e-9));
    assertThat(FlowColours.hue(1, -1e-9)).isLessThan(180);
  }

  /** Motions of lengths 0, 1, 2 and 2: black, half and full. Right is red, left is cyan. */
  @Test
  void coloursSayWhereAndHowFar() {
    float[] u = {0, 1, -2, 0};
    float[] v = {0, 0, 0, 2};
    float[] picture = FlowColours.of(u, v, new float[] {1, 1, 1, .5f});
    assertThat(pixel(picture, 0)).containsExactly(0, 0, 0);
    assertThat(pixel(picture, 1)).containsExactly(.5f, 0, 0);
    assertThat(pixel(picture, 2)).containsExactly(0, 1, 1);
    // A quarter of the circle is half way from yellow to green; with half the saturation all
    // that is missing is halved.
    assertThat(pixel(picture, 3)).containsExactly(new float[] {.75f, 1, .5f}, within(1e-6f));
  }

  @Test
  void withoutMovementThePictureIsBlack() {
    assertThat(FlowColours.of(new float[4], new float[4], new float[] {1, 1, 1, 1}))
        .containsOnly(0);
  }

  @Test
  void saturationIsWhatGreyLacks() {
    float[] frames = {9, 9, 9, .5f, 0, .8f, .5f, 0, .2f, .5f, 0, .6f};
    assertThat(FlowColours.saturation(frames, 3, 3)).containsExactly(0, 0, .75f);
  }

  /** A texture that moves by two pixels to the right and one upwards. */
  @Test
  void farnebackFindsAShift() {
    OpticalFlow flow =
        OpticalFlow.farneback(grey(Pictures.texture(0, 0)), grey(Pictures.texture(2, -1)), 64, 64);
    assertThat(FlowImage.median(flow.u())).isCloseTo(2, within(.2f));
    assertThat(FlowImage.median(flow.v())).isCloseTo(-1, within(.2f));
    float[] still = grey(Pictures.texture(0, 0));
    for (float u : OpticalFlow.farneback(still, still, 64, 64).u()) {
      assertThat(u).isCloseTo(0, within(.1f));
    }
  }

  /** One level, windows of 15, two passes, and polynomials of 5 pixels and 1.1. */
  @Test
  void farnebackHasTheNumbersOfTheAuthorsCode() {
    float[] from = grey(Pictures.texture(0, 0));
    float[] to = grey(Pictures.texture(2, -1));
    OpticalFlow flow = OpticalFlow.farneback(from, to, 64, 64);
    float[] both = new float[2 * 64 * 64];
    try (Mat first = mat(from);
        Mat second = mat(to);
        Mat expected = new Mat();
        FloatPointer data = farneback(first, second, expected)) {
      data.get(both);
    }
    for (int i = 0; i < from.length; i++) {
      assertThat(flow.u()[i]).isEqualTo(both[2 * i]);
      assertThat(flow.v()[i]).isEqualTo(both[2 * i + 1]);
    }
  }

  private static FloatPointer farneback(Mat from, Mat to, Mat flow) {
    opencv_video.calcOpticalFlowFarneback(from, to, flow, .5, 1, 15, 2, 5, 1.1, 0);
    return new FloatPointer(flow.data());
  }

  private static Mat mat(float[] grey) {
    byte[] bytes = new byte[grey.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(255 * grey[i]);
    }
    Mat mat = new Mat(64, 64, CV_8UC1);
    mat.data().put(bytes);
    return mat;
  }

  private static float[] grey(IntBinaryOperator picture) {
    float[] grey = new float[64 * 64];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = (picture.applyAsInt(i % 64, i / 64) & 255) / 255f;
    }
    return grey;
  }

  private static float[] pixel(float[] picture, int at) {
    int pixels = picture.length / 3;
    float[] pixel = {picture[at], picture[pixels + at], picture[2 * pixels + at]};
    return pixel;
  }
}
