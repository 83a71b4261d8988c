package org.macro2micro.preprocess;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2RGB;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.jspecify.annotations.Nullable;
import org.macro2micro.base.NativeFiles;
import org.macro2micro.base.Sha256;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Frames;

/**
 * Decodes the image files of one clip into arrays of one size. Nothing is decoded before its header
 * was found sane, and all files of the clip must have the same width and height. Not for several
 * threads.
 */
final class FrameDecoder implements PictureSource {
  static {
    NativeFiles.place();
  }

  /** An uncompressed image of the most pixels that are read, with a fourth channel and a header. */
  private static final long MOST_BYTES = 4 * ImageHeader.MOST_PIXELS + (1 << 20);

  private final ClipId clip;
  private @Nullable ImageHeader first;

  FrameDecoder(ClipId clip) {
    this.clip = clip;
  }

  /**
   * SHA-256 of a file of a clip.
   *
   * @throws PreparationException if it can't be read; an image also if it is larger than any that
   *     would be
   */
  static byte[] digest(ClipId clip, Path file, boolean isVideo) throws PreparationException {
    requireFile(clip, file, isVideo ? "video" : "image", isVideo ? Long.MAX_VALUE : MOST_BYTES);
    try {
      return new Sha256().add(file).bytes();
    } catch (IOException e) {
      throw unreadable(clip, file, e);
    }
  }

  private static byte[] content(ClipId clip, Path file) throws PreparationException {
    requireFile(clip, file, "image", MOST_BYTES);
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw unreadable(clip, file, e);
    }
  }

  private static void requireFile(ClipId clip, Path file, String what, long mostBytes)
      throws PreparationException {
    if (!Files.isRegularFile(file)) {
      throw new PreparationException(
          clip,
          "%s %s is %s; expected a file: restore it or leave the clip out"
              .formatted(what, file, Files.exists(file) ? "no regular file" : "gone"));
    }
    try {
      long bytes = Files.size(file);
      if (bytes == 0 || bytes > mostBytes) {
        throw new PreparationException(
            clip,
            what
                + " "
                + file
                + (bytes == 0 ? " is empty (0 bytes)" : " has " + bytes + " bytes")
                + "; expected 1 to "
                + mostBytes
                + ": copy it again");
      }
    } catch (IOException e) {
      throw unreadable(clip, file, e);
    }
  }

  private static PreparationException unreadable(ClipId clip, Path file, IOException e) {
    return new PreparationException(
        clip, "image " + file + " can't be read (" + e + "); check its rights and its disk", e);
  }

  /** Takes decoded frames. */
  interface Sink {
    /** Called for each frame in the order of positions; the picture is closed afterwards. */
    void take(int position, Mat picture) throws PreparationException;
  }

  /** Decodes some of a clip's frames; a video is read in one pass. */
  @Override
  public void decode(Frames frames, SortedSet<Integer> positions, Sink sink)
      throws PreparationException {
    if (frames.video().isPresent()) {
      new VideoDecoder(clip, frames.video().get()).decode(positions, sink);
      return;
    }
    for (int position : positions) {
      try (Mat picture = decoded(frames.files().get(position))) {
        sink.take(position, picture);
      }
    }
  }

  /** {@link #colour(Mat, int, boolean)} of an image file. */
  float[] colour(Path file, int size, boolean grey) throws PreparationException {
    try (Mat decoded = decoded(file)) {
      return colour(decoded, size, grey);
    }
  }

  /** {@link #grey(Mat, int)} of an image file. */
  Mat grey(Path file, int size) throws PreparationException {
    try (Mat decoded = decoded(file)) {
      return grey(decoded, size);
    }
  }

  /** Red, green and blue planes of size*size values in 0..255, one after the other. */
  static float[] colour(Mat decoded, int size, boolean grey) {
    int plane = size * size;
    float[] planes = new float[PreparedClip.CHANNELS * plane];
    try (Mat scaled = scaled(decoded, size);
        Mat rgb = new Mat()) {
      cvtColor(scaled, rgb, grey ? COLOR_BGR2GRAY : COLOR_BGR2RGB);
      byte[] bytes = bytes(rgb, grey ? plane : PreparedClip.CHANNELS * plane);
      for (int i = 0; i < plane; i++) {
        for (int channel = 0; channel < PreparedClip.CHANNELS; channel++) {
          int at = grey ? i : PreparedClip.CHANNELS * i + channel;
          planes[channel * plane + i] = bytes[at] & 0xff;
        }
      }
    }
    return planes;
  }

  /** The image as size*size grey bytes. The caller closes it. */
  static Mat grey(Mat decoded, int size) {
    try (Mat scaled = scaled(decoded, size)) {
      Mat grey = new Mat();
      cvtColor(scaled, grey, COLOR_BGR2GRAY);
      return grey;
    }
  }

  /** The image stretched to a square. The caller closes it. */
  static Mat scaled(Mat decoded, int size) {
    if (decoded.cols() == size && decoded.rows() == size) {
      return decoded.clone();
    }
    boolean shrinks = decoded.cols() >= size && decoded.rows() >= size;
    Mat scaled = new Mat();
    try (Size target = new Size(size, size)) {
      resize(decoded, scaled, target, 0, 0, shrinks ? INTER_AREA : INTER_LINEAR);
    }
    return scaled;
  }

  /** Reads an image file as blue, green and red. The caller closes it. */
  Mat decoded(Path file) throws PreparationException {
    byte[] content = content(clip, file);
    requireSameSize(ImageHeader.of(clip, file, content));
    try (BytePointer pointer = new BytePointer(content);
        Mat encoded = new Mat(1, content.length, CV_8UC1, pointer)) {
      Mat decoded = imdecode(encoded, IMREAD_COLOR);
      if (decoded.empty()) {
        decoded.close();
        throw damaged(file, null);
      }
      return decoded;
    } catch (RuntimeException e) {
      // What OpenCV throws reaches Java as nothing more precise.
      throw damaged(file, e);
    }
  }

  private PreparationException damaged(Path file, @Nullable Throwable cause) {
    return new PreparationException(
        clip,
        "image "
            + file
            + " is damaged: its header is sound, but not the picture behind it; expected a whole"
            + " image: copy it again or leave the clip out",
        cause);
  }

  private void requireSameSize(ImageHeader header) throws PreparationException {
    ImageHeader before = first;
    if (before == null) {
      first = header;
    } else if (header.width() != before.width() || header.height() != before.height()) {
      throw new PreparationException(
          clip,
          "image %s is %dx%d pixels, but %s is %dx%d; expected one size in all of a clip's frames: restore them or leave the clip out"
              .formatted(
                  header.file(),
                  header.width(),
                  header.height(),
                  before.file(),
                  before.width(),
                  before.height()));
    }
  }

  private static byte[] bytes(Mat mat, int length) {
    byte[] bytes = new byte[length];
    try (BytePointer data = mat.data()) {
      data.get(bytes);
    }
    return bytes;
  }
}
