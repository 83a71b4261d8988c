package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imread;

import java.nio.file.Path;
import java.util.function.IntBinaryOperator;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadMotionTest {
  private static final int SIDE = 160;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"0, 0", ".3, -.2", "3.5, 1.25", "-6, 5"})
  void aShiftIsFoundToAFractionOfAPixel(double right, double down) throws Exception {
    assertMotion(Pictures.texture(right, down), right, down, .05);
  }

  @Test
  void aLampThatIsTurnedUpIsNoMotion() throws Exception {
    IntBinaryOperator moved = Pictures.texture(1.5, -1);
    assertMotion((x, y) -> moved.applyAsInt(x, y) + 0x101010, 1.5, -1, .05);
  }

  @Test
  void aContrastThatChangesIsNoMotionAndNoScaling() throws Exception {
    IntBinaryOperator moved = Pictures.texture(1.5, -1);
    IntBinaryOperator brighter =
        (x, y) -> (int) Math.round(1.2 * ((moved.applyAsInt(x, y) & 255) - 100) + 100) * 0x010101;
    assertMotion(brighter, 1.5, -1, .02);
    try (Mat onset = imread(folder.resolve("a.png").toString());
        Mat frame = imread(folder.resolve("b.png").toString())) {
      assertThat(HeadMotion.since(onset).to(frame).scale()).isCloseTo(1, within(3e-4));
    }
  }

  @Test
  void whatMovesWithinTheFaceIsNotFollowed() throws Exception {
    IntBinaryOperator head = Pictures.texture(2, 1);
    IntBinaryOperator mouth = Pictures.texture(2, 6);
    assertMotion(
        (x, y) -> (x > 60 && x < 100 && y > 105 && y < 135 ? mouth : head).applyAsInt(x, y),
        2,
        1,
        .15);
  }

  @Test
  void aTurnAndAScalingAreFoundAboutTheRightPlace() throws Exception {
    // (x, y) of the onset is at 1.02 (x, y) turned by .03 about (79.5, 79.5).
    double a = 1.02 * Math.cos(.03);
    double b = 1.02 * Math.sin(.03);
    Similarity truth = new Similarity(a, b, 79.5 - a * 79.5 + b * 79.5, 79.5 - b * 79.5 - a * 79.5);
    Path first = Pictures.write(folder.resolve("a.png"), SIDE, SIDE, Pictures.texture(0, 0));
    try (Mat onset = imread(first.toString());
        Mat frame = truth.inverse().taken(onset, SIDE)) {
      Similarity found = HeadMotion.since(onset).to(frame);
      for (int[] p : new int[][] {{40, 40}, {120, 40}, {80, 140}}) {
        assertThat(found.xOf(p[0], p[1])).isCloseTo(truth.xOf(p[0], p[1]), within(.1));
        assertThat(found.yOf(p[0], p[1])).isCloseTo(truth.yOf(p[0], p[1]), within(.1));
      }
    }
  }

  @Test
  void withNothingToHoldOnToNothingMoves() throws Exception {
    Path grey = Pictures.write(folder.resolve("g.png"), SIDE, SIDE, Pictures.grey(90));
    Path other = Pictures.write(folder.resolve("o.png"), SIDE, SIDE, Pictures.texture(70, -50));
    try (Mat onset = imread(grey.toString());
        Mat frame = imread(other.toString())) {
      assertThat(HeadMotion.since(onset).to(frame)).isEqualTo(Similarity.IDENTITY);
      Similarity back = HeadMotion.since(frame).to(onset);
      assertThat(Math.hypot(back.a() - 1, back.b())).isLessThan(.25);
    }
  }

  private void assertMotion(IntBinaryOperator moved, double right, double down, double within)
      throws Exception {
    Path first = Pictures.write(folder.resolve("a.png"), SIDE, SIDE, Pictures.texture(0, 0));
    Path next = Pictures.write(folder.resolve("b.png"), SIDE, SIDE, moved);
    try (Mat onset = imread(first.toString());
        Mat frame = imread(next.toString())) {
      Similarity motion = HeadMotion.since(onset).to(frame);
      double middle = (SIDE - 1) / 2.0;
      assertThat(motion.xOf(middle, middle) - middle).isCloseTo(right, within(within));
      assertThat(motion.yOf(middle, middle) - middle).isCloseTo(down, within(within));
      assertThat(motion.scale()).isCloseTo(1, within(.005));
      assertThat(motion.b()).isCloseTo(0, within(.005));
    }
  }
}
