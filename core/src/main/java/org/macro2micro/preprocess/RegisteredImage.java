package org.macro2micro.preprocess;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;

import java.util.stream.IntStream;
import org.apache.commons.numbers.arrays.Selection;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A small grey image to which others are registered: inverse compositional Gauss-Newton (Baker and
 * Matthews, IJCV 2004) over similarity transforms about its middle, on the ellipse that a face
 * takes. Light that changes alike everywhere, by a gain and an offset, does not count: both are
 * found together with the transform, for a gain that is left in the pictures passes for a scaling.
 */
final class RegisteredImage {
  private static final int MOST_STEPS = 40;

  /**
   * Registration ends at a step that moves the border of the image by less than this many pixels.
   */
  private static final double LAST_STEP = 1e-3;

  private static final double TUKEY = 4.685;
  private static final double SIGMA_OF_MEDIAN = 1.4826;

  /** Grey levels that a difference may always have. */
  private static final double LEAST_SIGMA = .5;

  private static final double BLUR = 1.2;

  /** Of a transform four, and gain and offset of the light. */
  private static final int UNKNOWNS = 6;

  /** No lamp changes more between two pictures of a face that still look alike. */
  private static final double MOST_GAIN = 2;

  private final int size;

  // Of each pixel of the face, row by row: its place about the middle, how the image changes there
  // from left to right and from top to bottom over two pixels, and its value less the face's mean.
  private final double[] placeX;
  private final double[] placeY;
  private final double[] changeX;
  private final double[] changeY;
  private final double[] own;
  private final double mean;

  /**
   * @param size pixels of a side, at least 8, so that no pixel of the face is at the border
   * @param pixels size*size values, 0..255
   */
  RegisteredImage(int size, float[] pixels) {
    this.size = size;
    int[] face =
        IntStream.range(0, size * size).filter(i -> isFace(i % size, i / size, size)).toArray();
    this.placeX = new double[face.length];
    this.placeY = new double[face.length];
    this.changeX = new double[face.length];
    this.changeY = new double[face.length];
    this.own = new double[face.length];
    double middle = (size - 1) / 2.0;
    double sum = 0;
    for (int n = 0; n < face.length; n++) {
      int i = face[n];
      int row = i / size;
      placeX[n] = i - row * size - middle;
      placeY[n] = row - middle;
      changeX[n] = pixels[i + 1] - pixels[i - 1];
      changeY[n] = pixels[i + size] - pixels[i - size];
      sum += pixels[i];
    }
    this.mean = sum / face.length;
    for (int n = 0; n < face.length; n++) {
      own[n] = pixels[face[n]] - mean;
    }
  }

  int size() {
    return size;
  }

  /** Makes a small grey image of a picture, without its finest detail. */
  static float[] smooth(Mat picture, int size) {
    float[] values = new float[size * size];
    try (Mat grey = FrameDecoder.grey(picture, size);
        Mat exact = new Mat();
        Mat smooth = new Mat();
        Size any = new Size()) {
      grey.convertTo(exact, CV_32FC1);
      GaussianBlur(exact, smooth, any, BLUR);
      try (FloatPointer data = new FloatPointer(smooth.data())) {
        data.get(values);
      }
    }
    return values;
  }

  /**
   * The transform, about the middle and in pixels, that takes places of this image to those of
   * another.
   *
   * @param start near it
   */
  Similarity match(float[] other, Similarity start) {
    Similarity warp = start;
    double gain = 1;
    double[] differences = new double[own.length];
    double[] known = new double[own.length];
    for (int step = 0; step < MOST_STEPS; step++) {
      double sigma = compare(other, warp, gain, differences, known);
      double[] change = solve(differences, gain, TUKEY * sigma);
      Similarity increment = new Similarity(1 + change[0], change[1], change[2], change[3]);
      warp = increment.inverse().then(warp);
      gain = Math.max(1 / MOST_GAIN, Math.min(MOST_GAIN, gain + change[4]));
      double reach =
          size / 2.0 * Math.hypot(change[0], change[1]) + Math.hypot(change[2], change[3]);
      if (!(reach > LAST_STEP)) {
        break;
      }
    }
    boolean finite = Double.isFinite(warp.a() + warp.b() + warp.x() + warp.y());
    return finite ? warp : start;
  }

  /**
   * Other less this in the light of the other, at each pixel of the face; NaN where the other has
   * none. Returns their robust spread.
   */
  private double compare(
      float[] other, Similarity warp, double gain, double[] differences, double[] known) {
    double middle = (size - 1) / 2.0;
    int count = 0;
    for (int n = 0; n < own.length; n++) {
      double x = warp.xOf(placeX[n], placeY[n]) + middle;
      double y = warp.yOf(placeX[n], placeY[n]) + middle;
      differences[n] = at(other, x, y) - mean - gain * own[n];
      if (!Double.isNaN(differences[n])) {
        known[count++] = differences[n];
      }
    }
    double brighter = median(known, count);
    for (int n = 0; n < differences.length; n++) {
      differences[n] -= brighter;
    }
    for (int n = 0; n < count; n++) {
      known[n] = Math.abs(known[n] - brighter);
    }
    return Math.max(LEAST_SIGMA, SIGMA_OF_MEDIAN * median(known, count));
  }

  /** Whether a pixel of a square that a face fills is within the ellipse that the face takes. */
  static boolean isFace(int x, int y, int size) {
    double u = ((x + .5) / size - .5) / .36;
    double v = ((y + .5) / size - .52) / .42;
    return u * u + v * v < 1;
  }

  private double at(float[] image, double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    if (!(left >= 0 && top >= 0 && left < size - 1 && top < size - 1)) {
      return Double.NaN;
    }
    int i = top * size + left;
    double right = x - left;
    double down = y - top;
    return (1 - down) * ((1 - right) * image[i] + right * image[i + 1])
        + down * ((1 - right) * image[i + size] + right * image[i + size + 1]);
  }

  /**
   * Returns the change of (a, b, x, y, gain, offset) that explains the differences best, or 0 if
   * there are none.
   */
  private double[] solve(double[] differences, double gain, double cut) {
    NormalEquations fit = new NormalEquations(UNKNOWNS);
    double[] row = new double[UNKNOWNS + 1];
    for (int n = 0; n < differences.length; n++) {
      double share = differences[n] / cut;
      if (!(Math.abs(share) < 1)) {
        continue;
      }
      double weight = (1 - share * share) * (1 - share * share);
      double gx = gain * changeX[n] / 2;
      double gy = gain * changeY[n] / 2;
      row[0] = gx * placeX[n] + gy * placeY[n];
      row[1] = gy * placeX[n] - gx * placeY[n];
      row[2] = gx;
      row[3] = gy;
      row[4] = own[n];
      row[5] = 1;
      row[UNKNOWNS] = differences[n];
      fit.add(weight, row);
    }
    return fit.solution();
  }

  /** Parts the first values, in place. */
  private static double median(double[] values, int count) {
    if (count == 0) {
      return 0;
    }
    // Twice a step over the whole face: in sorted order it would take most of the time.
    Selection.select(values, 0, count, count / 2);
    return values[count / 2];
  }
}
