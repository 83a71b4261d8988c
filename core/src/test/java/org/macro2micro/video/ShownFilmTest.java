package org.macro2micro.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reads films that say beside their pixels how they are to be shown: black pictures of 48x32 with a
 * white quarter at the top left, 12 of them, 10 a second. The script {@code make} beside them wrote
 * them.
 */
class ShownFilmTest {
  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain.mp4",
        "turned-90.mp4",
        "turned-180.mp4",
        "turned-270.mp4",
        "mirrored.mp4",
        "wide-pixels.mp4",
        "high-pixels-turned.mp4",
        "still-first.mkv",
        "twelve-bits.mkv"
      })
  void picturesAreThoseThatAPlayerShows(String name) throws IOException {
    try (VideoReader reader = VideoReader.open(film(name))) {
      assertThat(List.of(reader.width(), reader.height())).containsExactly(48, 32);
      int frames = 0;
      for (Optional<Mat> next = reader.next(); next.isPresent(); next = reader.next()) {
        try (Mat picture = next.get()) {
          assertThat(picture.cols()).isEqualTo(48);
          assertThat(picture.rows()).isEqualTo(32);
          assertThat(brightness(picture, 8, 12)).isGreaterThan(230);
          assertThat(brightness(picture, 8, 36)).isLessThan(25);
          assertThat(brightness(picture, 24, 12)).isLessThan(25);
          assertThat(brightness(picture, 24, 36)).isLessThan(25);
        }
        assertThat(reader.seconds()).isCloseTo(frames / 10.0, within(1e-6));
        frames++;
      }
      assertThat(frames).isEqualTo(12);
      assertThat(reader.notes()).isEmpty();
      assertThat(reader.lost()).isEmpty();
    }
  }

  @Test
  void timesAreThoseOfTheFrames() throws IOException {
    double[] seconds = seconds("variable-rate.mp4", OptionalDouble.empty());
    assertThat(seconds)
        .containsExactly(
            new double[] {0, .1, .2, .5, .6, .7, .8, 1, 1.1, 1.2, 1.3, 1.4}, within(1e-6));
  }

  @Test
  void aFilmThatStartsLateKeepsItsTimesAndSaysSo() throws IOException {
    double[] seconds = seconds("starts-late.mp4", OptionalDouble.empty());
    assertThat(seconds[0]).isCloseTo(1.5, within(1e-3));
    assertThat(seconds[11]).isCloseTo(2.6, within(1e-3));
    assertThat(notes("starts-late.mp4", OptionalDouble.empty()))
        .singleElement()
        .asString()
        .contains("The first picture is at 1.50 s");
  }

  @Test
  void anUnlikelyRateIsSaidAndCanBeCorrected() throws IOException {
    assertThat(notes("says-1000.mp4", OptionalDouble.empty()))
        .singleElement()
        .asString()
        .contains("frames a second, which is unlikely for a film of a face", "--rate 30");
    assertThat(notes("says-1000.mp4", OptionalDouble.of(10)))
        .singleElement()
        .asString()
        .contains("by the rate that was given");
    double[] seconds = seconds("says-1000.mp4", OptionalDouble.of(10));
    assertThat(seconds).hasSize(12);
    assertThat(seconds[11]).isCloseTo(1.1, within(1e-9));
  }

  @Test
  void whatCantBeDecodedIsCountedAndTheRestKeepsItsTime() throws IOException {
    double[] seconds = seconds("damaged-middle.mp4", OptionalDouble.empty());
    List<LostFrames> lost = new ArrayList<>();
    int broken;
    try (VideoReader reader = VideoReader.open(film("damaged-middle.mp4"))) {
      read(reader);
      lost.addAll(reader.lost());
      broken = reader.broken().stream().mapToInt(LostFrames::count).sum();
    }
    int missing = lost.stream().mapToInt(LostFrames::count).sum();
    assertThat(missing).isPositive().isEqualTo(60 - seconds.length - broken);
    assertThat(seconds[seconds.length - 1]).isCloseTo(5.9, within(1e-6));
    LostFrames first = lost.get(0);
    assertThat(seconds).doesNotContain(new double[] {first.seconds()}, within(.01));
    assertThat(notes("damaged-middle.mp4", OptionalDouble.empty()))
        .first()
        .asString()
        .startsWith("%d frame".formatted(first.count()))
        .contains("could not be read around");
  }

  @Test
  void picturesDrawnOnWhatIsMissingAreLeftOut() throws IOException {
    // Packets 13 and 14 are empty of pictures; a picture stands by itself every tenth frame.
    double[] seconds = seconds("drawn-on-lost.avi", OptionalDouble.empty());
    double[] whole = new double[23];
    for (int i = 0; i < whole.length; i++) {
      whole[i] = (i < 13 ? i : i + 7) / 10.0;
    }
    assertThat(seconds).containsExactly(whole, within(1e-6));
    try (VideoReader reader = VideoReader.open(film("drawn-on-lost.avi"))) {
      read(reader);
      assertThat(reader.lost()).extracting(LostFrames::count).containsExactly(2);
      assertThat(reader.broken()).extracting(LostFrames::count).containsExactly(5);
    }
    assertThat(notes("drawn-on-lost.avi", OptionalDouble.empty()))
        .anyMatch(note -> note.startsWith("5 frames are damaged around 1.5 s and left out"));
  }

  @Test
  void picturesDrawnOnOneFromBeforeTheFilmAreLeftOut() throws IOException {
    // The first packet is missing; a picture stands by itself every tenth frame.
    assertThat(seconds("starts-on-lost.avi", OptionalDouble.empty()))
        .hasSize(20)
        .startsWith(new double[] {1, 1.1}, within(1e-6));
    assertThat(notes("starts-on-lost.avi", OptionalDouble.empty()))
        .anyMatch(note -> note.startsWith("9 frames are damaged around 0.0 s and left out"));
  }

  @Test
  void aFilmThatIsRefreshedInPartsIsWholeAfterARefresh() throws IOException {
    // Packets 13 and 14 are damaged. Each second a refresh begins, which goes once across the
    // picture: the one that begins at 2 s is done at 3 s.
    double[] whole = new double[43];
    for (int i = 0; i < whole.length; i++) {
      whole[i] = (i < 13 ? i : i + 17) / 10.0;
    }
    assertThat(seconds("refreshed-in-parts.mkv", OptionalDouble.empty()))
        .containsExactly(whole, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({
    "other.flv, 'is a file of another kind (FLV (Flash Video))', ffmpeg -i \"other.flv\"",
    "sound-only.mp4, has no moving pictures, a video is expected",
  })
  void whatIsNoFilmIsSaidToBeWhatItIs(String name, String what, String way) {
    assertThatThrownBy(() -> VideoReader.open(film(name)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(name)
        .hasMessageContaining(what)
        .hasMessageContaining(way);
  }

  @Test
  void aFilmThatIsCutOffSaysHowManyFramesAreMissing() throws IOException {
    Path whole = temp.resolve("whole.avi");
    VideoTest.write(whole, BufferedImage.TYPE_3BYTE_BGR, 40);
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = temp.resolve("cut.avi");
    Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
    try (VideoReader reader = VideoReader.open(cut)) {
      int frames = read(reader).length;
      assertThat(frames).isBetween(1, 39);
      assertThat(reader.notes())
          .anyMatch(
              note ->
                  note.contains(
                      "it ends at %.1f s, after %d frames: it may be cut off."
                          .formatted((frames - 1) / 25.0, frames)));
    }
  }

  private static Path film(String name) {
    return Path.of("src/test/resources/org/macro2micro/video", name);
  }

  private static double brightness(Mat picture, int row, int column) {
    return picture.ptr(row, column).get() & 0xff;
  }

  private static double[] seconds(String name, OptionalDouble rate) throws IOException {
    try (VideoReader reader = VideoReader.open(film(name), rate)) {
      return read(reader);
    }
  }

  private static List<String> notes(String name, OptionalDouble rate) throws IOException {
    try (VideoReader reader = VideoReader.open(film(name), rate)) {
      read(reader);
      return reader.notes();
    }
  }

  private static double[] read(VideoReader reader) throws IOException {
    List<Double> seconds = new ArrayList<>();
    for (Optional<Mat> next = reader.next(); next.isPresent(); next = reader.next()) {
      next.get().close();
      seconds.add(reader.seconds());
    }
    return seconds.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
