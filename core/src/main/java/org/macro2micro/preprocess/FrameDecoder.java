package org.macro2micro.preprocess;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_ANYDEPTH;
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
import java.util.List;
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
 * was found sane, and all files of the clip must have the same width and height, the same bits and
 * the same way up. Values of more than 8 bits are scaled by the {@link ValueRange} that the largest
 * value in all the clip's files needs; where the files of a clip are not known, and in flow images,
 * whose values mean the same in every clip, by 16 bits. Not for several threads.
 */
final class FrameDecoder implements PictureSource {
  static {
    NativeFiles.place();
  }

  /** An uncompressed image of the most pixels that are read, with a fourth channel and a header. */
  private static final long MOST_BYTES = 4 * ImageHeader.MOST_PIXELS + (1 << 20);

  private final ClipId clip;
  private List<Path> series;
  private @Nullable ImageHeader first;
  private @Nullable ValueRange range;

  FrameDecoder(ClipId clip) {
    this(clip, List.of());
  }

  /**
   * Decodes files one by one.
   *
   * @param series all image files of the clip, whose values have one scale
   */
  FrameDecoder(ClipId clip, List<Path> series) {
    this.clip = clip;
    this.series = List.copyOf(series);
  }

  /** Whether an image has values of more than 8 bits, which all frames of its clip decide upon. */
  static boolean isDeep(ClipId clip, Path file) throws PreparationException {
    return ImageHeader.of(clip, file, content(clip, file)).isDeep();
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
              .formatted(what, file, Files.exists(file) ? "not a regular file" : "gone"));
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
    if (frames.content() == Frames.Content.FACE) {
      series = frames.files();
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

  /** Red, green and blue planes of size*size values in [0, 1], one after the other. */
  static float[] shares(Mat decoded, int size) {
    float[] planes = colour(decoded, size, false);
    for (int i = 0; i < planes.length; i++) {
      planes[i] /= 255;
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

  /** Reads an image file as blue, green and red of 8 bits each. The caller closes it. */
  Mat decoded(Path file) throws PreparationException {
    return decoded(file, content(clip, file));
  }

  /**
   * {@link #decoded(Path)} of what was read already.
   *
   * @param file the name that errors use
   */
  Mat decoded(Path file, byte[] content) throws PreparationException {
    ImageHeader header = ImageHeader.of(clip, file, content);
    requireAlike(header);
    if (!header.isDeep() || series.isEmpty()) {
      return decoded(file, content, IMREAD_COLOR);
    }
    ValueRange known = range;
    if (known == null) {
      known = rangeOfSeries();
      range = known;
    }
    try (Mat deep = decoded(file, content, IMREAD_COLOR | IMREAD_ANYDEPTH)) {
      return known.scaled(deep);
    }
  }

  private ValueRange rangeOfSeries() throws PreparationException {
    double largest = 0;
    for (Path file : series) {
      byte[] content = content(clip, file);
      requireAlike(ImageHeader.of(clip, file, content));
      try (Mat deep = decoded(file, content, IMREAD_COLOR | IMREAD_ANYDEPTH)) {
        largest = Math.max(largest, ValueRange.largest(deep));
      }
    }
    return ValueRange.holding(largest);
  }

  private Mat decoded(Path file, byte[] content, int flags) throws PreparationException {
    try (BytePointer pointer = new BytePointer(content);
        Mat encoded = new Mat(1, content.length, CV_8UC1, pointer)) {
      Mat decoded = imdecode(encoded, flags);
      if (decoded.empty() || decoded.channels() != PreparedClip.CHANNELS) {
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

  private void requireAlike(ImageHeader header) throws PreparationException {
    ImageHeader before = first;
    if (before == null) {
      first = header;
    } else if (header.width() != before.width() || header.height() != before.height()) {
      throw unlike(
          header,
          "%dx%d pixels".formatted(header.width(), header.height()),
          before,
          "%dx%d".formatted(before.width(), before.height()),
          "one size in all of a clip's frames: restore them");
    } else if (header.orientation() != before.orientation()) {
      throw unlike(
          header,
          turned(header),
          before,
          turned(before),
          "one way up in all of a clip's frames: some have lost their note, or were given one; restore it or turn the pictures themselves");
    } else if (header.isDeep() != before.isDeep()) {
      throw unlike(
          header,
          "of %d bits a value".formatted(header.bits()),
          before,
          "of %d bits".formatted(before.bits()),
          "as many in all of a clip's frames: convert them alike");
    }
  }

  private static String turned(ImageHeader header) {
    return header.orientation() == ImageTags.UPRIGHT
        ? "as it was stored, without a note that turns it (EXIF)"
        : "turned by its EXIF note (orientation %d)".formatted(header.orientation());
  }

  private PreparationException unlike(
      ImageHeader header, String found, ImageHeader before, String known, String expected) {
    return new PreparationException(
        clip,
        "image %s is %s, but %s is %s; expected %s or leave the clip out"
            .formatted(header.file(), found, before.file(), known, expected));
  }

  private static byte[] bytes(Mat mat, int length) {
    byte[] bytes = new byte[length];
    try (BytePointer data = mat.data()) {
      data.get(bytes);
    }
    return bytes;
  }
}
