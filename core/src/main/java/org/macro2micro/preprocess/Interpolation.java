package org.macro2micro.preprocess;

/** Makes a frame between two frames, as a weighted sum of the clip's frames. */
public enum Interpolation {
  /** The two neighbouring frames, weighted by distance. */
  LINEAR {
    @Override
    double[] weights(int count, double position) {
      double[] weights = new double[count];
      int before = (int) Math.floor(position);
      double part = position - before;
      weights[before] = 1 - part;
      if (part > 0) {
        weights[before + 1] = part;
      }
      return weights;
    }
  },
  /**
   * The temporal interpolation model (TIM; Zhou, Zhao and Pietikainen, CVPR 2011): the n frames are
   * a path graph, whose Laplacian has the eigenvectors y_k(i/n) = sin(pi k i/n + pi (n-k)/(2n)), k
   * = 1..n-1. Frames lie on the curve X(t) = mean + A (y_1(t), ..., y_(n-1)(t)). The eigenvectors
   * are orthogonal with squared length n/2, so A follows in closed form and X(t) is a weighted sum
   * of the frames: w_i(t) = 1/n + 2/n sum_k y_k(i/n) y_k(t).
   */
  TIM {
    @Override
    double[] weights(int count, double position) {
      double[] weights = new double[count];
      for (int i = 0; i < count; i++) {
        double sum = 0.5;
        for (int k = 1; k < count; k++) {
          sum += eigenvector(k, i + 1, count) * eigenvector(k, position + 1, count);
        }
        weights[i] = sum * 2 / count;
      }
      return weights;
    }
  };

  /**
   * The weight of each of {@code count} frames in the frame at {@code position}; they sum to 1, and
   * at a whole position that frame alone has weight.
   *
   * @param position 0 &lt;= position &lt;= count - 1
   */
  final double[] of(int count, double position) {
    long whole = Math.round(position);
    if (Math.abs(position - whole) < 1e-9) {
      double[] weights = new double[count];
      weights[(int) whole] = 1;
      return weights;
    }
    return weights(count, position);
  }

  abstract double[] weights(int count, double position);

  private static double eigenvector(int k, double i, int n) {
    return Math.sin(Math.PI * k * i / n + Math.PI * (n - k) / (2.0 * n));
  }
}
