package org.macro2micro.preprocess;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A picture in the form that detectors take: its shorter side {@value #SHORTER_SIDE} pixels, and a
 * quarter of that around it, in which its border goes on, as they miss faces that fill a picture.
 *
 * @param mat the picture
 * @param scale pixels here for one of the original
 * @param border width of the border around it
 */
record SearchedPicture(Mat mat, double scale, int border) implements AutoCloseable {
  static final int SHORTER_SIDE = 320;
  private static final int MOST_TIMES_AS_LONG = 8;

  /** Returns whether its size and shape allow a face to be found. */
  static boolean isSearchable(Mat picture) {
    int shorter = Math.min(picture.cols(), picture.rows());
    return shorter >= 16
        && Math.max(picture.cols(), picture.rows()) <= MOST_TIMES_AS_LONG * shorter;
  }

  static SearchedPicture of(Mat picture) {
    int shorter = Math.min(picture.cols(), picture.rows());
    double scale = (double) SHORTER_SIDE / shorter;
    int border = SHORTER_SIDE / 4;
    int width = (int) Math.round(picture.cols() * scale);
    int height = (int) Math.round(picture.rows() * scale);
    Mat mat = new Mat();
    try (Size size = new Size(width, height);
        Mat scaled = new Mat();
        Scalar black = new Scalar()) {
      resize(picture, scaled, size, 0, 0, scale < 1 ? INTER_AREA : INTER_LINEAR);
      copyMakeBorder(scaled, mat, border, border, border, border, BORDER_REPLICATE, black);
    }
    return new SearchedPicture(mat, scale, border);
  }

  /** Where a place here, counted from the edge of its first pixel, is in the original. */
  double original(double place) {
    return (place - border) / scale - .5;
  }

  @Override
  public void close() {
    mat.close();
  }
}
