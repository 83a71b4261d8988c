package org.macro2micro.preprocess;

import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.minMaxLoc;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * How many bits the values of a clip's images use. Cameras of 10, 12 and 14 bits write files of 16
 * bits and mostly leave the upper ones empty: taken as they stand such frames are nearly black.
 *
 * @param bits 8, 10, 12, 14 or 16
 */
record ValueRange(int bits) {
  private static final int LEAST = 8;
  private static final int STEP = 2;
  private static final int MOST = 16;

  /** The smallest range that holds a value. */
  static ValueRange holding(double value) {
    int bits = LEAST;
    while (bits < MOST && value >= 1 << bits) {
      bits += STEP;
    }
    return new ValueRange(bits);
  }

  /** The largest value of an image in all its channels. */
  static double largest(Mat picture) {
    try (DoublePointer largest = new DoublePointer(1);
        Mat row = picture.reshape(1, 0)) {
      minMaxLoc(row, null, largest, null, null, null);
      return largest.get();
    }
  }

  /** The picture's upper 8 of the bits that are used, in 8 bits. The caller closes it. */
  Mat scaled(Mat deep) {
    double steps = 1 << (bits - LEAST);
    Mat scaled = new Mat();
    // Rounding to the nearest value of v/steps - (steps-1)/(2 steps) cuts off the lower bits.
    deep.convertTo(scaled, CV_8U, 1 / steps, -(steps - 1) / (2 * steps));
    return scaled;
  }
}
