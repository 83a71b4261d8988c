package org.macro2micro.spot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.clip.FaceEvent;
import org.macro2micro.dataset.VideoTruth;
import org.macro2micro.lab.LabFilms;
import org.macro2micro.lab.film.FilmSettings;
import org.macro2micro.preprocess.Camera;
import org.macro2micro.preprocess.CameraPicture;
import org.macro2micro.preprocess.FaceChoice;
import org.macro2micro.video.VideoReader;

/** Tests the live spotter on the pictures of a film, given one after the other. */
class LiveSpotterTest {
  private static final double RATE = 25;

  @TempDir static Path folder;

  private static List<FaceEvent> truth = List.of();
  private static Spotting film = new Spotting(0, 1, new double[0], new double[0], List.of());
  private static final List<CameraPicture> PICTURES = new ArrayList<>();
  private static final List<LiveLook> LOOKS = new ArrayList<>();

  @BeforeAll
  static void look() throws Exception {
    FilmSettings settings =
        new FilmSettings(1, 12, 25, 320, 240, new FilmSettings.Rates(15, 0, 15, 0, 0, 0), 8);
    LabFilms.write(settings, folder.resolve("lab"), (done, all) -> {});
    var read = VideoTruth.read(folder.resolve("lab").resolve(LabFilms.TRUTH));
    Path video = read.firstKey();
    truth = read.get(video);
    film =
        new Spotter(SpotSettings.DEFAULT).spot(Footage.of(video), (done, all) -> {}, () -> false);
    try (VideoReader reader = VideoReader.open(video)) {
      for (var next = reader.nextImage(); next.isPresent(); next = reader.nextImage()) {
        PICTURES.add(new CameraPicture(100 + PICTURES.size() / RATE, encoded(next.get(), "png")));
      }
    }
    LOOKS.addAll(looks(PICTURES));
  }

  private static byte[] encoded(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format, bytes);
    return bytes.toByteArray();
  }

  private static List<LiveLook> looks(List<CameraPicture> pictures) throws IOException {
    Iterator<CameraPicture> left = pictures.iterator();
    Camera camera = () -> left.hasNext() ? Optional.of(left.next()) : Optional.empty();
    List<LiveLook> looks = new ArrayList<>();
    try (LiveSpotter spotter = LiveSpotter.of(camera, FaceChoice.LARGEST, SpotSettings.DEFAULT)) {
      for (var next = spotter.next(); next.isPresent(); next = spotter.next()) {
        looks.add(next.get());
      }
    }
    return looks;
  }

  /** The same pictures give the same curve, and each value comes once and a little later. */
  @Test
  void theCurveIsThatOfTheFilm() {
    assertThat(LOOKS).hasSize(film.frames());
    List<LiveLook.Value> values = LOOKS.stream().flatMap(l -> l.curve().stream()).toList();
    assertThat(values).hasSizeGreaterThan(280);
    int measured = 0;
    for (int i = 0; i < values.size(); i++) {
      assertThat(values.get(i).seconds()).isCloseTo(100 + i / RATE, within(1e-9));
      if (!Double.isNaN(film.curve()[i])) {
        assertThat(values.get(i).contrast()).isEqualTo(film.curve()[i]);
        measured++;
      }
    }
    assertThat(measured).isGreaterThan(260);
    for (LiveLook look : LOOKS) {
      for (LiveLook.Value value : look.curve()) {
        assertThat(look.seconds() - value.seconds()).isBetween(.35, .35 + 1 / RATE);
      }
    }
  }

  @Test
  void movementsAreToldOnceAndSoon() {
    int hits = 0;
    List<LiveLook.Movement> movements = new ArrayList<>();
    for (LiveLook look : LOOKS) {
      for (LiveLook.Movement movement : look.movements()) {
        movements.add(movement);
        assertThat(look.seconds() - movement.offset()).isGreaterThanOrEqualTo(.64 - 1e-9);
        assertThat(look.seconds() - movement.offset() < .65 || look.seconds() < 103.1)
            .as("%s at %s", movement, look.seconds())
            .isTrue();
      }
    }
    for (FaceEvent event : truth) {
      if (event.kind() == FaceEvent.Kind.MICRO) {
        double apex = 100 + event.apex() / RATE;
        hits += movements.stream().anyMatch(m -> m.onset() <= apex && m.offset() >= apex) ? 1 : 0;
      }
    }
    assertThat(hits).isGreaterThanOrEqualTo(2);
    assertThat(movements).hasSizeLessThanOrEqualTo(hits + 1);
    for (int i = 1; i < movements.size(); i++) {
      assertThat(movements.get(i).onset()).isGreaterThan(movements.get(i - 1).offset());
    }
  }

  /** Cameras leave out a picture now and then, and no value of the curve is lost by that. */
  @Test
  void everyValueIsKnownThoughPicturesAreMissing() throws IOException {
    List<CameraPicture> some = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      if (i % 7 != 3 && i % 11 != 5) {
        some.add(PICTURES.get(i));
      }
    }
    List<LiveLook.Value> values = looks(some).stream().flatMap(l -> l.curve().stream()).toList();
    assertThat(values).hasSizeGreaterThan(70);
    for (int i = 0; i < values.size(); i++) {
      assertThat(values.get(i).seconds()).isEqualTo(some.get(i).seconds());
      if (values.get(i).seconds() > 100.5) {
        assertThat(values.get(i).contrast()).as("%s", values.get(i).seconds()).isNotNaN();
      }
    }
  }

  @Test
  void theFaceHasItsPlaceInEachPicture() {
    assertThat(LOOKS.get(299).face()).isPresent();
    assertThat(LOOKS.get(299).face().get().x()).isBetween(100.0, 220.0);
    assertThat(LOOKS.get(299).face().get().width()).isBetween(60.0, 240.0);
  }

  /** A camera that was off for a while leaves a gap that nothing is compared across. */
  @Test
  void aPauseIsNoMovement() throws IOException {
    List<CameraPicture> paused = new ArrayList<>(PICTURES.subList(0, 60));
    for (CameraPicture later : PICTURES.subList(200, 260)) {
      paused.add(new CameraPicture(later.seconds() + 30, later.image()));
    }
    List<LiveLook> looks = looks(paused);
    assertThat(looks).hasSize(120);
    List<LiveLook.Value> values = looks.stream().flatMap(l -> l.curve().stream()).toList();
    assertThat(values.get(59).contrast()).isNaN();
    assertThat(values.get(60).contrast()).isNaN();
    assertThat(looks.stream().flatMap(l -> l.movements().stream()))
        .noneMatch(m -> m.onset() < 105 && m.offset() > 130);
  }

  @Test
  void picturesThatDoNotFitAreNamed() throws IOException {
    CameraPicture first = PICTURES.get(0);
    assertThatThrownBy(() -> looks(List.of(first, first)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("expected growing times");
    assertThatThrownBy(() -> looks(List.of(new CameraPicture(0, new byte[] {1, 2, 3}))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is not an image");
    byte[] other = encoded(new BufferedImage(64, 48, BufferedImage.TYPE_3BYTE_BGR), "jpg");
    assertThatThrownBy(() -> looks(List.of(first, new CameraPicture(200, other))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("expected one size");
  }
}
