package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imread;

import java.nio.file.Path;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimilarityTest {
  private static final org.assertj.core.data.Offset<Double> EXACT = within(1e-12);

  /** A quarter turn to the right (downwards is positive), twice as large, 3 right, 4 down. */
  private static final Similarity TURN = new Similarity(0, 2, 3, 4);

  @TempDir Path folder;

  @Test
  void pointsGoWhereTheyAreWorkedByHand() {
    assertThat(TURN.xOf(5, 1)).isCloseTo(3 - 2, EXACT);
    assertThat(TURN.yOf(5, 1)).isCloseTo(4 + 10, EXACT);
    assertThat(TURN.scale()).isCloseTo(2, EXACT);
  }

  @Test
  void twoPointsSettleIt() {
    assertSame(Similarity.between(0, 0, 5, 1, 3, 4, 1, 14), TURN);
  }

  @Test
  void theInverseUndoesIt() {
    assertSame(TURN.then(TURN.inverse()), Similarity.IDENTITY);
    assertSame(TURN.inverse().then(TURN), Similarity.IDENTITY);
    Similarity shift = new Similarity(1, 0, 1, 0);
    // First the shift, then the turn: (0, 0) -> (1, 0) -> (3, 6).
    assertThat(shift.then(TURN).xOf(0, 0)).isCloseTo(3, EXACT);
    assertThat(shift.then(TURN).yOf(0, 0)).isCloseTo(6, EXACT);
  }

  @Test
  void takesPixelsFromWhereItLeadsAndGoesOnAtTheBorder() throws Exception {
    Path file = Pictures.write(folder.resolve("a.png"), 4, 4, (x, y) -> (10 * x + y) * 0x010101);
    try (Mat picture = imread(file.toString());
        Mat taken = new Similarity(1, 0, 2, 1).taken(picture, 3)) {
      assertThat(taken.rows()).isEqualTo(3);
      assertThat(taken.ptr(0, 0).get()).isEqualTo((byte) 21);
      assertThat(taken.ptr(1, 1).get()).isEqualTo((byte) 32);
      assertThat(taken.ptr(2, 2).get()).as("beyond the right edge").isEqualTo((byte) 33);
    }
  }

  private static void assertSame(Similarity found, Similarity expected) {
    assertThat(found.a()).isCloseTo(expected.a(), EXACT);
    assertThat(found.b()).isCloseTo(expected.b(), EXACT);
    assertThat(found.x()).isCloseTo(expected.x(), EXACT);
    assertThat(found.y()).isCloseTo(expected.y(), EXACT);
  }
}
