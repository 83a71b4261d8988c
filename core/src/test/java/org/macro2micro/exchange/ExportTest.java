package org.macro2micro.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.macro2micro.clip.FaceEvent;
import org.macro2micro.dataset.DatasetException;
import org.macro2micro.report.video.LabelledInterval;
import org.macro2micro.report.video.PredictedVideo;
import org.macro2micro.spot.SpottedInterval;
import org.macro2micro.spot.Spotting;

class ExportTest {
  /** With {@code -Dmacro2micro.write=true} the files are written and not only compared. */
  private static final Path GOLDEN =
      Path.of("src", "test", "resources", "org", "macro2micro", "exchange");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void filesAreAsTheyWere(ExportFormat format) throws IOException {
    List<AnnotatedFilm> films = List.of(SampleFilms.interview(), SampleFilms.calm());
    List<Path> written = Export.write(format, films, folder);
    assertThat(written).isNotEmpty();
    for (Path file : written) {
      Path golden = GOLDEN.resolve(file.getFileName());
      if (Boolean.getBoolean("macro2micro.write")) {
        Files.createDirectories(GOLDEN);
        Files.copy(file, golden, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      }
      assertThat(file).hasSameBinaryContentAs(golden);
    }
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void whatIsWrittenIsReadBack(ExportFormat format) throws Exception {
    List<AnnotatedFilm> films = List.of(SampleFilms.interview(), SampleFilms.calm());
    List<String> names = new ArrayList<>();
    for (Path file : Export.write(format, films, folder)) {
      if (isAnnotations(file)) {
        AnnotationFile read = AnnotationFile.read(file);
        assertThat(read.leftOut()).isEmpty();
        read.films()
            .forEach(
                (name, events) -> {
                  names.add(FilmName.stem(name));
                  assertThat(events)
                      .isEqualTo(name.startsWith("interview") ? films.get(0).events() : List.of());
                });
      }
    }
    assertThat(names).containsExactlyInAnyOrder("interview", "calm");
  }

  /** Not the description of a table, nor a labelling interface. */
  private static boolean isAnnotations(Path file) {
    return !file.toString().endsWith("_events.json") && !file.toString().endsWith(".xml");
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void eventsOfOneFrameThatTouchAndHaveAnApexAtTheirEndsAreKept(ExportFormat format)
      throws Exception {
    AnnotatedFilm film =
        new AnnotatedFilm(
            "f.mp4",
            1000,
            2,
            List.of(
                SampleFilms.event(
                    0, OptionalDouble.of(0), 0, FaceEvent.Kind.MICRO, "a", Double.NaN),
                SampleFilms.event(
                    1, OptionalDouble.of(1.25), 1.25, FaceEvent.Kind.MICRO, "b", Double.NaN),
                SampleFilms.event(
                    1.5, OptionalDouble.of(1.5), 1.75, FaceEvent.Kind.HEAD, "", Double.NaN)));
    AnnotationFile read = AnnotationFile.read(Export.write(format, List.of(film), folder).get(0));
    List<TimedEvent> events = read.films().get(read.films().firstKey());
    assertThat(events).hasSize(3);
    for (int i = 0; i < 3; i++) {
      TimedEvent event = events.get(i);
      TimedEvent expected = film.events().get(i);
      assertThat(event.onsetSeconds()).isCloseTo(expected.onsetSeconds(), within());
      assertThat(event.offsetSeconds()).isCloseTo(expected.offsetSeconds(), within());
      assertThat(event.apexSeconds().orElseThrow())
          .isCloseTo(expected.apexSeconds().orElseThrow(), within());
      assertThat(event.label()).isEqualTo(expected.label());
      assertThat(event.kind()).isEqualTo(expected.kind());
    }
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(.0010001);
  }

  @Test
  void predictedVideosAreMicroExpressionsAtTheTimesOfTheirFrames() throws Exception {
    Spotting spotting =
        new Spotting(
            100, 25, new double[100], new double[100], List.of(new SpottedInterval(25, 30, 40, 2)));
    PredictedVideo video =
        new PredictedVideo(
            "a/b.mp4",
            spotting,
            List.of("negative", "positive"),
            List.of(
                new LabelledInterval(
                    new SpottedInterval(25, 30, 40, 2), "positive", List.of(.25, .75))));
    AnnotatedFilm film = AnnotatedFilm.of(video);
    assertThat(AnnotatedFilm.of(video, "/c/b.mp4"))
        .isEqualTo(new AnnotatedFilm("/c/b.mp4", 25, 4, film.events()));
    assertThat(film.durationSeconds()).isEqualTo(4);
    assertThat(film.events())
        .containsExactly(
            SampleFilms.event(
                1, OptionalDouble.of(1.2), 1.6, FaceEvent.Kind.MICRO, "positive", .75));
    List<Path> written = Export.writePredicted(ExportFormat.CSV, List.of(video), folder);
    assertThat(written).containsExactly(folder.resolve("films.csv"));
    assertThat(AnnotationFile.read(written.get(0)).films().get("b.mp4")).isEqualTo(film.events());
  }

  @Test
  void elanLooksForAFilmWhereItIs() {
    assertThat(media("/my films/a&b.mp4"))
        .contains("MEDIA_URL=\"file:///my%20films/a&amp;b.mp4\"")
        .contains("RELATIVE_MEDIA_URL=\"./a&amp;b.mp4\"");
    assertThat(media("C:\\films\\\u00fc.avi"))
        .contains("MEDIA_URL=\"file:///C:/films/%C3%BC.avi\"")
        .contains("MIME_TYPE=\"video/x-msvideo\"");
  }

  @Test
  void annotationsOfElanShareNoSlot() {
    List<TimedEvent> events =
        List.of(
            SampleFilms.event(0, OptionalDouble.of(0), 1, FaceEvent.Kind.MICRO, "", 1),
            SampleFilms.event(1, OptionalDouble.of(2), 2, FaceEvent.Kind.MICRO, "", 1));
    String text = ElanDocument.of(List.of(new AnnotatedFilm("f", 25, 2, events))).get(0).text();
    assertThat(text.lines().filter(line -> line.contains("<TIME_SLOT")).map(String::strip))
        .containsExactly(
            "<TIME_SLOT TIME_SLOT_ID=\"ts1\" TIME_VALUE=\"0\"/>",
            "<TIME_SLOT TIME_SLOT_ID=\"ts2\" TIME_VALUE=\"0\"/>",
            "<TIME_SLOT TIME_SLOT_ID=\"ts3\" TIME_VALUE=\"1\"/>",
            "<TIME_SLOT TIME_SLOT_ID=\"ts4\" TIME_VALUE=\"1000\"/>",
            "<TIME_SLOT TIME_SLOT_ID=\"ts5\" TIME_VALUE=\"1000\"/>",
            "<TIME_SLOT TIME_SLOT_ID=\"ts6\" TIME_VALUE=\"1999\"/>",
            "<TIME_SLOT TIME_SLOT_ID=\"ts7\" TIME_VALUE=\"2000\"/>",
            "<TIME_SLOT TIME_SLOT_ID=\"ts8\" TIME_VALUE=\"2000\"/>");
  }

  private static String media(String file) {
    return ElanDocument.of(List.of(film(file))).get(0).text();
  }

  @Test
  void filmsOfOneNameGetFilesOfTheirOwn() throws IOException {
    List<AnnotatedFilm> films =
        List.of(film("a/x.mp4"), film("a/X.avi"), film("b/x.mp4"), film("<y>?.mp4"), film(""));
    assertThat(Export.write(ExportFormat.VTT, films, folder).stream().map(Path::getFileName))
        .map(Path::toString)
        .containsExactly("x.mp4.vtt", "X.avi.vtt", "x.mp4-2.vtt", "_y__.vtt", "film.vtt");
    assertThat(FileNames.of(List.of(film("\ud83d\ude00".repeat(100) + ".mp4"), film("con.avi"))))
        .containsExactly("\ud83d\ude00".repeat(45), "_con");
  }

  private static AnnotatedFilm film(String file) {
    return new AnnotatedFilm(file, 25, 1, List.of());
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void textThatFilesCannotHoldIsReplaced(ExportFormat format) throws IOException, DatasetException {
    AnnotatedFilm film =
        new AnnotatedFilm(
            "a\ud800\u0000b.mp4",
            25,
            1,
            List.of(
                SampleFilms.event(
                    0,
                    OptionalDouble.empty(),
                    .4,
                    FaceEvent.Kind.MICRO,
                    "x\u0001\udfff\uffffy",
                    Double.NaN)));
    AnnotationFile read = AnnotationFile.read(Export.write(format, List.of(film), folder).get(0));
    assertThat(read.films().get(read.films().firstKey()).get(0).label())
        .isEqualTo("x\ufffd\ufffd\ufffdy");
  }

  @Test
  void filmsAndEventsThatCannotBeAreRefused() {
    TimedEvent event =
        SampleFilms.event(1, OptionalDouble.empty(), 2, FaceEvent.Kind.MICRO, "", Double.NaN);
    assertThatThrownBy(() -> new AnnotatedFilm("f", 25, 1.5, List.of(event)))
        .hasMessageContaining("film f")
        .hasMessageContaining("1.0 to 2.0");
    assertThatThrownBy(() -> new AnnotatedFilm("f", 25, 3, List.of(event, event)))
        .hasMessageContaining("after the one before");
    assertThatThrownBy(() -> new AnnotatedFilm("f", 0, 3, List.of()))
        .hasMessageContaining("0.0 frames a second");
    assertThatThrownBy(
            () ->
                SampleFilms.event(
                    1, OptionalDouble.of(.5), 2, FaceEvent.Kind.MICRO, "", Double.NaN))
        .hasMessageContaining("onset <= apex");
    assertThatThrownBy(() -> Export.write(ExportFormat.CSV, List.of(), folder))
        .hasMessageContaining("at least 1");
  }

  @Test
  void formatsAreKnownByTheirWords() {
    for (ExportFormat format : ExportFormat.values()) {
      assertThat(ExportFormat.of(format.word())).contains(format);
    }
    assertThat(ExportFormat.of("elan")).isEmpty();
  }
}
