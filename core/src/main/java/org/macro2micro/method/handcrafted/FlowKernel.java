package org.macro2micro.method.handcrafted;

import java.util.Arrays;
import java.util.List;

/**
 * How alike two rises are, in (0, 1]: with d, d_c and d_m the squared distances of the images, of
 * the centred images, and of one centred image and the other's mirror image,
 *
 * <pre>
 * k(x, y) = 1/2 exp(-gamma d / s) + 1/4 (exp(-gamma d_c / s_c) + exp(-gamma d_m / s_c)).
 * </pre>
 *
 * The second part is the mean of a Gaussian kernel over a face and its mirror image (Haasdonk and
 * Burkhardt, "Invariant kernel functions for pattern analysis and machine learning", Machine
 * Learning 68, 2007), so that both sides of a face are one to it.
 *
 * @param gamma above 0
 * @param imageScale s above 0
 * @param centredScale s_c above 0
 */
record FlowKernel(double gamma, double imageScale, double centredScale) {
  /**
   * The squared distances of some rises to others.
   *
   * @param image rows of d
   * @param centred rows of d_c
   * @param mirrored rows of d_m
   */
  @SuppressWarnings("ArrayRecordComponent") // read at once and never compared
  record Distances(double[][] image, double[][] centred, double[][] mirrored) {
    static Distances between(List<RiseViews> these, List<RiseViews> those) {
      List<double[][]> rows =
          InOrder.map(
              these,
              one -> {
                double[][] three = new double[3][those.size()];
                for (int j = 0; j < those.size(); j++) {
                  RiseViews other = those.get(j);
                  three[0][j] = squared(one.image(), other.image());
                  three[1][j] = squared(one.centred(), other.centred());
                  three[2][j] = squared(one.centred(), other.mirrored());
                }
                return three;
              });
      return new Distances(part(rows, 0), part(rows, 1), part(rows, 2));
    }

    private static double[][] part(List<double[][]> rows, int which) {
      return rows.stream().map(three -> three[which]).toArray(double[][]::new);
    }

    private static double squared(float[] a, float[] b) {
      double first = 0;
      double second = 0;
      int i = 0;
      for (; i + 1 < a.length; i += 2) {
        double d = a[i] - b[i];
        double e = a[i + 1] - b[i + 1];
        first += d * d;
        second += e * e;
      }
      if (i < a.length) {
        double d = a[i] - b[i];
        first += d * d;
      }
      return first + second;
    }
  }

  /**
   * With scales that are the medians over all pairs of different clips.
   *
   * @param distances of n clips to themselves
   */
  static FlowKernel of(double gamma, Distances distances) {
    return new FlowKernel(
        gamma, medianOfPairs(distances.image()), medianOfPairs(distances.centred()));
  }

  /** Returns the median distance of pairs, or 1 if there is no pair or the median is 0. */
  private static double medianOfPairs(double[][] distances) {
    double[] pairs = new double[distances.length * (distances.length - 1) / 2];
    int to = 0;
    for (int i = 0; i < distances.length; i++) {
      for (int j = 0; j < i; j++) {
        pairs[to++] = distances[i][j];
      }
    }
    Arrays.sort(pairs);
    double median = pairs.length == 0 ? 0 : pairs[pairs.length / 2];
    return median > 0 ? median : 1;
  }

  /** The kernel at each pair. */
  double[][] of(Distances distances) {
    int rows = distances.image().length;
    double[][] values = new double[rows][];
    for (int i = 0; i < rows; i++) {
      values[i] = new double[distances.image()[i].length];
      for (int j = 0; j < values[i].length; j++) {
        double image = Math.exp(-gamma * distances.image()[i][j] / imageScale);
        double centred = Math.exp(-gamma * distances.centred()[i][j] / centredScale);
        double mirrored = Math.exp(-gamma * distances.mirrored()[i][j] / centredScale);
        values[i][j] = image / 2 + (centred + mirrored) / 4;
      }
    }
    return values;
  }
}
