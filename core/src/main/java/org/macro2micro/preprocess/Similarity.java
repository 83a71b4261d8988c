package org.macro2micro.preprocess;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_64FC1;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.WARP_INVERSE_MAP;
import static org.bytedeco.opencv.global.opencv_imgproc.warpAffine;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A turn, a scaling and a shift of the plane: (px, py) goes to (a px - b py + x, b px + a py + y).
 * The middle of a picture's first pixel is (0, 0).
 */
record Similarity(double a, double b, double x, double y) {
  static final Similarity IDENTITY = new Similarity(1, 0, 0, 0);

  /** Returns the transform that takes p to q and r to s; p and r must differ. */
  static Similarity between(
      double px, double py, double rx, double ry, double qx, double qy, double sx, double sy) {
    double dx = rx - px;
    double dy = ry - py;
    double square = dx * dx + dy * dy;
    double a = ((sx - qx) * dx + (sy - qy) * dy) / square;
    double b = ((sy - qy) * dx - (sx - qx) * dy) / square;
    return new Similarity(a, b, qx - a * px + b * py, qy - b * px - a * py);
  }

  double xOf(double px, double py) {
    return a * px - b * py + x;
  }

  double yOf(double px, double py) {
    return b * px + a * py + y;
  }

  /** Returns this transform followed by the other. */
  Similarity then(Similarity next) {
    return new Similarity(
        next.a * a - next.b * b, next.b * a + next.a * b, next.xOf(x, y), next.yOf(x, y));
  }

  Similarity inverse() {
    double square = a * a + b * b;
    double c = a / square;
    double d = -b / square;
    return new Similarity(c, d, -c * x + d * y, -d * x - c * y);
  }

  double scale() {
    return Math.hypot(a, b);
  }

  /**
   * The square picture whose pixel p is the source's at this transform of p, between pixels
   * bilinear; what lies outside of the source continues its border. The caller closes it.
   */
  Mat taken(Mat source, int side) {
    double[] rows = {a, -b, x, b, a, y};
    Mat square = new Mat();
    try (DoublePointer values = new DoublePointer(rows);
        Mat map = new Mat(2, 3, CV_64FC1, values);
        Size size = new Size(side, side);
        Scalar black = new Scalar()) {
      int flags = INTER_LINEAR | WARP_INVERSE_MAP;
      warpAffine(source, square, map, size, flags, BORDER_REPLICATE, black);
    }
    return square;
  }
}
