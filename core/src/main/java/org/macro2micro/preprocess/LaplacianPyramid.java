package org.macro2micro.preprocess;

import static org.bytedeco.opencv.global.opencv_core.BORDER_DEFAULT;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.addWeighted;
import static org.bytedeco.opencv.global.opencv_core.subtract;
import static org.bytedeco.opencv.global.opencv_imgproc.pyrDown;
import static org.bytedeco.opencv.global.opencv_imgproc.pyrUp;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A Laplacian pyramid (Burt and Adelson 1983) whose levels are multiplied before it is put together
 * again. Each level but the coarsest is an image less its coarser version, grown to its size; the
 * coarsest is the image itself. With a gain of 1 at each level the image comes back.
 */
final class LaplacianPyramid {
  private LaplacianPyramid() {}

  /**
   * Multiplies the levels of a square image in place.
   *
   * @param image size*size values
   * @param gains one a level, from the coarsest to the finest
   */
  static void multiply(float[] image, int size, double[] gains) {
    try (FloatPointer values = new FloatPointer(image);
        Mat mat = new Mat(size, size, CV_32FC1, values);
        Mat product = multiplied(mat, gains, gains.length - 1);
        FloatPointer data = new FloatPointer(product.data())) {
      data.get(image);
    }
  }

  /**
   * Multiplies an image and all that is coarser. The caller closes the result.
   *
   * @param level the place of the image's own gain
   */
  private static Mat multiplied(Mat image, double[] gains, int level) {
    Mat product = new Mat();
    if (level == 0) {
      image.convertTo(product, CV_32FC1, gains[0], 0);
      return product;
    }
    try (Mat half = new Mat();
        Mat grown = new Mat();
        Mat detail = new Mat();
        Mat rest = new Mat();
        Size size = image.size()) {
      pyrDown(image, half);
      pyrUp(half, grown, size, BORDER_DEFAULT);
      subtract(image, grown, detail);
      try (Mat coarser = multiplied(half, gains, level - 1)) {
        pyrUp(coarser, rest, size, BORDER_DEFAULT);
      }
      addWeighted(detail, gains[level], rest, 1, 0, product);
    }
    return product;
  }
}
