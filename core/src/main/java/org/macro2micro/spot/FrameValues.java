package org.macro2micro.spot;

import java.util.Arrays;

/** One number for each frame, NaN where nothing was measured. */
final class FrameValues {
  private static final int START = 1024;

  private double[] values = new double[START];
  private int size;

  /** Adds a frame without a value. */
  void add() {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = Double.NaN;
  }

  void set(int frame, double value) {
    values[frame] = value;
  }

  int size() {
    return size;
  }

  double[] toArray() {
    return from(0);
  }

  double get(int frame) {
    return values[frame];
  }

  /** Returns the values of a frame and all after it. */
  double[] from(int first) {
    return Arrays.copyOfRange(values, first, size);
  }
}
