package org.macro2micro.video;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;
import org.macro2micro.base.NativeFiles;

/**
 * The frames of a video file, one after the other, each decoded once, as a player shows them:
 * turned upright, with square pixels, at the time that the file says. Nothing is kept but the
 * current frame, whatever the video's length. Not for several threads.
 *
 * <p>Containers: AVI, MPEG, MP4/MOV and Matroska; others, which may name further files or
 * addresses, are refused. No frame of more than 64 megapixels is decoded, and no single piece of
 * memory larger than 512 MiB is asked for by FFmpeg.
 */
public final class VideoReader implements AutoCloseable {
  /** The largest number of pixels of a frame. */
  public static final long MOST_PIXELS = 64_000_000;

  private static final int LEAST_SIDE = 2;
  private static final long MOST_BYTES_AT_ONCE = 512L << 20;

  private final Path file;
  private final Container container;
  private final Decoder decoder;
  private final FrameClock clock;
  private final OptionalDouble statedRate;
  private @Nullable PictureConverter converter;

  /** The first frame's, which says what the container may not. */
  private @Nullable Upright upright;

  private boolean hasFirst;
  private boolean isAtEnd;
  private double seconds;
  private double firstSeconds;

  static {
    NativeFiles.place();
    // What is wrong with a file is told in exceptions, not on standard error.
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    avutil.av_max_alloc(MOST_BYTES_AT_ONCE);
  }

  private VideoReader(Path file, Container container, Decoder decoder, OptionalDouble rate) {
    this.file = file;
    this.container = container;
    this.decoder = decoder;
    this.statedRate = rate;
    this.clock =
        rate.isPresent()
            ? FrameClock.ofRate(rate.getAsDouble())
            : FrameClock.ofStamps(container.framesPerSecond());
  }

  /**
   * Opens a video.
   *
   * @throws IOException if it is missing, is not a video that can be read here, or its frames are
   *     too small or too large; the message names the file
   */
  public static VideoReader open(Path file) throws IOException {
    return open(file, OptionalDouble.empty());
  }

  /**
   * Opens a video whose statement of time may be wrong.
   *
   * @param framesPerSecond the true rate, above 0: frames are then timed by counting from 0; empty
   *     if the file's own time stamps hold
   * @throws IOException as {@link #open(Path)}
   */
  public static VideoReader open(Path file, OptionalDouble framesPerSecond) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(
          "video %s is %s".formatted(file, Files.exists(file) ? "not a regular file" : "gone"));
    }
    Container container = Container.open(file);
    Decoder decoder = null;
    VideoReader reader = null;
    try {
      decoder = Decoder.open(file, container, MOST_PIXELS);
      reader = new VideoReader(file, container, decoder, framesPerSecond);
      reader.begin();
      return reader;
    } catch (IOException | RuntimeException e) {
      if (reader != null) {
        reader.close();
      } else if (decoder != null) {
        decoder.close();
        container.close();
      } else {
        container.close();
      }
      throw e;
    }
  }

  /** Decodes the first frame, since it alone says for certain how large the film is. */
  private void begin() throws IOException {
    AVFrame frame = decoder.next();
    if (frame == null) {
      throw damaged("none of its frames can be decoded");
    }
    Upright shown = Upright.of(frame.width(), frame.height(), pixelShape(frame), turn(frame));
    upright = shown;
    if (width() < LEAST_SIDE || height() < LEAST_SIDE || (long) width() * height() > MOST_PIXELS) {
      throw new IOException(
          "video %s has frames of %dx%d pixels; expected at least 2x2 and at most 64 megapixels"
              .formatted(file, width(), height()));
    }
    int bits = PictureConverter.isDeep(frame.format()) ? usedBits(file) : 0;
    converter = new PictureConverter(file, frame.width(), frame.height(), bits);
    hasFirst = true;
  }

  /** The bits that the largest value of the whole film needs; deep films are read once for it. */
  private static int usedBits(Path file) throws IOException {
    int largest = 0;
    try (Container container = Container.open(file);
        Decoder decoder = Decoder.open(file, container, MOST_PIXELS)) {
      PictureConverter converter = null;
      for (AVFrame frame = decoder.next(); frame != null; frame = decoder.next()) {
        if (converter == null) {
          converter = new PictureConverter(file, frame.width(), frame.height(), 16);
        }
        largest = Math.max(largest, converter.largest(frame));
      }
      if (converter != null) {
        converter.close();
      }
    }
    for (int bits : new int[] {8, 10, 12, 14}) {
      if (largest < 1 << bits) {
        return bits;
      }
    }
    return 16;
  }

  private double pixelShape(AVFrame frame) {
    try (AVRational shape =
        avformat.av_guess_sample_aspect_ratio(container.context(), container.stream(), frame)) {
      return shape.den() == 0 ? 0 : (double) shape.num() / shape.den();
    }
  }

  private Upright.Turn turn(AVFrame frame) {
    AVPacketSideData stream =
        avcodec.av_packet_side_data_get(
            container.stream().codecpar().coded_side_data(),
            container.stream().codecpar().nb_coded_side_data(),
            avcodec.AV_PKT_DATA_DISPLAYMATRIX);
    BytePointer matrix = stream == null || stream.isNull() ? null : stream.data();
    if (matrix == null) {
      AVFrameSideData own =
          avutil.av_frame_get_side_data(frame, avutil.AV_FRAME_DATA_DISPLAYMATRIX);
      matrix = own == null || own.isNull() ? null : own.data();
    }
    if (matrix == null) {
      return Upright.Turn.NONE;
    }
    int[] numbers = new int[9];
    new IntPointer(matrix).get(numbers);
    return Upright.Turn.of(numbers);
  }

  /** Width of a frame in pixels, as it is shown. */
  public int width() {
    return shown().shownWidth();
  }

  /** Height of a frame in pixels, as it is shown. */
  public int height() {
    return shown().shownHeight();
  }

  private Upright shown() {
    Upright known = upright;
    if (known == null) {
      throw new AssertionError("known since the first frame was decoded");
    }
    return known;
  }

  /** Returns the number of frames per second, as was given or as the file says; 0 if unsaid. */
  public double framesPerSecond() {
    return statedRate.orElse(container.framesPerSecond());
  }

  /** Number of frames, as the file says or its length and rate do; 0 if they don't. */
  public int expectedFrames() {
    return container.expectedFrames();
  }

  /**
   * The next frame, blue, green and red, 8 bits each; empty at the end. The caller closes it. What
   * can't be decoded whole is passed over; {@link #lost} and {@link #broken} count it.
   *
   * @throws IOException if what is there has no known form; the message names the file
   */
  public Optional<Mat> next() throws IOException {
    PictureConverter pictures = converter;
    AVFrame frame = hasFirst ? decoder.present() : decoder.next();
    if (pictures == null || frame == null) {
      isAtEnd = true;
      return Optional.empty();
    }
    boolean isFirst = hasFirst;
    hasFirst = false;
    try {
      seconds = clock.next(stamp(frame));
      firstSeconds = isFirst ? seconds : firstSeconds;
      Mat stored = pictures.picture(frame);
      if (shown().isAsStored(stored)) {
        return Optional.of(stored);
      }
      try (stored) {
        return Optional.of(shown().shown(stored));
      }
    } catch (RuntimeException e) {
      // What OpenCV throws reaches Java as nothing more precise.
      throw new IOException("video " + file + " is damaged: a frame can't be converted", e);
    }
  }

  private OptionalDouble stamp(AVFrame frame) {
    OptionalLong stamp = Decoder.stamp(frame);
    return stamp.isPresent()
        ? OptionalDouble.of(container.seconds(stamp.getAsLong()))
        : OptionalDouble.empty();
  }

  /** The time of the frame that {@link #next()} gave last, in seconds; it grows with each. */
  public double seconds() {
    return seconds;
  }

  /** What can't be decoded of what was read so far, in order. */
  public List<LostFrames> lost() {
    return decoder.lost();
  }

  /** What is damaged in part of what was read so far, and passed over, in order. */
  public List<LostFrames> broken() {
    return decoder.broken();
  }

  /** What a person should know of the film's time, of what was read so far: a sentence each. */
  public List<String> notes() {
    return FilmNotes.of(
        container,
        decoder,
        statedRate.isPresent(),
        firstSeconds,
        seconds,
        clock.guessed(),
        isAtEnd);
  }

  /**
   * The next frame as an image of type {@link BufferedImage#TYPE_3BYTE_BGR}, as {@link VideoWriter}
   * takes it; empty at the end.
   *
   * @throws IOException as {@link #next()} does
   */
  public Optional<BufferedImage> nextImage() throws IOException {
    Optional<Mat> next = next();
    if (next.isEmpty()) {
      return Optional.empty();
    }
    try (Mat frame = next.get();
        BytePointer data = frame.data()) {
      BufferedImage image =
          new BufferedImage(frame.cols(), frame.rows(), BufferedImage.TYPE_3BYTE_BGR);
      data.get(((DataBufferByte) image.getRaster().getDataBuffer()).getData());
      return Optional.of(image);
    }
  }

  private IOException damaged(String what) {
    return new IOException("video " + file + " is damaged: " + what + "; copy it again");
  }

  @Override
  public void close() {
    if (converter != null) {
      converter.close();
    }
    decoder.close();
    container.close();
  }
}
