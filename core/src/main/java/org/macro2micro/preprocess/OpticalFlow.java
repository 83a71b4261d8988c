package org.macro2micro.preprocess;

import static org.bytedeco.opencv.global.opencv_optflow.createOptFlow_DualTVL1;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_optflow.DualTVL1OpticalFlow;

/**
 * TV-L1 optical flow (Zach, Pock and Bischof, 2007) by OpenCV with its own defaults.
 *
 * @param u horizontal motion in pixels, row by row, positive to the right
 * @param v vertical motion in pixels, positive downwards
 */
@SuppressWarnings("ArrayRecordComponent") // read at once and never compared
record OpticalFlow(float[] u, float[] v) {
  /** The motion from one grey image to another of the same size. */
  static OpticalFlow between(Mat from, Mat to) {
    int pixels = from.rows() * from.cols();
    try (DualTVL1OpticalFlow tvl1 = createOptFlow_DualTVL1();
        Mat flow = new Mat()) {
      tvl1.calc(from, to, flow);
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
  }

  /** No motion on so many pixels. */
  static OpticalFlow none(int pixels) {
    return new OpticalFlow(new float[pixels], new float[pixels]);
  }
}
