package org.macro2micro.preprocess;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Flow as an image of three planes, as STSTNet (FG 2019) made public: horizontal flow, vertical
 * flow and strain, each stretched so that its least value is 0 and its greatest 1. A plane without
 * contrast becomes .5 for flow (no direction) and 0 for strain: a choice of ours, as none of the
 * 884 public images has such a plane. Theirs seldom reach 0 and 1 (the strain spans 36 to 238 of
 * 255 steps, half of the images less than 151), so they were scaled after stretching; here they are
 * stretched last.
 */
public final class FlowImage {
  private FlowImage() {}

  /**
   * @param flow of a square of {@code flowSize} pixels
   * @param size of the result
   * @return 3*size*size values in [0, 1]
   */
  static float[] of(OpticalFlow flow, int flowSize, int size) {
    return of(planes(flow, flowSize), flowSize, size);
  }

  /** Horizontal flow, vertical flow and strain, as they are. */
  static float[][] planes(OpticalFlow flow, int flowSize) {
    float[] strain = OpticalStrain.of(flow.u(), flow.v(), flowSize, flowSize);
    return new float[][] {flow.u(), flow.v(), strain};
  }

  /**
   * @param planes horizontal flow, vertical flow and strain of a square of {@code flowSize} pixels
   * @param size of the result
   * @return 3*size*size values in [0, 1]
   */
  static float[] of(float[][] planes, int flowSize, int size) {
    float[] image = new float[PreparedClip.CHANNELS * size * size];
    for (int i = 0; i < planes.length; i++) {
      float[] plane = scaled(planes[i], flowSize, size);
      stretch(plane, i < 2 ? .5f : 0);
      System.arraycopy(plane, 0, image, i * size * size, size * size);
    }
    return image;
  }

  /**
   * Stretches a plane in place, so that its least value becomes 0 and its greatest 1.
   *
   * @param whenFlat what every pixel becomes if all are the same
   */
  public static void stretch(float[] plane, float whenFlat) {
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    for (float value : plane) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    for (int i = 0; i < plane.length; i++) {
      plane[i] = most > least ? (plane[i] - least) / (most - least) : whenFlat;
    }
  }

  /** Returns the median; for an even number of values, the mean of the two in the middle. */
  public static float median(float[] plane) {
    float[] sorted = plane.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /**
   * A square plane at another size: the mean of the pixels that fall together where it shrinks,
   * linear between the nearest where it grows.
   *
   * @param from side of the plane in pixels
   * @param to side of the result in pixels
   * @return a new plane
   */
  public static float[] scaled(float[] plane, int from, int to) {
    if (from == to) {
      return plane.clone();
    }
    float[] scaled = new float[to * to];
    try (FloatPointer pointer = new FloatPointer(plane);
        Mat source = new Mat(from, from, CV_32FC1, pointer);
        Mat target = new Mat();
        Size size = new Size(to, to)) {
      resize(source, target, size, 0, 0, from > to ? INTER_AREA : INTER_LINEAR);
      try (FloatPointer data = new FloatPointer(target.data())) {
        data.get(scaled);
      }
    }
    return scaled;
  }
}
