package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.lab.KnownClip;
import org.macro2micro.lab.movement.Intensity;
import org.macro2micro.lab.plan.Framing;
import org.macro2micro.lab.plan.LabSettings;

class FollowedFacesTest {
  @TempDir Path folder;

  @Test
  void aHeadThatDriftsIsHeldInPlace() throws Exception {
    List<FollowedFaces.Look> looks = looks(frames());
    assertThat(looks).hasSize(8).allMatch(FollowedFaces.Look::isVisible);
    assertThat(looks.get(0).begins()).isTrue();
    assertThat(looks.subList(1, 8)).noneMatch(FollowedFaces.Look::begins);
    // Without following, a drift of .012 of a face changes an edge of it by tens of grey levels.
    float[] first = looks.get(0).pixels();
    for (FollowedFaces.Look look : looks) {
      double sum = 0;
      for (int y = 16; y < 48; y++) {
        for (int x = 16; x < 48; x++) {
          sum += Math.abs(look.pixels()[y * 64 + x] - first[y * 64 + x]);
        }
      }
      assertThat(sum / (32 * 32)).isLessThan(1);
    }
  }

  @Test
  void aFaceThatGoesIsLostAndBeginsAnewWhenItComesBack() throws Exception {
    List<Path> face = frames();
    Path wall = Pictures.write(folder.resolve("wall.png"), 320, 244, Pictures.grey(90));
    List<Path> files = new ArrayList<>(face.subList(0, 3));
    files.addAll(List.of(wall, wall, wall));
    files.addAll(face.subList(3, 6));
    List<FollowedFaces.Look> looks = looks(files);
    assertThat(looks)
        .extracting(FollowedFaces.Look::isVisible)
        .containsExactly(true, true, true, false, false, false, true, true, true);
    assertThat(looks.get(6).begins()).isTrue();
    assertThat(looks.get(3).pixels()).isEmpty();
  }

  @Test
  void aRateThatIsNoneIsRefused() {
    assertThatThrownBy(() -> FollowedFaces.of(List.of(), 0, FaceChoice.LARGEST, null))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("0.0 frames a second");
  }

  private List<Path> frames() throws IOException {
    LabSettings settings =
        LabSettings.ckplus(1, 1, 8, 31)
            .withPicture(320, 244, Framing.FULL)
            .withDifficulty(new Intensity(0, 0), .012, 0, 1);
    return KnownClip.draw(settings, folder).get(0).clip().frames().files();
  }

  /** At 5 frames a second a lost face is searched in each. */
  private static List<FollowedFaces.Look> looks(List<Path> files) throws IOException {
    List<FollowedFaces.Look> looks = new ArrayList<>();
    try (FollowedFaces faces = FollowedFaces.of(files, 5, FaceChoice.LARGEST, null)) {
      assertThat(faces.expectedFrames()).isEqualTo(files.size());
      for (Optional<FollowedFaces.Look> look = faces.next();
          look.isPresent();
          look = faces.next()) {
        looks.add(look.get());
      }
    }
    return looks;
  }
}
