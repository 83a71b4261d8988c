package org.macro2micro.annotate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.report.video.LabelledInterval;
import org.macro2micro.report.video.PredictedVideo;
import org.macro2micro.spot.FrameTimes;
import org.macro2micro.spot.SpottedInterval;
import org.macro2micro.spot.Spotting;
import org.macro2micro.video.VideoReader;
import org.macro2micro.video.VideoWriter;

class AnnotatedVideoTest {
  private static final int FRAMES = 24;
  private static final SpottedInterval INTERVAL = new SpottedInterval(8, 10, 15, 2);

  /** A row of the strip, counted from its top, that the cursor crosses and the curve does not. */
  private static final int ABOVE_THE_CURVE = 26;

  @TempDir Path temp;

  @Test
  void aFrameForEachFrameAndTheBorderHasTheColourOfTheClassWhileTheIntervalLasts()
      throws IOException {
    Path target = temp.resolve("new").resolve("out.avi");
    List<Integer> heard = new ArrayList<>();
    AnnotatedVideo.write(source(FRAMES), found(FRAMES, 25), target, (done, all) -> heard.add(done));
    assertThat(heard).hasSize(FRAMES).startsWith(1, 2).endsWith(FRAMES);
    List<BufferedImage> frames = read(target);
    assertThat(frames).hasSize(FRAMES);
    assertThat(frames.get(0).getWidth() % 2 + frames.get(0).getHeight() % 2).isZero();
    for (int i = 0; i < FRAMES; i++) {
      boolean inside = INTERVAL.onset() <= i && i <= INTERVAL.offset();
      Color expected = inside ? StripColours.of(1) : StripColours.BACK;
      assertThat(near(frames.get(i), 1, 1, expected)).as("frame " + i).isTrue();
    }
    // The picture itself, 34 pixels wide, is enlarged 15 times and keeps its green.
    assertThat(near(frames.get(10), 240, 150, new Color(40, 200, 90))).isTrue();
  }

  @Test
  void theCursorMovesAndTheClassIsNamed() throws IOException {
    AnnotatedVideo.FramePainter painter =
        new AnnotatedVideo.FramePainter(found(FRAMES, 25), 640, 360);
    BufferedImage picture = new BufferedImage(640, 360, BufferedImage.TYPE_3BYTE_BGR);
    int top = painter.stripTop();
    List<Integer> cursors = new ArrayList<>();
    List<Boolean> named = new ArrayList<>();
    for (int frame : new int[] {1, 10, 22}) {
      BufferedImage shown = painter.paint(picture, frame);
      cursors.add(cursor(shown, top + ABOVE_THE_CURVE));
      named.add(holds(shown, top, top + 12, StripColours.of(1)));
    }
    assertThat(cursors).isSorted().doesNotHaveDuplicates().doesNotContain(-1);
    assertThat(named).containsExactly(false, true, false);
  }

  @Test
  void longVideosShowAPartOfTheCurveAndWhereItIs() throws IOException {
    int frames = 600;
    AnnotatedVideo.FramePainter brief =
        new AnnotatedVideo.FramePainter(found(frames, 60), 640, 360);
    AnnotatedVideo.FramePainter lasting =
        new AnnotatedVideo.FramePainter(found(frames, 20), 640, 360);
    assertThat(lasting.height()).isGreaterThan(brief.height());
    BufferedImage picture = new BufferedImage(640, 360, BufferedImage.TYPE_3BYTE_BGR);
    int row = lasting.stripTop() + ABOVE_THE_CURVE;
    int before = cursor(lasting.paint(picture, 199), row);
    int after = cursor(lasting.paint(picture, 200), row);
    assertThat(before).isGreaterThan(600);
    assertThat(after).isBetween(0, 60);
    // The last page is as long as the others, so the cursor ends at its end.
    assertThat(cursor(lasting.paint(picture, 599), row)).isGreaterThan(600);
  }

  @Test
  void theSameVideoGivesTheSameBytes() throws IOException {
    Path source = source(FRAMES);
    for (String name : List.of("1.avi", "2.avi")) {
      AnnotatedVideo.write(source, found(FRAMES, 25), temp.resolve(name), (done, all) -> {});
    }
    assertThat(temp.resolve("1.avi")).hasSameBinaryContentAs(temp.resolve("2.avi"));
  }

  @Test
  void withoutIntervalsAndWithoutAFaceInAnyFrameItIsStillAVideo() throws IOException {
    double[] none = new double[3];
    java.util.Arrays.fill(none, Double.NaN);
    PredictedVideo found =
        new PredictedVideo(
            "a", new Spotting(3, 25, none, none, List.of()), List.of("a"), List.of());
    Path target = temp.resolve("out.avi");
    AnnotatedVideo.write(source(3), found, target, (done, all) -> {});
    assertThat(read(target)).hasSize(3);
  }

  @Test
  void anotherNumberOfFramesIsAnErrorAndTheOldFileStays() throws IOException {
    Path target = Files.writeString(temp.resolve("out.avi"), "old");
    Path source = source(FRAMES);
    assertThatThrownBy(
            () -> AnnotatedVideo.write(source, found(FRAMES + 1, 25), target, (done, all) -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(source + " has 24 frames, but the spotting looked at 25");
    assertThatThrownBy(
            () -> AnnotatedVideo.write(source, found(FRAMES - 1, 25), target, (done, all) -> {}))
        .hasMessageContaining("has more frames, but the spotting looked at 23");
    assertThat(target).hasContent("old");
    try (Stream<Path> files = Files.list(temp)) {
      assertThat(files).containsExactlyInAnyOrder(target, source);
    }
  }

  @Test
  void anInterruptedThreadKeepsNothing() throws IOException {
    Path source = source(FRAMES);
    Path target = temp.resolve("out.avi");
    assertThatThrownBy(
            () ->
                AnnotatedVideo.write(
                    source,
                    found(FRAMES, 25),
                    target,
                    (done, all) -> {
                      if (done == 5) {
                        Thread.currentThread().interrupt();
                      }
                    }))
        .isInstanceOf(InterruptedIOException.class)
        .hasMessageContaining("interrupted at frame 5");
    assertThat(Thread.interrupted()).isTrue();
    try (Stream<Path> files = Files.list(temp)) {
      assertThat(files).containsExactly(source);
    }
  }

  @Test
  void framesOfAVaryingRateAreRepeatedAsLongAsTheyAreShown() throws IOException {
    // The first ten frames take .2 s each, the others .04 s.
    double[] seconds = new double[FRAMES];
    for (int i = 1; i < FRAMES; i++) {
      seconds[i] = seconds[i - 1] + (i <= 10 ? .2 : .04);
    }
    PredictedVideo regular = found(FRAMES, 25);
    PredictedVideo varying =
        new PredictedVideo(
            regular.file(),
            new Spotting(
                new FrameTimes(seconds, 25),
                regular.spotting().curve(),
                regular.spotting().threshold(),
                regular.spotting().intervals(),
                regular.spotting().watched()),
            regular.labels(),
            regular.intervals());
    Path target = temp.resolve("varying.avi");
    AnnotatedVideo.write(source(FRAMES), varying, target, (done, all) -> {});
    // Ten frames five times each, and the others once.
    assertThat(read(target)).hasSize(10 * 5 + FRAMES - 10);
  }

  @Test
  void theVideoItselfIsNotReplaced() throws IOException {
    Path source = source(3);
    assertThatThrownBy(() -> AnnotatedVideo.write(source, found(FRAMES, 25), source, (d, a) -> {}))
        .hasMessageContaining("is the video itself");
  }

  private static PredictedVideo found(int frames, double framesPerSecond) {
    double[] curve = new double[frames];
    double[] threshold = new double[frames];
    for (int i = 0; i < frames; i++) {
      curve[i] = i == INTERVAL.apex() ? 1 : .1;
      threshold[i] = .4;
    }
    LabelledInterval interval = new LabelledInterval(INTERVAL, "surprise", List.of(.25, .75));
    return new PredictedVideo(
        "source.avi",
        new Spotting(frames, framesPerSecond, curve, threshold, List.of(INTERVAL)),
        List.of("negative", "surprise"),
        List.of(interval));
  }

  private Path source(int frames) throws IOException {
    Path file = temp.resolve("source.avi");
    BufferedImage image = new BufferedImage(34, 26, BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < 26; y++) {
      for (int x = 0; x < 34; x++) {
        image.setRGB(x, y, new Color(40, 200, 90).getRGB());
      }
    }
    try (VideoWriter writer = VideoWriter.open(file, 34, 26, 25)) {
      for (int i = 0; i < frames; i++) {
        writer.add(image);
      }
    }
    return file;
  }

  private static List<BufferedImage> read(Path file) throws IOException {
    List<BufferedImage> frames = new ArrayList<>();
    try (VideoReader reader = VideoReader.open(file)) {
      for (Optional<BufferedImage> f = reader.nextImage(); f.isPresent(); f = reader.nextImage()) {
        frames.add(f.get());
      }
    }
    return frames;
  }

  /** Whether a pixel has a colour, as far as JPEG keeps it. */
  private static boolean near(BufferedImage image, int x, int y, Color expected) {
    Color found = new Color(image.getRGB(x, y));
    return Math.abs(found.getRed() - expected.getRed()) < 12
        && Math.abs(found.getGreen() - expected.getGreen()) < 12
        && Math.abs(found.getBlue() - expected.getBlue()) < 12;
  }

  private static boolean holds(BufferedImage image, int fromY, int toY, Color colour) {
    for (int y = fromY; y < toY; y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (image.getRGB(x, y) == colour.getRGB()) {
          return true;
        }
      }
    }
    return false;
  }

  /** The first pixel from the left of a row that is as bright as the cursor, or -1. */
  private static int cursor(BufferedImage image, int y) {
    for (int x = 0; x < image.getWidth(); x++) {
      if ((image.getRGB(x, y) & 255) > 200) {
        return x;
      }
    }
    return -1;
  }
}
