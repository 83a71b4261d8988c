package org.macro2micro.studio.analysis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.macro2micro.studio.film.CameraShots;
import org.macro2micro.video.JpegFilmWriter;

/** Keeps the pictures of a camera as a film, as far as the disk and the limits have room. */
final class CameraFilm implements AutoCloseable {
  /** The number of pictures after which the disk is asked for its room, and the film flushed. */
  private static final int EACH = 30;

  /** Seconds by which the film stays below the limit: its last picture is shown for a while too. */
  private static final double LAST_PICTURE = .5;

  private final Path file;
  private final LiveTask task;
  private @Nullable JpegFilmWriter writer;
  private double first;
  private long bytes;
  private int pictures;

  CameraFilm(Path file, LiveTask task) {
    this.file = file;
    this.task = task;
  }

  /** Adds a picture, which must have the size of those before it. */
  void add(CameraShots.Shot shot) throws IOException, RefusedFilm {
    first = pictures == 0 ? shot.seconds() : first;
    if (shot.seconds() - first > Math.max(0, task.mostSeconds() - LAST_PICTURE)) {
      throw new RefusedFilm(
          RefusedFilm.Reason.TOO_LONG,
          String.format(
              Locale.ROOT,
              "The film lasts %.0f s, which is the most that is kept; begin again.",
              task.mostSeconds()));
    }
    bytes += shot.jpeg().length;
    if (bytes > task.mostBytes()) {
      throw new RefusedFilm(
          RefusedFilm.Reason.TOO_LARGE,
          "The film has more than %d bytes, which is the most that is kept; what came before is kept."
              .formatted(task.mostBytes()));
    }
    JpegFilmWriter film = writer;
    if (film == null) {
      requireRoom();
      writer = JpegFilmWriter.open(file, shot.jpeg(), shot.seconds());
    } else {
      film.add(shot.jpeg(), shot.seconds());
      if (pictures % EACH == 0) {
        film.flush();
        requireRoom();
      }
    }
    pictures++;
  }

  private void requireRoom() throws RefusedFilm {
    if (file.resolveSibling("").toFile().getUsableSpace() < task.freeBytes()) {
      throw new RefusedFilm(
          RefusedFilm.Reason.NO_ROOM,
          "The service's disk has no room for more; what came before is kept. Delete films that are not needed, or tell whoever runs the service.");
    }
  }

  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
    }
  }
}
