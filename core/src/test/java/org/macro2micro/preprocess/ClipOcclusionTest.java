package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.ClipId;

/** A texture of 32x32 pixels that moves to the right and back, prepared at 16x16. */
class ClipOcclusionTest {
  private static final FaceSquare MIDDLE = new FaceSquare(.25, .5, .25);
  private static final ClipId HIDDEN = ClipId.of("db", "sub01", "hidden");

  @TempDir Path folder;

  static Stream<PreprocessSettings> frames() {
    return Stream.of(
        Pictures.linear(1),
        Pictures.linear(3),
        Pictures.settings(Input.FRAME, 7, Interpolation.TIM),
        Pictures.settings(Input.ONSET_DIFFERENCE, 4, Interpolation.LINEAR));
  }

  @ParameterizedTest
  @MethodSource("frames")
  void theSquareShowsTheOnsetInEveryFrameAndTheRestIsUntouched(PreprocessSettings settings)
      throws Exception {
    ClipPreparation preparation = new ClipPreparation(settings);
    Clip clip = moving();
    PreparedClip whole = preparation.prepare(clip);
    PreparedClip still = preparation.prepare(Pictures.clip(stillFiles(), 2));
    try (ClipOcclusion occlusion = occlusion(preparation, clip)) {
      assertThat(occlusion.whole().pixels()).isEqualTo(whole.pixels());
      PreparedClip hidden = occlusion.without(HIDDEN, MIDDLE);
      assertThat(hidden.id()).isEqualTo(HIDDEN);
      assertThat(hidden.apex()).isEqualTo(whole.apex());
      int differing = 0;
      for (int i = 0; i < hidden.pixels().length; i++) {
        float expected = isHidden(i) ? still.pixels()[i] : whole.pixels()[i];
        assertThat(hidden.pixels()[i]).as("value %d", i).isEqualTo(expected);
        differing += isHidden(i) && whole.pixels()[i] != still.pixels()[i] ? 1 : 0;
      }
      assertThat(differing).as("values that move in the square").isPositive();
      assertThat(occlusion.without(HIDDEN, MIDDLE).pixels()).isEqualTo(hidden.pixels());
      assertThat(occlusion.apexFace(8)).hasSize(3 * 64);
    }
  }

  static Stream<PreprocessSettings> everything() {
    return Stream.concat(
        frames(),
        Stream.of(
            Pictures.linear(3).withMagnification(4),
            Pictures.with(Pictures.linear(4), new Eulerian(10, 16, .4, .05))));
  }

  @ParameterizedTest
  @MethodSource("everything")
  void aFaceThatIsHiddenWholeDoesNotMove(PreprocessSettings settings) throws Exception {
    ClipPreparation preparation = new ClipPreparation(settings);
    PreparedClip still = preparation.prepare(Pictures.clip(stillFiles(), 2));
    try (ClipOcclusion occlusion = occlusion(preparation, moving())) {
      assertThat(occlusion.whole().pixels()).isNotEqualTo(still.pixels());
      assertThat(occlusion.without(HIDDEN, new FaceSquare(0, 0, 1)).pixels())
          .isEqualTo(still.pixels());
    }
  }

  @Test
  void flowAndStrainAreZeroInTheSquare() throws Exception {
    ClipPreparation preparation = new ClipPreparation(Pictures.flow());
    Clip clip = moving();
    try (ClipOcclusion occlusion = occlusion(preparation, clip)) {
      assertThat(occlusion.whole().pixels()).isEqualTo(preparation.prepare(clip).pixels());
      PreparedClip hidden = occlusion.without(HIDDEN, MIDDLE);
      // Strain is never below 0, so zero is its least value, which is stretched to 0.
      int strain = 2 * 16 * 16;
      int inside = 9 * 16 + 5;
      assertThat(hidden.pixels()[strain + inside]).isZero();
      assertThat(hidden.pixels()).isNotEqualTo(occlusion.whole().pixels());
      // All of it hidden is a clip in which nothing moves.
      float[] nothing = occlusion.without(HIDDEN, new FaceSquare(0, 0, 1)).pixels();
      for (int i = 0; i < nothing.length; i++) {
        assertThat(nothing[i]).isEqualTo(i / (16 * 16) % 3 == 2 ? 0 : .5f);
      }
    }
  }

  @Test
  void flowImagesAreRefused() throws Exception {
    List<Path> files = Pictures.greys(folder, 1, 2);
    ClipPreparation preparation = new ClipPreparation(Pictures.flow());
    assertThatThrownBy(() -> occlusion(preparation, Pictures.flowClip(files)))
        .isInstanceOf(PreparationException.class)
        .hasMessageContaining("are flow images; expected frames of a face");
  }

  private static ClipOcclusion occlusion(ClipPreparation preparation, Clip clip)
      throws PreparationException {
    return preparation.occlusion(clip, new FrameDecoder(clip.id()), Optional.empty());
  }

  /** Whether a value lies in columns 4 to 7 and rows 8 to 11. */
  private static boolean isHidden(int i) {
    int x = i % 16;
    int y = i / 16 % 16;
    return x >= 4 && x < 8 && y >= 8 && y < 12;
  }

  private Clip moving() throws Exception {
    return Pictures.clip(files("moving", 0, 1, 3, 2, 1), 2);
  }

  private List<Path> stillFiles() throws Exception {
    return files("still", 0, 0, 0, 0, 0);
  }

  private List<Path> files(String name, int... way) throws Exception {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < way.length; i++) {
      files.add(
          Pictures.write(folder.resolve(name + i + ".png"), 32, 32, Pictures.texture(way[i], 0)));
    }
    return files;
  }
}
