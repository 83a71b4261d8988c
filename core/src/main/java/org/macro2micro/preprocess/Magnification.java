package org.macro2micro.preprocess;

import static org.bytedeco.opencv.global.opencv_core.BORDER_DEFAULT;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.addWeighted;
import static org.bytedeco.opencv.global.opencv_core.subtract;
import static org.bytedeco.opencv.global.opencv_imgproc.pyrDown;
import static org.bytedeco.opencv.global.opencv_imgproc.pyrUp;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Linear Eulerian motion magnification (Wu et al., SIGGRAPH 2012), simplified: frame + (factor - 1)
 * * L(frame - onset). In place of a temporal band-pass stands the difference to the onset frame,
 * the only reference a short clip has. L goes one level down a Gaussian pyramid and up again: it
 * keeps cos^8(pi / n) of a wave n pixels long, nearly all of 32, half of 8 and a sixteenth of 4, so
 * that the sensor's noise grows less than what the face does. Linear: it may come after the T
 * frames are mixed. As with Wu, edges overshoot where factor times the motion nears an eighth of a
 * wave.
 *
 * @param factor by how much a small motion becomes larger; 1 for no magnification
 */
record Magnification(double factor) {
  boolean isOn() {
    return factor != 1;
  }

  /**
   * Magnifies frames in place.
   *
   * @param frames frames of 3*size*size values, one after the other, about 0..255
   * @param onset the onset frame
   */
  void apply(double[] frames, float[] onset, int size) {
    if (!isOn()) {
      return;
    }
    int plane = size * size;
    float[] change = new float[plane];
    for (int from = 0; from < frames.length; from += plane) {
      int at = from % onset.length;
      for (int i = 0; i < plane; i++) {
        change[i] = (float) (frames[from + i] - onset[at + i]);
      }
      try (FloatPointer values = new FloatPointer(change);
          Mat mat = new Mat(size, size, CV_32FC1, values);
          Mat coarse = coarse(mat);
          FloatPointer data = new FloatPointer(coarse.data())) {
        data.get(change);
      }
      for (int i = 0; i < plane; i++) {
        frames[from + i] += (factor - 1) * change[i];
      }
    }
  }

  /** Magnifies a grey picture of bytes in place; values beyond 0..255 are cut. */
  void apply(Mat grey, Mat onset) {
    if (!isOn()) {
      return;
    }
    try (Mat frame = new Mat();
        Mat first = new Mat();
        Mat change = new Mat()) {
      grey.convertTo(frame, CV_32FC1);
      onset.convertTo(first, CV_32FC1);
      subtract(frame, first, change);
      try (Mat coarse = coarse(change)) {
        addWeighted(frame, 1, coarse, factor - 1, 0, change);
        change.convertTo(grey, CV_8UC1);
      }
    }
  }

  /** The image without its fine detail. The caller closes it. */
  private static Mat coarse(Mat image) {
    Mat coarse = new Mat();
    try (Mat half = new Mat();
        Size size = image.size()) {
      pyrDown(image, half);
      pyrUp(half, coarse, size, BORDER_DEFAULT);
    }
    return coarse;
  }
}
