package org.macro2micro.video;

import static org.bytedeco.opencv.global.opencv_core.CV_16UC3;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.minMaxLoc;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;

/**
 * Makes pictures of blue, green and red, 8 bits each, of a decoder's frames, all of one size. Not
 * for several threads.
 */
final class PictureConverter implements AutoCloseable {
  /** FFmpeg writes whole blocks of so many bytes. */
  private static final int ALIGNED = 64;

  private static final int MOST_BITS = 16;

  private final Path file;
  private final int width;
  private final int height;
  private final int usedBits;
  private final int stride;
  private final BytePointer pixels;
  private @Nullable SwsContext scaler;

  /**
   * @param usedBits how many bits a film uses that is stored with 16 a channel; 0 for any other
   */
  PictureConverter(Path file, int width, int height, int usedBits) {
    this.file = file;
    this.width = width;
    this.height = height;
    this.usedBits = usedBits;
    int bytes = 3 * width * (usedBits > 0 ? 2 : 1);
    this.stride = (bytes + ALIGNED - 1) / ALIGNED * ALIGNED;
    this.pixels = new BytePointer((long) stride * height + ALIGNED);
  }

  /**
   * Whether a format has 16 bits a channel, of which a camera may use fewer; those of television
   * say how many they use.
   */
  static boolean isDeep(int format) {
    try (AVPixFmtDescriptor description = avutil.av_pix_fmt_desc_get(format)) {
      boolean isColourOrGrey =
          (description.flags() & avutil.AV_PIX_FMT_FLAG_RGB) != 0
              || description.nb_components() <= 2;
      boolean isWhole = (description.flags() & avutil.AV_PIX_FMT_FLAG_FLOAT) == 0;
      return isColourOrGrey && isWhole && description.comp(0).depth() == MOST_BITS;
    }
  }

  /** The picture. The caller closes it. */
  Mat picture(AVFrame frame) throws IOException {
    convert(frame, usedBits > 0 ? avutil.AV_PIX_FMT_BGR48LE : avutil.AV_PIX_FMT_BGR24);
    if (usedBits == 0) {
      try (Mat view = new Mat(height, width, CV_8UC3, pixels, stride)) {
        return view.clone();
      }
    }
    try (Mat view = new Mat(height, width, CV_16UC3, pixels, stride)) {
      Mat picture = new Mat();
      view.convertTo(picture, CV_8UC3, 255.0 / ((1 << usedBits) - 1), 0);
      return picture;
    }
  }

  /** The largest value of a deep frame, 0 to 65535. */
  int largest(AVFrame frame) throws IOException {
    convert(frame, avutil.AV_PIX_FMT_BGR48LE);
    try (Mat view = new Mat(height, width, CV_16UC3, pixels, stride);
        Mat flat = view.reshape(1);
        DoublePointer largest = new DoublePointer(1)) {
      minMaxLoc(flat, null, largest, null, null, null);
      return (int) largest.get();
    }
  }

  private void convert(AVFrame frame, int format) throws IOException {
    scaler =
        swscale.sws_getCachedContext(
            scaler,
            frame.width(),
            frame.height(),
            frame.format(),
            width,
            height,
            format,
            swscale.SWS_BILINEAR,
            null,
            null,
            (DoublePointer) null);
    if (scaler == null || scaler.isNull()) {
      throw new IOException("video " + file + " is damaged: a frame has no known form of pixels");
    }
    keepColours(scaler, frame);
    try (PointerPointer<BytePointer> planes = new PointerPointer<>(4);
        IntPointer strides = new IntPointer(stride, 0, 0, 0)) {
      planes.put(0, pixels);
      planes.put(1, (BytePointer) null);
      planes.put(2, (BytePointer) null);
      planes.put(3, (BytePointer) null);
      swscale.sws_scale(scaler, frame.data(), frame.linesize(), 0, frame.height(), planes, strides);
    }
  }

  /** Uses the range and the matrix of colours that the film states, where it states them. */
  private static void keepColours(SwsContext scaler, AVFrame frame) {
    boolean isFull = frame.color_range() == avutil.AVCOL_RANGE_JPEG;
    int matrix =
        switch (frame.colorspace()) {
          case avutil.AVCOL_SPC_BT709 -> swscale.SWS_CS_ITU709;
          case avutil.AVCOL_SPC_BT2020_NCL, avutil.AVCOL_SPC_BT2020_CL -> swscale.SWS_CS_BT2020;
          default -> swscale.SWS_CS_DEFAULT;
        };
    if (isFull || matrix != swscale.SWS_CS_DEFAULT) {
      int one = 1 << 16;
      IntPointer from = swscale.sws_getCoefficients(matrix);
      IntPointer to = swscale.sws_getCoefficients(swscale.SWS_CS_DEFAULT);
      swscale.sws_setColorspaceDetails(scaler, from, isFull ? 1 : 0, to, 1, 0, one, one);
    }
  }

  @Override
  public void close() {
    if (scaler != null) {
      swscale.sws_freeContext(scaler);
    }
    pixels.close();
  }
}
