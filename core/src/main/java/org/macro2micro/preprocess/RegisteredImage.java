package org.macro2micro.preprocess;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;

import java.util.Arrays;
import org.apache.commons.numbers.arrays.Selection;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A small grey image to which others are registered: inverse compositional Gauss-Newton (Baker and
 * Matthews, IJCV 2004) over similarity transforms about its middle, on the ellipse that a face
 * takes. Light that changes alike everywhere, by a gain and an offset, does not count: both are
 * found together with the transform, for a gain that is left in the pictures passes for a scaling.
 *
 * @param size pixels of a side
 * @param pixels size*size values, 0..255
 * @param face which of them are within the ellipse; asked at each step of a registration
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RegisteredImage(int size, float[] pixels, boolean[] face) {
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

  RegisteredImage(int size, float[] pixels) {
    this(size, pixels, new boolean[size * size]);
    for (int i = 0; i < face.length; i++) {
      face[i] = isFace(i % size, i / size, size);
    }
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
    double mean = faceMean();
    double[] differences = new double[pixels.length];
    for (int step = 0; step < MOST_STEPS; step++) {
      double sigma = compare(other, warp, gain, mean, differences);
      double[] change = solve(differences, gain, mean, TUKEY * sigma);
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

  private double faceMean() {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < pixels.length; i++) {
      if (face[i]) {
        sum += pixels[i];
        count++;
      }
    }
    return sum / count;
  }

  /**
   * Other less this in the light of the other, at each pixel; NaN where not both are. Returns their
   * robust spread.
   */
  private double compare(
      float[] other, Similarity warp, double gain, double mean, double[] differences) {
    double middle = (size - 1) / 2.0;
    double[] known = new double[pixels.length];
    int count = 0;
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        int i = y * size + x;
        differences[i] = Double.NaN;
        if (face[i]) {
          double dx = x - middle;
          double dy = y - middle;
          double value = at(other, warp.xOf(dx, dy) + middle, warp.yOf(dx, dy) + middle);
          differences[i] = value - mean - gain * (pixels[i] - mean);
          if (!Double.isNaN(differences[i])) {
            known[count++] = differences[i];
          }
        }
      }
    }
    double brighter = median(known, count);
    for (int i = 0; i < differences.length; i++) {
      differences[i] -= brighter;
    }
    for (int i = 0; i < count; i++) {
      known[i] = Math.abs(known[i] - brighter);
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
  private double[] solve(double[] differences, double gain, double mean, double cut) {
    double middle = (size - 1) / 2.0;
    NormalEquations fit = new NormalEquations(UNKNOWNS);
    for (int y = 1; y < size - 1; y++) {
      for (int x = 1; x < size - 1; x++) {
        int i = y * size + x;
        double share = differences[i] / cut;
        if (!(Math.abs(share) < 1)) {
          continue;
        }
        double weight = (1 - share * share) * (1 - share * share);
        double gx = gain * (pixels[i + 1] - pixels[i - 1]) / 2;
        double gy = gain * (pixels[i + size] - pixels[i - size]) / 2;
        double dx = x - middle;
        double dy = y - middle;
        fit.add(
            weight,
            new double[] {
              gx * dx + gy * dy, gy * dx - gx * dy, gx, gy, pixels[i] - mean, 1, differences[i]
            });
      }
    }
    return fit.solution();
  }

  private static double median(double[] values, int count) {
    if (count == 0) {
      return 0;
    }
    // Twice a step over all pixels: in sorted order they would take most of the time.
    double[] parted = Arrays.copyOf(values, count);
    Selection.select(parted, count / 2);
    return parted[count / 2];
  }
}
