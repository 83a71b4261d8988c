package org.macro2micro.video;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * The frames of a video file, one after the other, each decoded once. Nothing is kept but the
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
  private static final String CONTAINERS =
      "avi,mpeg,mpegvideo,mov,mp4,m4a,3gp,3g2,mj2,matroska,webm";

  private final Path file;
  private final FFmpegFrameGrabber grabber;

  static {
    // What is wrong with a file is told in exceptions, not on standard error.
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    avutil.av_max_alloc(MOST_BYTES_AT_ONCE);
  }

  private VideoReader(Path file, FFmpegFrameGrabber grabber) {
    this.file = file;
    this.grabber = grabber;
  }

  /**
   * Opens a video.
   *
   * @throws IOException if it is missing, is not a video that can be read here, or its frames are
   *     too small or too large; the message names the file
   */
  public static VideoReader open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(
          "video %s is %s".formatted(file, Files.exists(file) ? "no regular file" : "gone"));
    }
    FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(file.toAbsolutePath().toFile());
    grabber.setOption("format_whitelist", CONTAINERS);
    grabber.setOption("protocol_whitelist", "file");
    grabber.setVideoOption("max_pixels", Long.toString(MOST_PIXELS));
    grabber.setPixelFormat(avutil.AV_PIX_FMT_BGR24);
    // Frames are the same whatever the number of processors.
    grabber.setVideoOption("threads", "1");
    VideoReader reader = new VideoReader(file, grabber);
    try {
      grabber.start();
      reader.requireSize();
      return reader;
    } catch (IOException | RuntimeException e) {
      reader.close();
      if (e instanceof IOException io && !(e instanceof FrameGrabber.Exception)) {
        throw io;
      }
      throw reader.damaged("it can't be opened as a video", e);
    }
  }

  private void requireSize() throws IOException {
    int width = width();
    int height = height();
    if (width < LEAST_SIDE || height < LEAST_SIDE || (long) width * height > MOST_PIXELS) {
      throw new IOException(
          "video %s has frames of %dx%d pixels; expected at least 2x2 and at most 64 megapixels"
              .formatted(file, width, height));
    }
  }

  /** Width of a frame in pixels. */
  public int width() {
    return grabber.getImageWidth();
  }

  /** Height of a frame in pixels. */
  public int height() {
    return grabber.getImageHeight();
  }

  /** Returns the number of frames per second, as the file says. */
  public double framesPerSecond() {
    return grabber.getVideoFrameRate();
  }

  /** Number of frames, as the file's length and rate say; 0 if it does not say. */
  public int expectedFrames() {
    return Math.max(0, grabber.getLengthInVideoFrames());
  }

  /**
   * The next frame, blue, green and red, 8 bits each; empty at the end. The caller closes it.
   *
   * @throws IOException if what is there can't be decoded; the message names the file
   */
  public Optional<Mat> next() throws IOException {
    try {
      Frame frame = grabber.grabImage();
      if (frame == null || frame.image == null) {
        return Optional.empty();
      }
      // JavaCV's own converter takes padding at the end of short rows for more channels.
      try (BytePointer rows = new BytePointer((ByteBuffer) frame.image[0]);
          Mat picture =
              new Mat(frame.imageHeight, frame.imageWidth, CV_8UC3, rows, frame.imageStride)) {
        return Optional.of(picture.clone());
      }
    } catch (FrameGrabber.Exception | RuntimeException e) {
      throw damaged("a frame can't be decoded", e);
    }
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

  private IOException damaged(String what, Exception cause) {
    return new IOException("video " + file + " is damaged: " + what, cause);
  }

  @Override
  public void close() {
    try {
      grabber.close();
    } catch (FrameGrabber.Exception e) {
      // Nothing is lost by a file that was only read.
      System.getLogger(VideoReader.class.getName())
          .log(System.Logger.Level.DEBUG, file.toString(), e);
    }
  }
}
