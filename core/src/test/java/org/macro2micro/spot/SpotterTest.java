package org.macro2micro.spot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.FaceEvent;
import org.macro2micro.dataset.VideoTruth;
import org.macro2micro.lab.LabFilms;
import org.macro2micro.lab.film.FilmSettings;
import org.macro2micro.preprocess.Align;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.Interpolation;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.preprocess.PreparedClips;
import org.macro2micro.preprocess.PreprocessSettings;
import org.macro2micro.preprocess.VideoClips;

/** Tests the spotter on a video of a person who shows micro-expressions and blinks only. */
class SpotterTest {
  @TempDir static Path folder;

  private static Path video = Path.of("");
  private static List<FaceEvent> truth = List.of();
  private static Spotting spotting = new Spotting(0, 1, new double[0], new double[0], List.of());

  @BeforeAll
  static void spot() throws Exception {
    FilmSettings settings =
        new FilmSettings(1, 12, 25, 320, 240, new FilmSettings.Rates(15, 0, 15, 0, 0, 0), 8);
    LabFilms.write(settings, folder.resolve("lab"), (done, all) -> {});
    var read = VideoTruth.read(folder.resolve("lab").resolve(LabFilms.TRUTH));
    video = read.firstKey();
    truth = read.get(video);
    spotting =
        new Spotter(SpotSettings.DEFAULT).spot(Footage.of(video), (done, all) -> {}, () -> false);
  }

  @Test
  void microExpressionsAreFoundAndBlinksAreNot() {
    assertThat(spotting.frames()).isEqualTo(300);
    assertThat(spotting.framesPerSecond()).isEqualTo(25);
    SpottingScore score = SpottingScore.of(truth, spotting);
    assertThat(score.truths()).isEqualTo(3);
    assertThat(truth).anyMatch(event -> event.kind() == FaceEvent.Kind.BLINK);
    assertThat(score.hits()).isGreaterThanOrEqualTo(2);
    assertThat(score.falseAlarms()).doesNotContainKey("blink");
  }

  @Test
  void aCancelledSpottingGivesWhatWasSeen() throws IOException {
    List<Integer> seen = new ArrayList<>();
    List<Integer> all = new ArrayList<>();
    Spotting part =
        new Spotter(SpotSettings.DEFAULT)
            .spot(
                Footage.of(video),
                (done, of) -> {
                  seen.add(done);
                  all.add(of);
                },
                () -> seen.size() >= 40);
    assertThat(part.frames()).isEqualTo(40);
    assertThat(seen).hasSize(40).endsWith(40);
    assertThat(all).containsOnly(300);
    // The same bits, up to where the end is near.
    assertThat(part.curve()[20]).isEqualTo(spotting.curve()[20]);
  }

  @Test
  void anInterruptionCancelsAndStaysNoted() throws IOException {
    Thread.currentThread().interrupt();
    Spotting part =
        new Spotter(SpotSettings.DEFAULT).spot(Footage.of(video), (done, all) -> {}, () -> false);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(part.frames()).isZero();
  }

  @Test
  void intervalsBecomeTheClipsThatTheirFramesGive() throws Exception {
    for (Align align : List.of(Align.EYES, Align.NONE)) {
      PreprocessSettings settings = settings(align);
      List<PreparedClip> prepared = new ArrayList<>();
      List<String> problems = new ArrayList<>();
      SpottedClips.prepare(
          video,
          spotting,
          settings,
          new VideoClips.Sink() {
            @Override
            public void prepared(Clip clip, PreparedClip pixels) {
              prepared.add(pixels);
            }

            @Override
            public void unusable(Clip clip, String problem) {
              problems.add(clip.id() + problem);
            }
          });
      List<Clip> clips = SpottedClips.of(video, spotting);
      assertThat(prepared.size() + problems.size()).isEqualTo(clips.size()).isPositive();
      PreparedClips alone =
          PreparedClips.prepare(
              clips, settings, folder.resolve("cache-" + align), 1, (done, all) -> {});
      assertThat(prepared).extracting(PreparedClip::id).containsExactlyElementsOf(alone.ids());
      for (PreparedClip clip : prepared) {
        PreparedClip same = alone.get(clip.id());
        assertThat(clip.apex()).isEqualTo(same.apex());
        // The cache rounds to bytes.
        for (int i = 0; i < same.pixels().length; i++) {
          assertThat(Math.abs(clip.pixels()[i] - same.pixels()[i])).isLessThan(1 / 255f);
        }
      }
    }
  }

  @Test
  void aVideoThatIsGoneIsNamed() {
    Path gone = folder.resolve("gone.avi");
    assertThatThrownBy(
            () ->
                new Spotter(SpotSettings.DEFAULT)
                    .spot(Footage.of(gone), (done, all) -> {}, () -> false))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("gone.avi");
  }

  @Test
  void theLabDrawsTheSameVideoAgain() throws IOException {
    FilmSettings settings = new FilmSettings(2, 5, 10, 48, 32, FilmSettings.Rates.TALKING, 3);
    for (String name : List.of("a", "b")) {
      LabFilms.write(settings, folder.resolve(name), (done, all) -> {});
    }
    for (String name : List.of("video001.avi", "video002.avi", LabFilms.TRUTH)) {
      assertThat(folder.resolve("b").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("a").resolve(name));
    }
    assertThat(Files.mismatch(folder.resolve("a/video001.avi"), folder.resolve("a/video002.avi")))
        .isNotNegative();
  }

  private static PreprocessSettings settings(Align align) {
    return new PreprocessSettings(
        16,
        6,
        Input.FRAME,
        Interpolation.LINEAR,
        1,
        false,
        PreprocessSettings.MissingApex.MIDDLE,
        PreprocessSettings.MissingFall.NONE,
        16,
        align,
        null,
        1,
        null);
  }
}
