package org.macro2micro.preprocess;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bytedeco.opencv.opencv_core.Mat;
import org.macro2micro.clip.ClipId;
import org.macro2micro.video.VideoReader;

/** Pictures one after the other, from a video, image files or a camera. Not for several threads. */
sealed interface Film extends AutoCloseable {
  /** The next picture of three channels; empty at the end. The caller closes it. */
  Optional<Mat> next() throws IOException;

  /** Number of pictures, 0 if it is not known. */
  int expected();

  /** Returns the number of pictures per second, as it was given or as the film says. */
  double framesPerSecond();

  /** The time in seconds of the picture that {@link #next} gave last. */
  double seconds();

  /** What a person should know of the film's time, of what was read so far: a sentence each. */
  List<String> notes();

  @Override
  void close();

  /**
   * Opens the frames of a video.
   *
   * @param framesPerSecond the true rate, if what the file says is wrong
   */
  static Film of(Path video, OptionalDouble framesPerSecond) throws IOException {
    return new Recorded(VideoReader.open(video, framesPerSecond));
  }

  /** Opens image files in time order. */
  static Film of(List<Path> images, double framesPerSecond) {
    ClipId name = ClipId.of("film", "images", "frames");
    return new Images(new FrameDecoder(name, images), images, framesPerSecond);
  }

  /** Takes pictures as a camera gives them; whoever has the camera closes it. */
  static Film of(Camera camera) {
    return new Live(camera);
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
    public double seconds() {
      return reader.seconds();
    }

    @Override
    public List<String> notes() {
      return reader.notes();
    }

    @Override
    public void close() {
      reader.close();
    }
  }

  /** Image files; the time of each follows from its place. */
  final class Images implements Film {
    private final FrameDecoder decoder;
    private final List<Path> files;
    private final double framesPerSecond;
    private int read;

    private Images(FrameDecoder decoder, List<Path> files, double framesPerSecond) {
      this.decoder = decoder;
      this.files = List.copyOf(files);
      this.framesPerSecond = framesPerSecond;
    }

    @Override
    public Optional<Mat> next() throws IOException {
      if (read == files.size()) {
        return Optional.empty();
      }
      try {
        return Optional.of(decoder.decoded(files.get(read++)));
      } catch (PreparationException e) {
        throw new IOException(e.getMessage(), e);
      }
    }

    @Override
    public int expected() {
      return files.size();
    }

    @Override
    public double framesPerSecond() {
      return framesPerSecond;
    }

    @Override
    public double seconds() {
      return (read - 1) / framesPerSecond;
    }

    @Override
    public List<String> notes() {
      return List.of();
    }

    @Override
    public void close() {
      // Image files are closed as soon as they are read.
    }
  }

  /** Pictures that are being taken. */
  final class Live implements Film {
    /** What cameras of computers give; the times of the pictures themselves are what counts. */
    private static final double USUAL_RATE = 30;

    private final Camera camera;
    private final FrameDecoder decoder = new FrameDecoder(CameraPicture.NAME);
    private double seconds = Double.NEGATIVE_INFINITY;

    private Live(Camera camera) {
      this.camera = camera;
    }

    @Override
    public Optional<Mat> next() throws IOException {
      Optional<CameraPicture> next = camera.next();
      if (next.isEmpty()) {
        return Optional.empty();
      }
      double time = next.get().seconds();
      if (!(time > seconds && Double.isFinite(time))) {
        throw new IOException(
            "camera: a picture is of %s s, after one of %s s; expected growing times"
                .formatted(time, seconds));
      }
      seconds = time;
      try {
        return Optional.of(decoder.decoded(Path.of("camera"), next.get().image()));
      } catch (PreparationException e) {
        throw new IOException(e.getMessage(), e);
      }
    }

    @Override
    public int expected() {
      return 0;
    }

    @Override
    public double framesPerSecond() {
      return USUAL_RATE;
    }

    @Override
    public double seconds() {
      return seconds;
    }

    @Override
    public List<String> notes() {
      return List.of();
    }

    @Override
    public void close() {
      // The camera is its owner's.
    }
  }
}
