package org.macro2micro.preprocess;

import java.util.Optional;

/**
 * A face that was found, in pixels of the picture; the middle of its first pixel is (0, 0).
 *
 * @param x middle of its box
 * @param y middle of its box
 * @param width of the box
 * @param height of the box
 * @param eyes the middles of both eyes, if both were found
 */
record Face(double x, double y, double width, double height, Optional<Eyes> eyes) {
  /** Both eyes; left is the one on the left of the picture. */
  record Eyes(double leftX, double leftY, double rightX, double rightY) {
    /**
     * Returns whether they are placed as eyes are in a face of this width: apart, and not steeper
     * than 30 degrees.
     */
    boolean areLikely(double faceWidth) {
      double apart = rightX - leftX;
      return apart > .2 * faceWidth
          && apart < .7 * faceWidth
          && Math.abs(rightY - leftY) < .58 * apart;
    }
  }

  /** Returns whether the middle of another face lies in this one's box. */
  boolean surrounds(Face other) {
    return Math.abs(other.x - x) < width / 2 && Math.abs(other.y - y) < height / 2;
  }

  double area() {
    return width * height;
  }
}
