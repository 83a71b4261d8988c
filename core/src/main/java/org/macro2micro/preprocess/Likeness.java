package org.macro2micro.preprocess;

/**
 * How alike two pictures of a face are, within the ellipse that a face takes.
 *
 * @param correlation of their grey levels, -1 to 1; 0 for an even surface
 * @param contrast the spread of the first's grey levels, divided by that of the second's; NaN if
 *     both are even
 */
record Likeness(double correlation, double contrast) {
  /**
   * @param picture grey levels of {@link FollowedFaces#SIZE} squared pixels
   * @param reference as many
   */
  static Likeness of(float[] picture, float[] reference) {
    double mean = mean(picture);
    double referenceMean = mean(reference);
    double squares = 0;
    double referenceSquares = 0;
    double products = 0;
    for (int i = 0; i < picture.length; i++) {
      if (isFace(i)) {
        double here = picture[i] - mean;
        double there = reference[i] - referenceMean;
        squares += here * here;
        referenceSquares += there * there;
        products += here * there;
      }
    }
    double spread = Math.sqrt(squares * referenceSquares);
    return new Likeness(
        spread > 0 ? products / spread : 0, Math.sqrt(squares) / Math.sqrt(referenceSquares));
  }

  private static double mean(float[] face) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < face.length; i++) {
      if (isFace(i)) {
        sum += face[i];
        count++;
      }
    }
    return sum / count;
  }

  private static boolean isFace(int pixel) {
    int size = FollowedFaces.SIZE;
    return RegisteredImage.isFace(pixel % size, pixel / size, size);
  }
}
