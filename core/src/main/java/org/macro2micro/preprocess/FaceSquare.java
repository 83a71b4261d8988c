package org.macro2micro.preprocess;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;

/**
 * A square within the square that shows a face, in shares of its side, so that it means the same at
 * every size. It has at least one pixel; its edges are rounded to pixels.
 *
 * @param left where it begins, from the left edge of the picture, at least 0
 * @param top where it begins, from the upper edge of the picture, at least 0
 * @param side above 0; the square lies within the picture
 */
public record FaceSquare(double left, double top, double side) {
  /** Shares such as 5/6 + 1/6 need not add up to 1 exactly. */
  private static final double ROUNDING = 1e-9;

  public FaceSquare {
    boolean isWithin =
        left >= 0 && top >= 0 && side > 0 && Math.max(left, top) + side <= 1 + ROUNDING;
    if (!isWithin) {
      throw new IllegalArgumentException(
          "square of a face: left %s, top %s, side %s; expected shares of a picture's side that lie within 0 to 1"
              .formatted(left, top, side));
    }
  }

  /** Its middle, from the left edge of the picture. */
  public double middleX() {
    return left + side / 2;
  }

  /** Its middle, from the upper edge of the picture. */
  public double middleY() {
    return top + side / 2;
  }

  /** Copies its pixels from one square picture to another of the same size. */
  void copy(Mat from, Mat to) {
    int size = to.cols();
    int x = first(left, size);
    int y = first(top, size);
    try (Rect box = new Rect(x, y, end(left, size) - x, end(top, size) - y);
        Mat source = new Mat(from, box);
        Mat target = new Mat(to, box)) {
      source.copyTo(target);
    }
  }

  /** Writes 0 to its pixels in a square plane of {@code size*size} values. */
  void clear(float[] plane, int size) {
    for (int y = first(top, size); y < end(top, size); y++) {
      for (int x = first(left, size); x < end(left, size); x++) {
        plane[y * size + x] = 0;
      }
    }
  }

  private static int first(double share, int size) {
    return Math.min(size - 1, (int) Math.round(share * size));
  }

  private int end(double share, int size) {
    return Math.max(
        first(share, size) + 1, Math.min(size, (int) Math.round((share + side) * size)));
  }
}
