package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
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
      assertThat(change(look.pixels(), first)).isLessThan(1);
    }
  }

  /** Mean difference in the middle of the face. */
  private static double change(float[] look, float[] first) {
    double sum = 0;
    for (int y = 16; y < 48; y++) {
      for (int x = 16; x < 48; x++) {
        sum += Math.abs(look[y * 64 + x] - first[y * 64 + x]);
      }
    }
    return sum / (32 * 32);
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
  void aFaceThatWasFoundInTheDarkIsHeldInPlaceInTheLight() throws Exception {
    List<Path> files = new ArrayList<>();
    List<Path> lit = frames();
    for (int i = 0; i < 16; i++) {
      double share = .2 + .05 * i;
      BufferedImage picture = ImageIO.read(lit.get(0).toFile());
      files.add(
          Pictures.write(
              folder.resolve("dark%02d.png".formatted(i)),
              picture.getWidth(),
              picture.getHeight(),
              (x, y) -> (int) Math.round(share * (picture.getRGB(x, y) & 255)) * 0x010101));
    }
    files.addAll(lit);
    List<FollowedFaces.Look> looks = looks(files);
    assertThat(looks.subList(3, looks.size()))
        .allMatch(FollowedFaces.Look::isVisible)
        .noneMatch(FollowedFaces.Look::begins);
    for (FollowedFaces.Look look : looks.subList(16, looks.size())) {
      assertThat(change(look.pixels(), looks.get(16).pixels())).isLessThan(1);
    }
  }

  @Test
  void onePersonOfTwoIsFollowed() throws Exception {
    List<Path> both = sideBySide();
    for (String word : List.of("left", "right", "largest", "1", "2")) {
      try (FollowedFaces faces = FollowedFaces.of(both, 5, FaceChoice.of(word), null)) {
        int begun = 0;
        for (Optional<FollowedFaces.Look> look = faces.next();
            look.isPresent();
            look = faces.next()) {
          assertThat(look.get().isVisible()).isTrue();
          begun += look.get().begins() ? 1 : 0;
        }
        assertThat(begun).as(word).isEqualTo(1);
        FaceTrack track = faces.track();
        assertThat(track.mostPeople()).isEqualTo(2);
        assertThat(track.shareWithSeveral()).isGreaterThan(.9);
        assertThat(track.moves()).isZero();
        double x = track.at(0).orElseThrow().x();
        if (!word.equals("largest")) {
          assertThat(x < 320).as(word).isEqualTo(List.of("left", "1").contains(word));
        }
        for (int i = 0; i < track.frames(); i++) {
          assertThat(Math.abs(track.at(i).orElseThrow().x() - x)).isLessThan(30);
        }
      }
    }
  }

  /** Two people beside each other, each of 320x244 pixels. */
  private List<Path> sideBySide() throws IOException {
    LabSettings settings =
        LabSettings.ckplus(2, 1, 8, 31)
            .withPicture(320, 244, Framing.FULL)
            .withDifficulty(new Intensity(0, 0), .012, 0, 1);
    List<KnownClip> people = KnownClip.draw(settings, folder.resolve("two"));
    List<Path> both = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      BufferedImage picture = new BufferedImage(640, 244, BufferedImage.TYPE_3BYTE_BGR);
      for (int person = 0; person < 2; person++) {
        Path file = people.get(person).clip().frames().files().get(i);
        picture.getGraphics().drawImage(ImageIO.read(file.toFile()), 320 * person, 0, null);
      }
      Path file = folder.resolve("both%d.png".formatted(i));
      ImageIO.write(picture, "png", file.toFile());
      both.add(file);
    }
    return both;
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
