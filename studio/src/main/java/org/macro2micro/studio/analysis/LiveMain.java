package org.macro2micro.studio.analysis;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macro2micro.base.NativeFiles;
import org.macro2micro.preprocess.CameraPicture;
import org.macro2micro.preprocess.FaceChoice;
import org.macro2micro.preprocess.FaceTrack;
import org.macro2micro.spot.LiveLook;
import org.macro2micro.spot.LiveSpotter;
import org.macro2micro.spot.SpotSettings;
import org.macro2micro.studio.film.CameraShots;
import org.macro2micro.studio.film.LiveNews;
import org.macro2micro.video.JpegSize;

/**
 * The process that looks through a camera. It reads its task from a line of standard input and then
 * pictures as {@link CameraShots} describes, and writes {@link LiveNews} as lines of JSON, each
 * after the word {@code news}. It ends when the camera is off, or when standard input ends: the
 * service that started it is then gone.
 */
public final class LiveMain {
  /** Values in a line, so that lines stay short. */
  private static final int IN_A_LINE = 20;

  private static final double DIGITS = 1e4;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
  private int frames;

  private LiveMain() {}

  /** Looks until the camera is off. */
  public static void main(String[] arguments) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(System.in, 1 << 16));
    LiveTask task = JSON.readValue(line(in), LiveTask.class);
    NativeFiles.place();
    LiveMain main = new LiveMain();
    try {
      main.look(in, task);
    } catch (EOFException e) {
      Runtime.getRuntime().halt(ChildExit.ABANDONED);
    } catch (IOException e) {
      main.say("refused " + e.getMessage());
      System.exit(ChildExit.REFUSED);
    } catch (OutOfMemoryError e) {
      // Libraries throw it themselves where Java does not; Java ends with the same code.
      Runtime.getRuntime().halt(ChildExit.OUT_OF_MEMORY);
    }
    System.exit(0);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private void look(DataInputStream in, LiveTask task) throws IOException {
    try (CameraFilm film = task.film() == null ? null : new CameraFilm(task.film(), task);
        LiveSpotter spotter =
            LiveSpotter.of(
                () -> next(in, task, film), FaceChoice.of(task.face()), SpotSettings.DEFAULT)) {
      for (Optional<LiveLook> look = spotter.next(); look.isPresent(); look = spotter.next()) {
        frames++;
        tell(look.get());
      }
    }
  }

  private Optional<CameraPicture> next(DataInputStream in, LiveTask task, @Nullable CameraFilm film)
      throws IOException {
    Optional<CameraShots.Shot> shot = CameraShots.read(in);
    if (shot.isPresent() && frames == 0) {
      requireSize(JpegSize.of(shot.get().jpeg()), task); // The others must have the same.
    }
    if (shot.isPresent() && film != null) {
      try {
        film.add(shot.get());
      } catch (RefusedFilm e) {
        throw new IOException(e.getMessage(), e);
      }
    }
    return shot.map(taken -> new CameraPicture(taken.seconds(), taken.jpeg()));
  }

  private static void requireSize(JpegSize size, LiveTask task) throws IOException {
    if ((long) size.width() * size.height() > task.mostPixels()) {
      throw new IOException(
          "The pictures have %dx%d pixels; expected at most %d pixels. Send smaller ones."
              .formatted(size.width(), size.height(), task.mostPixels()));
    }
  }

  private void tell(LiveLook look) throws IOException {
    LiveNews.@Nullable Face face = look.face().map(at -> face(look.seconds(), at)).orElse(null);
    List<LiveNews.Mark> marks =
        look.movements().stream()
            .map(
                m ->
                    new LiveNews.Mark(
                        rounded(m.onset()),
                        rounded(m.apex()),
                        rounded(m.offset()),
                        rounded(m.strength())))
            .toList();
    List<LiveNews.Value> values = new ArrayList<>();
    for (LiveLook.Value value : look.curve()) {
      values.add(
          new LiveNews.Value(
              rounded(value.seconds()), number(value.contrast()), number(value.threshold())));
      if (values.size() == IN_A_LINE) {
        tell(new LiveNews(frames, face, values, List.of()));
        values.clear();
      }
    }
    tell(new LiveNews(frames, face, values, marks));
  }

  private void tell(LiveNews news) throws IOException {
    say("news " + JSON.writeValueAsString(news));
  }

  private void say(String line) {
    out.println(line.replaceAll("\\R", " "));
    out.flush();
  }

  private static LiveNews.Face face(double seconds, FaceTrack.Place at) {
    return new LiveNews.Face(
        rounded(seconds), rounded(at.x()), rounded(at.y()), rounded(at.width()));
  }

  private static @Nullable Double number(double value) {
    return Double.isNaN(value) ? null : rounded(value);
  }

  private static double rounded(double value) {
    return Math.round(value * DIGITS) / DIGITS;
  }
}
