package org.macro2micro.preprocess;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2RGB;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.macro2micro.clip.ClipId;

/** Image files of a clip to arrays of one size. Not decoded before the header was found sane. */
final class FrameDecoder {
  /** Larger claims are refused: a face needs less, and memory stays bounded. */
  private static final long MOST_PIXELS = 64_000_000;

  private final ClipId clip;

  FrameDecoder(ClipId clip) {
    this.clip = clip;
  }

  /** Red, green and blue planes of size*size values in 0..255, one after the other. */
  float[] colour(Path file, int size, boolean grey) throws PreparationException {
    int plane = size * size;
    float[] planes = new float[PreparedClip.CHANNELS * plane];
    try (Mat scaled = scaled(file, size);
        Mat rgb = new Mat()) {
      cvtColor(scaled, rgb, grey ? COLOR_BGR2GRAY : COLOR_BGR2RGB);
      byte[] bytes = bytes(rgb, grey ? plane : 3 * plane);
      for (int i = 0; i < plane; i++) {
        for (int channel = 0; channel < PreparedClip.CHANNELS; channel++) {
          planes[channel * plane + i] = (grey ? bytes[i] : bytes[3 * i + channel]) & 0xff;
        }
      }
    }
    return planes;
  }

  /** The image as size*size grey bytes. The caller closes it. */
  Mat grey(Path file, int size) throws PreparationException {
    try (Mat scaled = scaled(file, size)) {
      Mat grey = new Mat();
      cvtColor(scaled, grey, COLOR_BGR2GRAY);
      return grey;
    }
  }

  private Mat scaled(Path file, int size) throws PreparationException {
    byte[] content = checked(file);
    try (BytePointer pointer = new BytePointer(content);
        Mat encoded =
            new Mat(1, content.length, org.bytedeco.opencv.global.opencv_core.CV_8UC1, pointer);
        Mat decoded = imdecode(encoded, IMREAD_COLOR)) {
      if (decoded.empty()) {
        throw new PreparationException(
            clip, "image " + file + " is damaged: it has a header but no whole picture");
      }
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
  }

  private byte[] checked(Path file) throws PreparationException {
    byte[] content;
    try {
      content = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new PreparationException(clip, "image " + file + " can't be read (" + e + ")", e);
    }
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new PreparationException(
            clip, "image " + file + " is no png, jpg or bmp; expected one of these");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width < 2 || height < 2 || width * height > MOST_PIXELS) {
          throw new PreparationException(
              clip,
              "image %s is %dx%d pixels; expected at least 2x2 and at most %d in all"
                  .formatted(file, width, height, MOST_PIXELS));
        }
      } finally {
        reader.dispose();
      }
    } catch (IOException e) {
      throw new PreparationException(
          clip, "image " + file + " is damaged: its header can't be read (" + e + ")", e);
    }
    return content;
  }

  private static byte[] bytes(Mat mat, int length) {
    byte[] bytes = new byte[length];
    try (BytePointer data = mat.data()) {
      data.get(bytes);
    }
    return bytes;
  }
}
