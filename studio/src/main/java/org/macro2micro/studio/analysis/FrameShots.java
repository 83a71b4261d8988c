package org.macro2micro.studio.analysis;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.macro2micro.base.Progress;
import org.macro2micro.studio.film.FramePack;
import org.macro2micro.studio.film.ScaledJpeg;
import org.macro2micro.video.VideoReader;

/** Makes a picture of every frame of a film, in the pass that holds the film to the limits. */
record FrameShots(int frames, int width, int height) {
  /** The largest width of a picture in pixels. */
  static final int MOST_WIDTH = 960;

  /** The number of frames after which the disk is asked for its room. */
  private static final int ASK_EACH = 64;

  /**
   * Takes the pictures.
   *
   * @throws RefusedFilm if the film can't be read, is longer or larger than the task allows, or has
   *     more frames than the disk has room for
   * @throws IOException if the pictures can't be written
   */
  static FrameShots taken(FilmTask task, Progress progress) throws IOException, RefusedFilm {
    OptionalDouble rate =
        task.rate() == null ? OptionalDouble.empty() : OptionalDouble.of(task.rate());
    try (VideoReader reader = open(task, rate);
        FramePack.Writer pack = new FramePack.Writer(task.out())) {
      int width = reader.width();
      int height = reader.height();
      if ((long) width * height > task.mostPixels()) {
        throw new RefusedFilm(
            RefusedFilm.Reason.TOO_LARGE,
            "Its frames have %dx%d pixels; expected at most %d pixels. Make it smaller and upload it again."
                .formatted(width, height, task.mostPixels()));
      }
      requireLength(task, reader.expectedFrames() / Math.max(1, reader.framesPerSecond()), "says");
      int frames = 0;
      for (Optional<BufferedImage> next = next(reader); next.isPresent(); next = next(reader)) {
        requireLength(task, reader.seconds(), "lasts");
        if (frames % ASK_EACH == 0) {
          requireRoom(task);
        }
        pack.add(ScaledJpeg.of(next.get(), MOST_WIDTH));
        frames++;
        progress.at(frames, Math.max(frames, reader.expectedFrames()));
      }
      return new FrameShots(frames, width, height);
    }
  }

  private static VideoReader open(FilmTask task, OptionalDouble rate) throws RefusedFilm {
    try {
      return VideoReader.open(task.film(), rate);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static Optional<BufferedImage> next(VideoReader reader) throws RefusedFilm {
    try {
      return reader.nextImage();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static RefusedFilm unreadable(IOException failure) {
    return new RefusedFilm(
        RefusedFilm.Reason.UNREADABLE, String.valueOf(failure.getMessage()), failure);
  }

  /** A film whose times stand still is never too long, and could fill the disk. */
  private static void requireRoom(FilmTask task) throws RefusedFilm {
    if (task.out().toFile().getUsableSpace() < task.freeBytes()) {
      throw new RefusedFilm(
          RefusedFilm.Reason.NO_ROOM,
          "The service's disk has no room for its frames; delete films that are not needed, or tell whoever runs the service.");
    }
  }

  private static void requireLength(FilmTask task, double seconds, String verb) throws RefusedFilm {
    if (seconds > task.mostSeconds()) {
      String found =
          verb.equals("says") ? "It says that it lasts %.1f s" : "It lasts more than %.1f s";
      throw new RefusedFilm(
          RefusedFilm.Reason.TOO_LONG,
          String.format(
              Locale.ROOT,
              found + "; expected at most %.1f s. Cut it into pieces.",
              verb.equals("says") ? seconds : task.mostSeconds(),
              task.mostSeconds()));
    }
  }
}
