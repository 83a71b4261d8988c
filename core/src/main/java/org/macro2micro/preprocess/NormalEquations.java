package org.macro2micro.preprocess;

import static org.bytedeco.opencv.global.opencv_core.CV_64FC1;
import static org.bytedeco.opencv.global.opencv_core.DECOMP_CHOLESKY;

import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * A weighted least squares fit: the unknowns whose products with each row come nearest to the value
 * beside it. Not for several threads.
 */
final class NormalEquations {
  private final int unknowns;

  /** The upper half of the coefficients, and the right side as the last column. */
  private final double[][] rows;

  /**
   * @param unknowns at least 1
   */
  NormalEquations(int unknowns) {
    this.unknowns = unknowns;
    this.rows = new double[unknowns][unknowns + 1];
  }

  /**
   * Adds one observation.
   *
   * @param weight at least 0
   * @param row a number for each unknown, and at its end the value that is observed
   */
  void add(double weight, double[] row) {
    for (int r = 0; r < unknowns; r++) {
      double weighted = weight * row[r];
      double[] sums = rows[r];
      for (int c = r; c <= unknowns; c++) {
        sums[c] += weighted * row[c];
      }
    }
  }

  /** The unknowns; all 0 where the observations do not determine them. */
  double[] solution() {
    double[] found = new double[unknowns];
    try (Mat left = new Mat(unknowns, unknowns, CV_64FC1);
        Mat right = new Mat(unknowns, 1, CV_64FC1);
        Mat solution = new Mat()) {
      DoubleIndexer coefficients = left.createIndexer();
      DoubleIndexer sides = right.createIndexer();
      for (int r = 0; r < unknowns; r++) {
        for (int c = 0; c < unknowns; c++) {
          coefficients.put(r, c, rows[Math.min(r, c)][Math.max(r, c)]);
        }
        sides.put(r, 0, rows[r][unknowns]);
      }
      if (opencv_core.solve(left, right, solution, DECOMP_CHOLESKY)) {
        DoubleIndexer values = solution.createIndexer();
        for (int r = 0; r < unknowns; r++) {
          found[r] = values.get(r, 0);
        }
      }
    }
    return found;
  }
}
