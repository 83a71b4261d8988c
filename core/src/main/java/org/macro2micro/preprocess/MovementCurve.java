package org.macro2micro.preprocess;

import java.util.List;

/**
 * Measures how far a face has moved, frame by frame, along its strongest movement: the first
 * principal component, about the onset, of the changes since the onset. Noise, and movements of
 * another pattern such as a blink, count less in it than in the mere size of the changes.
 *
 * @param strength one value a frame, 0 at the onset, its largest positive
 */
@SuppressWarnings("ArrayRecordComponent") // read at once and never compared
record MovementCurve(double[] strength) {
  private static final int STEPS = 100;

  /**
   * @param changes one image a frame, at least one, all of a length
   */
  static MovementCurve of(List<float[]> changes) {
    int n = changes.size();
    double[][] products = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        products[i][j] = product(changes.get(i), changes.get(j));
        products[j][i] = products[i][j];
      }
    }
    double[] strength = new double[n];
    for (int i = 0; i < n; i++) {
      strength[i] = Math.sqrt(products[i][i]);
    }
    for (int step = 0; step < STEPS; step++) {
      strength = unit(times(products, strength));
    }
    return new MovementCurve(strength);
  }

  /**
   * The frame of the largest strength, smoothed by a fiftieth of the length (a Gaussian's sigma).
   */
  int peak() {
    double sigma = strength.length / 50.0;
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < strength.length; i++) {
      double sum = 0;
      double weights = 0;
      for (int j = 0; j < strength.length; j++) {
        double away = (i - j) / sigma;
        double weight = Math.exp(-away * away / 2);
        sum += weight * strength[j];
        weights += weight;
      }
      if (sum / weights > most) {
        most = sum / weights;
        best = i;
      }
    }
    return best;
  }

  private static double product(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] result = new double[vector.length];
    for (int i = 0; i < result.length; i++) {
      for (int j = 0; j < result.length; j++) {
        result[i] += matrix[i][j] * vector[j];
      }
    }
    return result;
  }

  private static double[] unit(double[] vector) {
    double squares = 0;
    for (double value : vector) {
      squares += value * value;
    }
    double length = Math.sqrt(squares);
    double[] unit = vector.clone();
    for (int i = 0; i < unit.length && length > 0; i++) {
      unit[i] /= length;
    }
    return unit;
  }
}
