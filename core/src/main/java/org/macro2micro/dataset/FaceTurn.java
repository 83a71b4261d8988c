package org.macro2micro.dataset;

import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_CLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_COUNTERCLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.rotate;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.io.File;
import java.io.IOException;
import java.util.Optional;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_objdetect;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;
import org.macro2micro.base.NativeFiles;
import org.macro2micro.clip.Video.Turn;
import org.macro2micro.video.OpenCvStart;

/**
 * Finds out how a picture must be turned so that the face in it is upright. It takes the one of
 * three ways in which OpenCV's cascade of frontal faces finds a face most often, at neighbouring
 * places and sizes. An upside-down face is found too, but less often.
 */
final class FaceTurn {
  static {
    NativeFiles.place();
  }

  private static final String CASCADE = "haarcascade_frontalface_alt2.xml";

  /** The length of the shorter side at which faces are looked for, in pixels. */
  private static final int SHORTER_SIDE = 240;

  /** A face in these recordings takes at least a fifth of the shorter side. */
  private static final int LEAST_SHARE = 5;

  private static final double STEP = 1.1;
  private static final int NEIGHBOURS = 3;

  private FaceTurn() {}

  /**
   * Returns the turn, or empty if no face is found in any way, or if it is found equally often in
   * two.
   */
  static Optional<Turn> of(Mat picture) throws IOException {
    OpenCvStart.withoutWindows();
    Loader.load(opencv_objdetect.class);
    File cascade =
        Loader.cacheResource(
            "/org/bytedeco/opencv/"
                + Loader.getPlatform()
                + "/share/opencv4/haarcascades/"
                + CASCADE);
    Optional<Turn> best = Optional.empty();
    int most = 0;
    try (CascadeClassifier detector = new CascadeClassifier(cascade.getPath());
        Mat grey = small(picture)) {
      for (Turn turn : Turn.values()) {
        try (Mat turned = turned(grey, turn)) {
          int times = timesFound(detector, turned);
          if (times >= most) {
            best = times > most ? Optional.of(turn) : Optional.empty();
            most = times;
          }
        }
      }
    }
    return best;
  }

  private static Mat small(Mat picture) {
    int shorter = Math.min(picture.cols(), picture.rows());
    Mat grey = new Mat();
    cvtColor(picture, grey, COLOR_BGR2GRAY);
    if (shorter > SHORTER_SIDE) {
      double scale = (double) SHORTER_SIDE / shorter;
      int width = Math.max(1, (int) Math.round(picture.cols() * scale));
      int height = Math.max(1, (int) Math.round(picture.rows() * scale));
      try (Size size = new Size(width, height)) {
        resize(grey, grey, size, 0, 0, INTER_AREA);
      }
    }
    return grey;
  }

  private static Mat turned(Mat grey, Turn turn) {
    Mat turned = new Mat();
    switch (turn) {
      case NONE -> grey.copyTo(turned);
      case CLOCKWISE -> rotate(grey, turned, ROTATE_90_CLOCKWISE);
      case COUNTERCLOCKWISE -> rotate(grey, turned, ROTATE_90_COUNTERCLOCKWISE);
    }
    return turned;
  }

  private static int timesFound(CascadeClassifier detector, Mat grey) {
    int least = Math.max(20, Math.min(grey.cols(), grey.rows()) / LEAST_SHARE);
    int most = 0;
    try (RectVector faces = new RectVector();
        IntPointer times = new IntPointer();
        Size smallest = new Size(least, least);
        Size any = new Size()) {
      detector.detectMultiScale2(grey, faces, times, STEP, NEIGHBOURS, 0, smallest, any);
      for (long i = 0; i < faces.size(); i++) {
        most = Math.max(most, times.get(i));
      }
    }
    return most;
  }
}
