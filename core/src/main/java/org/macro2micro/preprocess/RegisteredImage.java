package org.macro2micro.preprocess;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_64FC1;
import static org.bytedeco.opencv.global.opencv_core.DECOMP_CHOLESKY;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;

import java.util.Arrays;
import org.apache.commons.numbers.arrays.Selection;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A small grey image to which others are registered: inverse compositional Gauss-Newton (Baker and
 * Matthews, IJCV 2004) over similarity transforms about its middle, on the ellipse that a face
 * takes. A difference of brightness that is the same everywhere does not count.
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
    double[] differences = new double[pixels.length];
    for (int step = 0; step < MOST_STEPS; step++) {
      double sigma = compare(other, warp, differences);
      double[] change = solve(differences, TUKEY * sigma);
      Similarity increment = new Similarity(1 + change[0], change[1], change[2], change[3]);
      warp = increment.inverse().then(warp);
      double reach =
          size / 2.0 * Math.hypot(change[0], change[1]) + Math.hypot(change[2], change[3]);
      if (!(reach > LAST_STEP)) {
        break;
      }
    }
    boolean finite = Double.isFinite(warp.a() + warp.b() + warp.x() + warp.y());
    return finite ? warp : start;
  }

  /** Other less this at each pixel, NaN where not both are; returns their robust spread. */
  private double compare(float[] other, Similarity warp, double[] differences) {
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
          differences[i] = value - pixels[i];
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
   * Returns the change of (a, b, x, y) that explains the differences best, or 0 if there are none.
   */
  private double[] solve(double[] differences, double cut) {
    double middle = (size - 1) / 2.0;
    double[][] normal = new double[4][5];
    for (int y = 1; y < size - 1; y++) {
      for (int x = 1; x < size - 1; x++) {
        int i = y * size + x;
        double share = differences[i] / cut;
        if (!(Math.abs(share) < 1)) {
          continue;
        }
        double weight = (1 - share * share) * (1 - share * share);
        double gx = (pixels[i + 1] - pixels[i - 1]) / 2;
        double gy = (pixels[i + size] - pixels[i - size]) / 2;
        double dx = x - middle;
        double dy = y - middle;
        double[] slope = {gx * dx + gy * dy, gy * dx - gx * dy, gx, gy, differences[i]};
        for (int r = 0; r < 4; r++) {
          for (int c = r; c < 5; c++) {
            normal[r][c] += weight * slope[r] * slope[c];
          }
        }
      }
    }
    return solved(normal);
  }

  /** The unknowns of symmetric equations, given by their upper half and right sides; or zeros. */
  private static double[] solved(double[][] rows) {
    double[] unknowns = new double[4];
    try (Mat left = new Mat(4, 4, CV_64FC1);
        Mat right = new Mat(4, 1, CV_64FC1);
        Mat solution = new Mat()) {
      DoubleIndexer coefficients = left.createIndexer();
      DoubleIndexer sides = right.createIndexer();
      for (int r = 0; r < 4; r++) {
        for (int c = 0; c < 4; c++) {
          coefficients.put(r, c, rows[Math.min(r, c)][Math.max(r, c)]);
        }
        sides.put(r, 0, rows[r][4]);
      }
      if (opencv_core.solve(left, right, solution, DECOMP_CHOLESKY)) {
        DoubleIndexer values = solution.createIndexer();
        for (int r = 0; r < 4; r++) {
          unknowns[r] = values.get(r, 0);
        }
      }
    }
    return unknowns;
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
