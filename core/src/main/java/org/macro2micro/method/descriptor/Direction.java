package org.macro2micro.method.descriptor;

/** Bins of direction around the full circle, and what their histograms have in common. */
final class Direction {
  private Direction() {}

  /**
   * The bin of a direction: bin k holds the angles from -180 + k*360/bins degrees, that one
   * included, up to the next. Angles go from right (0) to down (90), as y grows downwards; 180 is
   * -180.
   *
   * @param x to the right
   * @param y downwards
   */
  static int bin(double x, double y, int bins) {
    return (int) (bins * (Math.atan2(y, x) + Math.PI) / (2 * Math.PI)) % bins;
  }

  /** Divides {@code length} values from {@code from} on by their sum; leaves them if it is 0. */
  static void normalise(double[] values, int from, int length) {
    double sum = 0;
    for (int i = from; i < from + length; i++) {
      sum += values[i];
    }
    if (sum > 0) {
      for (int i = from; i < from + length; i++) {
        values[i] /= sum;
      }
    }
  }

  /** The same in single precision. */
  static float[] single(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
