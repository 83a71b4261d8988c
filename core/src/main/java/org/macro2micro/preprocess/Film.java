package org.macro2micro.preprocess;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;
import org.macro2micro.clip.ClipId;
import org.macro2micro.video.VideoReader;

/** Pictures one after the other, from a video or from image files. Not for several threads. */
sealed interface Film extends AutoCloseable {
  /** The next picture of three channels; empty at the end. The caller closes it. */
  Optional<Mat> next() throws IOException;

  /** Number of pictures, 0 if it is not known. */
  int expected();

  /** Returns the number of pictures per second. */
  double framesPerSecond();

  @Override
  void close();

  /** Opens the frames of a video. */
  static Film of(Path video) throws IOException {
    return new Recorded(VideoReader.open(video));
  }

  /** Opens image files in time order. */
  static Film of(List<Path> images, double framesPerSecond) {
    ClipId name = ClipId.of("film", "images", "frames");
    return new Images(
        new FrameDecoder(name, images), images.iterator(), images.size(), framesPerSecond);
  }

  record Recorded(VideoReader reader) implements Film {
    @Override
    public Optional<Mat> next() throws IOException {
      return reader.next();
    }

    @Override
    public int expected() {
      return reader.expectedFrames();
    }

    @Override
    public double framesPerSecond() {
      return reader.framesPerSecond();
    }

    @Override
    public void close() {
      reader.close();
    }
  }

  record Images(FrameDecoder decoder, Iterator<Path> files, int expected, double framesPerSecond)
      implements Film {
    @Override
    public Optional<Mat> next() throws IOException {
      if (!files.hasNext()) {
        return Optional.empty();
      }
      try {
        return Optional.of(decoder.decoded(files.next()));
      } catch (PreparationException e) {
        throw new IOException(e.getMessage(), e);
      }
    }

    @Override
    public void close() {
      // Image files are closed as soon as they are read.
    }
  }
}
