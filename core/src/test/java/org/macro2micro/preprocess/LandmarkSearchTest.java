package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.clip.Clip;
import org.macro2micro.lab.KnownClip;
import org.macro2micro.lab.plan.LabSettings;

class LandmarkSearchTest {
  @TempDir Path folder;

  /** Onset 0 .. offset 4, apex 2, T = 3: the frames themselves, so each weighs most in its own. */
  @Test
  void eachOfTheFramesIsSearchedWhereItComesFrom() {
    assertThat(FrameMixture.of(2, 4, 3, Interpolation.LINEAR).greatest()).containsExactly(0, 2, 4);
    // At 1.25 frame 1 has three quarters, at 1.75 frame 2 has; the first of two equals counts.
    assertThat(FrameMixture.at(0, 4, 1.25, 1.75, 2.5).greatest()).containsExactly(1, 2, 2);
  }

  @Test
  void aFileThatIsNotThereIsToldOnceAndNotForEveryClip() throws IOException {
    PreprocessSettings settings = Pictures.linear(3).withLandmarks(folder.resolve("none"));
    assertThatThrownBy(() -> PreparedClips.requireFiles(settings))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("preprocess.landmarks");
    PreparedClips.requireFiles(Pictures.flow().withLandmarks(folder.resolve("none")));
  }

  /** The content of the file counts and not its name; flow and clips of flow know no landmarks. */
  @Test
  void theFileIsPartOfAClipsKey() throws Exception {
    Clip clip = Pictures.clip(Pictures.greys(folder.resolve("c"), 1, 2, 3), 1);
    Path first = Files.writeString(folder.resolve("a"), "one");
    Path second = Files.writeString(folder.resolve("b"), "one");
    Path other = Files.writeString(folder.resolve("c.tflite"), "other");
    PreprocessSettings none = Pictures.linear(3);
    assertThat(key(none.withLandmarks(first), clip))
        .isEqualTo(key(none.withLandmarks(second), clip))
        .isNotEqualTo(key(none.withLandmarks(other), clip))
        .isNotEqualTo(key(none, clip));
    assertThat(key(Pictures.flow().withLandmarks(first), clip))
        .isEqualTo(key(Pictures.flow(), clip));
    Path gone = folder.resolve("gone");
    assertThatThrownBy(() -> key(none.withLandmarks(gone), clip))
        .isInstanceOf(PreparationException.class)
        .hasMessageContaining(gone.toString());
  }

  @Test
  void aFaceIsMarkedAndAnEmptyPictureIsNoted() throws Exception {
    Path mesh =
        Files.copy(
            MeshFile.given(), folder.resolve("mesh.tflite"), StandardCopyOption.REPLACE_EXISTING);
    Clip face = KnownClip.draw(LabSettings.casme2(1, 1, 5, 128, 3), folder).get(0).clip();
    Clip empty = Pictures.clip(Pictures.greys(folder.resolve("empty"), 90, 90, 90), 1);
    PreprocessSettings settings = Pictures.linear(3).withLandmarks(mesh);
    Path cache = folder.resolve("cache");
    PreparedClips prepared = prepare(List.of(face, empty), settings, cache);
    Landmarks marks = prepared.get(face.id()).landmarks().orElseThrow();
    assertThat(marks.scheme()).isEqualTo(BrowsAndMouth.SCHEME);
    assertThat(marks.frames()).hasSize(3);
    // Brows lie in the upper half of the 16 pixels, the mouth in the lower one, left before right.
    List<Landmarks.Point> onset = marks.frames().get(0);
    assertThat(onset.get(2).y()).isBetween(2f, 7f);
    assertThat(onset.get(19).y()).isBetween(9f, 15f);
    assertThat(onset.get(10).x()).isLessThan(onset.get(16).x() - 2);
    assertThat(prepared.get(empty.id()).landmarks()).isEmpty();
    assertThat(prepared.notes()).containsOnlyKeys(empty.id());
    assertThat(prepared.notes().get(empty.id()))
        .startsWith(empty.id().toString())
        .contains("preprocess.landmarks found no face", "average face");
    assertThat(prepared.unusable()).isEmpty();
    // From the cache it is noted again.
    assertThat(prepare(List.of(face, empty), settings, cache).notes()).isEqualTo(prepared.notes());
    Files.writeString(mesh, " ", StandardOpenOption.TRUNCATE_EXISTING);
    assertThatThrownBy(() -> prepare(List.of(face), settings, cache))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not a face mesh");
  }

  @Test
  void nothingIsNotedWhereNothingWasSought() throws Exception {
    Clip empty = Pictures.clip(Pictures.greys(folder.resolve("empty"), 90, 90, 90), 1);
    PreparedClips prepared = prepare(List.of(empty), Pictures.linear(3), folder.resolve("cache"));
    assertThat(prepared.notes()).isEmpty();
    assertThat(prepared.get(empty.id()).landmarks()).isEmpty();
  }

  private static PreparedClips prepare(List<Clip> clips, PreprocessSettings settings, Path cache)
      throws IOException {
    return PreparedClips.prepare(clips, settings, cache, 1, (done, all) -> {});
  }

  private static String key(PreprocessSettings settings, Clip clip) throws PreparationException {
    return new ClipPreparation(settings).key(clip);
  }
}
