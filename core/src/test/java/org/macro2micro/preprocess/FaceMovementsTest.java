package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.clip.Frames;
import org.macro2micro.lab.KnownClip;
import org.macro2micro.lab.plan.Framing;
import org.macro2micro.lab.plan.LabSettings;
import org.macro2micro.preprocess.FaceMovements.Span;

class FaceMovementsTest {
  private static final int SIZE = 64;

  @TempDir Path temp;

  @Test
  void aPatchThatMovesIsSeenWhereItIsAndInPercentOfTheSide() throws Exception {
    Frames frames = frames(still(), patchMovedBy(1.28));
    FaceMovement movement = read(frames, Align.NONE, new Span(0, 1)).get(0);
    assertThat(movement.faceFound()).isFalse();
    assertThat(movement.displacement()[44 * SIZE + 32]).isCloseTo(2, within(.6f));
    assertThat(movement.displacement()[8 * SIZE + 8]).isLessThan(.3f);
    assertThat(movement.displacement()[8 * SIZE + 55]).isLessThan(.3f);
    assertThat(movement.before()[0]).isCloseTo(grey(still(), 0, 0) / 255f, within(.001f));
    assertThat(movement.after()).hasSize(3 * SIZE * SIZE);
  }

  @Test
  void aHeadThatMovesAsAWholeIsNoMovementOfTheFace() throws Exception {
    Frames frames = frames(still(), Pictures.texture(2, 1));
    FaceMovement movement = read(frames, Align.NONE, new Span(0, 1)).get(0);
    assertThat(movement.displacement()[32 * SIZE + 32]).isLessThan(.3f);
  }

  @Test
  void spansComeByTheirIndexInOrderOfTheirApexesAndMayShareFrames() throws Exception {
    Frames frames = frames(still(), patchMovedBy(1), still(), patchMovedBy(2));
    Map<Integer, FaceMovement> seen =
        read(frames, Align.NONE, new Span(1, 3), new Span(0, 1), new Span(2, 2));
    assertThat(seen).containsOnlyKeys(0, 1, 2);
    assertThat(seen.get(2).displacement()).containsOnly(0);
    assertThat(seen.get(1).after())
        .isEqualTo(read(frames, Align.NONE, new Span(1, 1)).get(0).after());
  }

  @Test
  void aFaceThatIsFoundFillsThePicture() throws Exception {
    LabSettings lab = LabSettings.casme2(1, 1, 9, 128, 5).withPicture(240, 200, Framing.FULL);
    KnownClip known = KnownClip.draw(lab, temp).get(0);
    Span span = new Span(0, known.apex());
    FaceMovement eyes = read(known.clip().frames(), Align.EYES, span).get(0);
    FaceMovement whole = read(known.clip().frames(), Align.NONE, span).get(0);
    assertThat(eyes.faceFound()).isTrue();
    assertThat(eyes.before()).isNotEqualTo(whole.before());
    assertThat(read(known.clip().frames(), Align.EYES, span).get(0).displacement())
        .isEqualTo(eyes.displacement());
  }

  @Test
  void withoutAFaceTheWholeFrameIsShown() throws Exception {
    Frames frames = frames(Pictures.grey(90), Pictures.grey(90));
    FaceMovement movement = read(frames, Align.BOX, new Span(0, 1)).get(0);
    assertThat(movement.faceFound()).isFalse();
    assertThat(movement.before()[0]).isCloseTo(90 / 255f, within(.001f));
  }

  @Test
  void impossibleSpansAreRefused() {
    assertThatThrownBy(() -> new Span(4, 3)).hasMessageContaining("onset 4, apex 3");
  }

  private Map<Integer, FaceMovement> read(Frames frames, Align align, Span... spans)
      throws PreparationException {
    PreprocessSettings settings = Pictures.aligned(Pictures.linear(2), align);
    Map<Integer, FaceMovement> seen = new TreeMap<>();
    new FaceMovements(settings, SIZE)
        .read(Pictures.ID, frames, List.of(spans), Optional.empty(), seen::put);
    return seen;
  }

  private Frames frames(IntBinaryOperator... pictures) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < pictures.length; i++) {
      files.add(Pictures.write(temp.resolve(i + ".png"), SIZE, SIZE, pictures[i]));
    }
    return new Frames(Frames.Content.FACE, files);
  }

  private static IntBinaryOperator still() {
    return Pictures.texture(0, 0);
  }

  /** Still but for a patch about (32, 44), a tenth of the picture, that went to the right. */
  private static IntBinaryOperator patchMovedBy(double pixels) {
    return (x, y) ->
        Math.hypot(x - 32, y - 44) < 11
            ? Pictures.texture(pixels, 0).applyAsInt(x, y)
            : still().applyAsInt(x, y);
  }

  private static int grey(IntBinaryOperator picture, int x, int y) {
    return picture.applyAsInt(x, y) & 255;
  }
}
