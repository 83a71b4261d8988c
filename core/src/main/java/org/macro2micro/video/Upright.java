package org.macro2micro.video;

import static org.bytedeco.opencv.global.opencv_core.ROTATE_180;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_CLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_COUNTERCLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.flip;
import static org.bytedeco.opencv.global.opencv_core.rotate;
import static org.bytedeco.opencv.global.opencv_core.transpose;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * How stored pictures become those that a player shows: stretched to square pixels, then turned.
 *
 * @param width of the stretched picture in pixels
 * @param height of the stretched picture in pixels
 * @param turn what is done to the stretched picture
 */
record Upright(int width, int height, Turn turn) {
  /** Shapes of pixels beyond this are taken for a slip of the file. */
  private static final double MOST_STRETCH = 4;

  /** Pixels that are this near to squares are left as they are. */
  private static final double NO_STRETCH = .005;

  /** The eight ways to lay a rectangle upon itself or its turned twin. */
  enum Turn {
    NONE(1, 0, 0, 1),
    HALF(-1, 0, 0, -1),
    CLOCKWISE(0, 1, -1, 0),
    COUNTERCLOCKWISE(0, -1, 1, 0),
    MIRRORED(-1, 0, 0, 1),
    UPSIDE_DOWN(1, 0, 0, -1),
    TRANSPOSED(0, 1, 1, 0),
    TRANSPOSED_OTHERWISE(0, -1, -1, 0);

    /** x' = a x + c y, y' = b x + d y; y points down. */
    private final int a;

    private final int b;
    private final int c;
    private final int d;

    Turn(int a, int b, int c, int d) {
      this.a = a;
      this.b = b;
      this.c = c;
      this.d = d;
    }

    /**
     * The turn of a display matrix (ISO 14496-12, tkhd), or the one nearest to it.
     *
     * @param matrix nine numbers; of them 0, 1, 3 and 4 turn
     */
    static Turn of(int[] matrix) {
      double length = Math.hypot(matrix[0], matrix[1]);
      double other = Math.hypot(matrix[3], matrix[4]);
      Turn best = NONE;
      double most = 0;
      for (Turn turn : values()) {
        double likeness =
            length == 0 || other == 0
                ? 0
                : (turn.a * (double) matrix[0] + turn.b * (double) matrix[1]) / length
                    + (turn.c * (double) matrix[3] + turn.d * (double) matrix[4]) / other;
        if (likeness > most + 1e-6) {
          most = likeness;
          best = turn;
        }
      }
      return best;
    }

    boolean swapsSides() {
      return a == 0;
    }
  }

  /**
   * @param width of a stored picture in pixels
   * @param height of a stored picture in pixels
   * @param pixelShape width of a pixel to its height; 0 if it is not known
   */
  static Upright of(int width, int height, double pixelShape, Turn turn) {
    boolean isStretched =
        pixelShape >= 1 / MOST_STRETCH
            && pixelShape <= MOST_STRETCH
            && Math.abs(pixelShape - 1) > NO_STRETCH;
    if (!isStretched) {
      return new Upright(width, height, turn);
    }
    return pixelShape > 1
        ? new Upright((int) Math.round(width * pixelShape), height, turn)
        : new Upright(width, (int) Math.round(height / pixelShape), turn);
  }

  int shownWidth() {
    return turn.swapsSides() ? height : width;
  }

  int shownHeight() {
    return turn.swapsSides() ? width : height;
  }

  /** Whether a stored picture is shown as it is. */
  boolean isAsStored(Mat stored) {
    return turn == Turn.NONE && stored.cols() == width && stored.rows() == height;
  }

  /** The picture as it is shown. The caller closes both. */
  Mat shown(Mat stored) {
    if (stored.cols() == width && stored.rows() == height) {
      return turned(stored);
    }
    try (Mat stretched = new Mat();
        Size size = new Size(width, height)) {
      resize(stored, stretched, size, 0, 0, INTER_LINEAR);
      return turned(stretched);
    }
  }

  private Mat turned(Mat picture) {
    Mat shown = new Mat();
    switch (turn) {
      case NONE -> picture.copyTo(shown);
      case HALF -> rotate(picture, shown, ROTATE_180);
      case CLOCKWISE -> rotate(picture, shown, ROTATE_90_CLOCKWISE);
      case COUNTERCLOCKWISE -> rotate(picture, shown, ROTATE_90_COUNTERCLOCKWISE);
      case MIRRORED -> flip(picture, shown, 1);
      case UPSIDE_DOWN -> flip(picture, shown, 0);
      case TRANSPOSED -> transpose(picture, shown);
      case TRANSPOSED_OTHERWISE -> {
        try (Mat half = new Mat()) {
          rotate(picture, half, ROTATE_180);
          transpose(half, shown);
        }
      }
    }
    return shown;
  }
}
