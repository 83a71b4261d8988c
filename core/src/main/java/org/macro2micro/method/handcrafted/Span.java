package org.macro2micro.method.handcrafted;

import java.util.Arrays;
import java.util.List;

/**
 * Coordinates of n vectors in the space that they span. A linear machine needs of its vectors only
 * lengths and angles, and these coordinates keep both: what is learnt on n rows of at most n
 * numbers is what would be learnt on the vectors, however long these are. They come from the inner
 * products by a Cholesky decomposition with pivots.
 *
 * @param rows n rows of r coordinates
 * @param pivots the r vectors that the axes were made of
 */
@SuppressWarnings("ArrayRecordComponent") // read at once and never compared
record Span(double[][] rows, int[] pivots) {
  /** A vector that lies this near to the others' span, in squared length, counts as in it. */
  private static final double RELATIVE_TOLERANCE = 1e-10;

  /**
   * @param gram inner products, n rows of n
   */
  static Span of(double[][] gram) {
    int n = gram.length;
    double[] left = new double[n];
    double greatest = 0;
    for (int i = 0; i < n; i++) {
      left[i] = gram[i][i];
      greatest = Math.max(greatest, left[i]);
    }
    double[][] rows = new double[n][n];
    int[] pivots = new int[n];
    int rank = 0;
    while (rank < n) {
      int pivot = 0;
      for (int i = 1; i < n; i++) {
        pivot = left[i] > left[pivot] ? i : pivot;
      }
      if (left[pivot] <= RELATIVE_TOLERANCE * greatest) {
        break;
      }
      double root = Math.sqrt(left[pivot]);
      for (int i = 0; i < n; i++) {
        double rest = gram[i][pivot];
        for (int k = 0; k < rank; k++) {
          rest -= rows[i][k] * rows[pivot][k];
        }
        rows[i][rank] = rest / root;
        left[i] -= rows[i][rank] * rows[i][rank];
      }
      // What is left of a pivot is 0 but for rounding; it must not be taken twice.
      left[pivot] = 0;
      pivots[rank] = pivot;
      rank++;
    }
    double[][] cut = new double[n][];
    for (int i = 0; i < n; i++) {
      cut[i] = Arrays.copyOf(rows[i], rank);
    }
    return new Span(cut, Arrays.copyOf(pivots, rank));
  }

  /**
   * The vector that has these coordinates.
   *
   * @param vectors the n vectors that the inner products were of
   * @param coordinates r numbers
   */
  double[] vector(List<float[]> vectors, double[] coordinates) {
    double[] shares = shares(coordinates);
    double[] vector = new double[vectors.get(0).length];
    for (int pivot : pivots) {
      float[] one = vectors.get(pivot);
      for (int i = 0; i < vector.length; i++) {
        vector[i] += shares[pivot] * one[i];
      }
    }
    return vector;
  }

  /**
   * The same as a sum of the n vectors: how much of each, 0 for all but the r pivots.
   *
   * @param coordinates r numbers
   */
  double[] shares(double[] coordinates) {
    int r = pivots.length;
    double[] shares = new double[rows.length];
    for (int k = r - 1; k >= 0; k--) {
      double rest = coordinates[k];
      for (int later = k + 1; later < r; later++) {
        rest -= rows[pivots[later]][k] * shares[pivots[later]];
      }
      shares[pivots[k]] = rest / rows[pivots[k]][k];
    }
    return shares;
  }
}
