package org.macro2micro.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.clip.FaceEvent;
import org.macro2micro.spot.Spotting;

class TruthFileTest {
  /** 50 frames, at 0, .04, .08, ... 1.96 s. */
  private static final Spotting SPOTTING =
      new Spotting(50, 25, new double[50], new double[50], List.of());

  @TempDir Path folder;

  @Test
  void eventsLieOnFramesAndThoseBeyondTheEndAreNamed() {
    FilmTruth truth =
        new FilmTruth(
            List.of(
                new FaceEvent(48, 49, 52, FaceEvent.Kind.BLINK, ""),
                new FaceEvent(50, 51, 52, FaceEvent.Kind.BLINK, "")),
            List.of(
                SampleFilms.event(.41, OptionalDouble.empty(), .81, FaceEvent.Kind.MICRO, "joy", 1),
                SampleFilms.event(1.9, OptionalDouble.of(1.95), 2.5, FaceEvent.Kind.HEAD, "", 1),
                SampleFilms.event(2, OptionalDouble.empty(), 2.5, FaceEvent.Kind.MICRO, "", 1)));
    FilmTruth.Placed placed = truth.in(SPOTTING);
    assertThat(placed.events())
        .containsExactly(
            new FaceEvent(48, 49, 52, FaceEvent.Kind.BLINK, ""),
            new FaceEvent(10, 15, 20, FaceEvent.Kind.MICRO, "joy"),
            new FaceEvent(47, 49, 49, FaceEvent.Kind.HEAD, ""));
    assertThat(placed.beyond())
        .hasSize(2)
        .anyMatch(note -> note.contains("blink at frame 50: the film has 50 frames"))
        .anyMatch(note -> note.contains("micro at 2.000 s: the film lasts 2.000 s"));
  }

  @Test
  void filmsAreFoundByNameAndThenWithoutExtension() throws Exception {
    TruthFile truth =
        TruthFile.read(
            Files.writeString(
                folder.resolve("t.csv"),
                """
                video,onset_s,offset_s,kind
                a.mp4,1,2,micro
                A.mp4,3,4,micro
                b.avi,5,6,micro
                c.avi,7,8,micro
                c.avi,8,9,micro
                d,,,
                """));
    List<Path> films = List.of(Path.of("x", "a.mp4"), Path.of("b.mov"), Path.of("none.avi"));
    TruthFile.Match match = truth.match(films);
    assertThat(match.films().keySet()).containsExactlyElementsOf(films);
    assertThat(match.films().get(films.get(0)).timed().get(0).onsetSeconds()).isEqualTo(1);
    assertThat(match.films().get(films.get(1)).timed().get(0).onsetSeconds()).isEqualTo(5);
    assertThat(match.films().get(films.get(2))).isEqualTo(FilmTruth.NOTHING);
    assertThat(match.problems())
        .hasSize(2)
        .anyMatch(note -> note.contains("A.mp4 has 1 event,"))
        .anyMatch(note -> note.contains("c.avi has 2 events,"));
  }

  @Test
  void whatCouldBeSeveralFilmsIsRefused() throws Exception {
    TruthFile truth =
        TruthFile.read(
            Files.writeString(
                folder.resolve("t.csv"), "video,onset_s,offset_s\na.mp4,1,2\na.avi,1,2\n"));
    assertThatThrownBy(() -> truth.match(List.of(Path.of("a.mov"))))
        .hasMessageContaining("film a.mov could be any of [a.avi, a.mp4]");
    assertThatThrownBy(() -> truth.match(List.of(Path.of("x/a.mp4"), Path.of("y/a.mp4"))))
        .hasMessageContaining("several are named a.mp4");
  }

  @Test
  void theProductsOwnTableIsReadByFrames() throws Exception {
    TruthFile truth =
        TruthFile.read(
            Files.writeString(
                folder.resolve("t.csv"),
                "video,onset,apex,offset,kind,label\na.avi,1,2,3,micro,joy\nb.avi,,,,,\n"));
    assertThat(truth.films().get("a.avi").framed())
        .containsExactly(new FaceEvent(1, 2, 3, FaceEvent.Kind.MICRO, "joy"));
    assertThat(truth.films().get("b.avi")).isEqualTo(FilmTruth.NOTHING);
  }
}
