package org.macro2micro.preprocess;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Measures how a head moved since the onset, as the similarity transform that makes a frame most
 * like the onset frame (Lucas and Kanade, 1981, coarse to fine; weights after Tukey, so that what
 * moves within the face, an expression, counts as an outlier). Expects a face that fills a square.
 *
 * @param levels the onset frame, coarse and fine
 */
record HeadMotion(List<RegisteredImage> levels) {
  private static final int COARSE = 32;
  private static final int FINE = 128;

  /** Larger turns, scalings and shifts (as a share of the side) are taken for errors. */
  private static final double MOST = .25;

  HeadMotion {
    levels = List.copyOf(levels);
  }

  /**
   * @param onset a square picture of three channels
   */
  static HeadMotion since(Mat onset) {
    List<RegisteredImage> levels = new ArrayList<>();
    for (int size : new int[] {COARSE, FINE}) {
      levels.add(new RegisteredImage(size, RegisteredImage.smooth(onset, size)));
    }
    return new HeadMotion(levels);
  }

  /**
   * Where the onset's places are in a frame, in pixels; the identity if the frame is unlike the
   * onset or there is nothing to hold on to.
   *
   * @param frame of the same size
   */
  Similarity to(Mat frame) {
    Similarity motion = Similarity.IDENTITY;
    for (RegisteredImage level : levels) {
      Similarity start = scaled(motion, level.size());
      float[] pixels = RegisteredImage.smooth(frame, level.size());
      motion = scaled(level.match(pixels, start), 1.0 / level.size());
    }
    boolean likely =
        Math.hypot(motion.a() - 1, motion.b()) < MOST && Math.hypot(motion.x(), motion.y()) < MOST;
    return likely ? inPixels(motion, frame.cols()) : Similarity.IDENTITY;
  }

  private static Similarity scaled(Similarity motion, double factor) {
    return new Similarity(motion.a(), motion.b(), motion.x() * factor, motion.y() * factor);
  }

  /** Converts a transform from sides of the square, about its middle, to pixels. */
  private static Similarity inPixels(Similarity motion, int side) {
    double middle = (side - 1) / 2.0;
    Similarity toMiddle = new Similarity(1, 0, -middle, -middle);
    return toMiddle.then(scaled(motion, side)).then(toMiddle.inverse());
  }
}
