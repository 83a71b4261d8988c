package org.macro2micro.preprocess;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_optflow.createOptFlow_DualTVL1;
import static org.bytedeco.opencv.global.opencv_video.calcOpticalFlowFarneback;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_optflow.DualTVL1OpticalFlow;
import org.macro2micro.video.OpenCvStart;

/**
 * Optical flow by OpenCV: TV-L1 (Zach, Pock and Bischof, 2007) with its own defaults, where nothing
 * else is said, or Farneback's (2003).
 *
 * @param u horizontal motion in pixels, row by row, positive to the right
 * @param v vertical motion in pixels, positive downwards
 */
@SuppressWarnings("ArrayRecordComponent") // read at once and never compared
public record OpticalFlow(float[] u, float[] v) {
  static {
    OpenCvStart.withoutWindows();
  }

  /**
   * The motion from one grey image to another, both rounded to 256 steps.
   *
   * @param from width*height values in [0, 1], row by row; what lies beyond is cut
   * @param to the same of the later image
   * @throws IllegalArgumentException if an image has another number of values
   */
  public static OpticalFlow between(float[] from, float[] to, int width, int height) {
    try (BytePointer first = bytes(from, width, height);
        BytePointer second = bytes(to, width, height);
        Mat before = new Mat(height, width, CV_8UC1, first);
        Mat after = new Mat(height, width, CV_8UC1, second)) {
      return between(before, after);
    }
  }

  /**
   * The motion from one grey image to another by Farneback's polynomials, with the numbers of EMR's
   * code (FG 2019): one level, a window of 15 pixels, two iterations, polynomials of 5 pixels with
   * deviation 1.1.
   *
   * @param from as in {@link #between(float[], float[], int, int)}
   * @param to the same of the later image
   * @throws IllegalArgumentException if an image has another number of values
   */
  public static OpticalFlow farneback(float[] from, float[] to, int width, int height) {
    try (BytePointer first = bytes(from, width, height);
        BytePointer second = bytes(to, width, height);
        Mat before = new Mat(height, width, CV_8UC1, first);
        Mat after = new Mat(height, width, CV_8UC1, second);
        Mat flow = new Mat()) {
      calcOpticalFlowFarneback(before, after, flow, .5, 1, 15, 2, 5, 1.1, 0);
      return of(flow);
    }
  }

  private static BytePointer bytes(float[] grey, int width, int height) {
    if (grey.length != width * height) {
      throw new IllegalArgumentException(
          "flow: found an image of %d values, expected the %d of %dx%d pixels"
              .formatted(grey.length, width * height, width, height));
    }
    byte[] bytes = new byte[grey.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(255 * Math.max(0, Math.min(1, grey[i])));
    }
    return new BytePointer(bytes);
  }

  /** The motion from one grey image to another of the same size. */
  static OpticalFlow between(Mat from, Mat to) {
    try (DualTVL1OpticalFlow tvl1 = createOptFlow_DualTVL1();
        Mat flow = new Mat()) {
      tvl1.calc(from, to, flow);
      return of(flow);
    }
  }

  /** Takes OpenCV's image of pairs apart. */
  private static OpticalFlow of(Mat flow) {
    int pixels = flow.rows() * flow.cols();
    float[] both = new float[2 * pixels];
    try (FloatPointer data = new FloatPointer(flow.data())) {
      data.get(both);
    }
    float[] u = new float[pixels];
    float[] v = new float[pixels];
    for (int i = 0; i < pixels; i++) {
      u[i] = both[2 * i];
      v[i] = both[2 * i + 1];
    }
    return new OpticalFlow(u, v);
  }

  /** Returns no motion, for this number of pixels. */
  static OpticalFlow none(int pixels) {
    return new OpticalFlow(new float[pixels], new float[pixels]);
  }
}
