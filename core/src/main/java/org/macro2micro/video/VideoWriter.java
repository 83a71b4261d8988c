package org.macro2micro.video;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameRecorder;
import org.macro2micro.base.NativeFiles;

/**
 * Writes an AVI of Motion JPEG. Every frame is stored whole and in high quality, so that
 * compression hides no movement. The same frames give the same bytes.
 */
public final class VideoWriter implements AutoCloseable {
  /** FFmpeg's scale of quantisers, 1 (best) to 31. */
  private static final String QUANTISER = "2";

  static {
    NativeFiles.place();
  }

  private final FFmpegFrameRecorder recorder;
  private final int width;
  private final int height;

  private VideoWriter(FFmpegFrameRecorder recorder, int width, int height) {
    this.recorder = recorder;
    this.width = width;
    this.height = height;
  }

  /**
   * Begins a video.
   *
   * @param file where to; an old one is replaced
   * @param width even: of odd ones FFmpeg's wrapper would make even ones
   * @param height even
   * @param framesPerSecond above 0
   * @throws IOException if it can't be written
   */
  public static VideoWriter open(Path file, int width, int height, double framesPerSecond)
      throws IOException {
    if (width % 2 != 0 || height % 2 != 0) {
      throw new IllegalArgumentException(
          "video frames of %dx%d pixels; expected even width and height".formatted(width, height));
    }
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    FFmpegFrameRecorder recorder =
        new FFmpegFrameRecorder(file.toAbsolutePath().toFile(), width, height);
    recorder.setFormat("avi");
    recorder.setVideoCodec(avcodec.AV_CODEC_ID_MJPEG);
    recorder.setPixelFormat(avutil.AV_PIX_FMT_YUVJ444P);
    recorder.setFrameRate(framesPerSecond);
    recorder.setVideoQuality(Integer.parseInt(QUANTISER));
    recorder.setImageScalingFlags(
        swscale.SWS_BICUBIC | swscale.SWS_ACCURATE_RND | swscale.SWS_BITEXACT);
    // Without versions and dates in the file, and without a thread for each processor.
    recorder.setOption("fflags", "+bitexact");
    recorder.setVideoOption("flags", "+bitexact");
    recorder.setVideoOption("threads", "1");
    recorder.start();
    return new VideoWriter(recorder, width, height);
  }

  /**
   * Adds a frame.
   *
   * @param image grey of 8 bits, or blue, green, red of 8 bits each, of the video's size
   */
  public void add(BufferedImage image) throws IOException {
    int channels =
        switch (image.getType()) {
          case BufferedImage.TYPE_BYTE_GRAY -> 1;
          case BufferedImage.TYPE_3BYTE_BGR -> 3;
          default -> 0;
        };
    if (channels == 0 || image.getWidth() != width || image.getHeight() != height) {
      throw new IllegalArgumentException(
          "video frame of type %d, %dx%d pixels; expected grey or BGR bytes, %dx%d"
              .formatted(image.getType(), image.getWidth(), image.getHeight(), width, height));
    }
    byte[] bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    try (Frame frame = new Frame(width, height, Frame.DEPTH_UBYTE, channels)) {
      ByteBuffer rows = (ByteBuffer) frame.image[0];
      for (int y = 0; y < height; y++) {
        rows.position(y * frame.imageStride);
        rows.put(bytes, y * width * channels, width * channels);
      }
      rows.rewind();
      recorder.record(frame);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      recorder.close();
    } catch (FrameRecorder.Exception e) {
      throw new IOException("the video could not be finished: " + e.getMessage(), e);
    }
  }
}
