package org.macro2micro.preprocess;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The square of a clip's pictures that shows the face.
 *
 * @param toPicture from pixels of the square to pixels of the pictures
 * @param side pixels of the square, about as many as the face has in the pictures
 */
record FacePlacement(Similarity toPicture, int side) {
  /** Where the middle of the eye on the left of the picture goes, as a share of the width. */
  static final double EYE_LEFT = .34;

  /** Where the middle of the eye on the right of the picture goes, as a share of the width. */
  static final double EYE_RIGHT = 1 - EYE_LEFT;

  /** Where both eyes go, as a share of the height. */
  static final double EYE_HEIGHT = .36;

  /** The margin on each side of the box of a face, as a share of the box. */
  static final double MARGIN = .1;

  private static final int LEAST = 16;
  private static final int MOST = 1024;

  /**
   * The square about the median of the boxes: their longer side and the margin.
   *
   * @param faces the face in some of the clip's frames, at least in one
   */
  static FacePlacement box(List<Face> faces) {
    double x = median(faces, Face::x);
    double y = median(faces, Face::y);
    double longer = Math.max(median(faces, Face::width), median(faces, Face::height));
    double wide = longer * (1 + 2 * MARGIN);
    int side = side(wide);
    double scale = wide / side;
    double middle = (side - 1) / 2.0;
    return new FacePlacement(
        new Similarity(scale, 0, x - scale * middle, y - scale * middle), side);
  }

  /**
   * The square in which the median of the eyes is at its places.
   *
   * @param faces the face in some of the clip's frames
   * @return empty if no frame shows both eyes
   */
  static Optional<FacePlacement> eyes(List<Face> faces) {
    List<Face.Eyes> eyes = faces.stream().flatMap(face -> face.eyes().stream()).toList();
    if (eyes.isEmpty()) {
      return Optional.empty();
    }
    double leftX = median(eyes, Face.Eyes::leftX);
    double leftY = median(eyes, Face.Eyes::leftY);
    double rightX = median(eyes, Face.Eyes::rightX);
    double rightY = median(eyes, Face.Eyes::rightY);
    int side = side(Math.hypot(rightX - leftX, rightY - leftY) / (EYE_RIGHT - EYE_LEFT));
    double y = side * EYE_HEIGHT - .5;
    return Optional.of(
        new FacePlacement(
            Similarity.between(
                side * EYE_LEFT - .5, y, side * EYE_RIGHT - .5, y, leftX, leftY, rightX, rightY),
            side));
  }

  private static int side(double wide) {
    return (int) Math.max(LEAST, Math.min(MOST, Math.round(wide)));
  }

  /** Returns the median: the middle one of the values, or the mean of the two middle ones. */
  static <T> double median(List<T> things, ToDoubleFunction<T> value) {
    double[] sorted = things.stream().mapToDouble(value).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
