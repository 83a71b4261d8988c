package org.macro2micro.preprocess;

/**
 * The band of time that Eulerian magnification lets through, as a matrix: the difference of two
 * running means y[n] = r x[n] + (1-r) y[n-1], both of which start at the first frame. The band of
 * frame n is B[n] = y1[n] - y2[n] = sum over k of W[n,k] x[k], counted from 1, with
 *
 * <ul>
 *   <li>W[n,1] = (1-r1)^(n-1) - (1-r2)^(n-1),
 *   <li>W[n,k] = r1 (1-r1)^(n-k) - r2 (1-r2)^(n-k) for 2 &lt;= k &lt;= n,
 *   <li>0 for k &gt; n.
 * </ul>
 *
 * Every row sums to 0, so what does not change is not in the band, and the first row is 0. The
 * matrix follows from the recursion in the code of Peng et al. (FG 2019), whose function that makes
 * it is not public.
 *
 * @param r1 of the fast mean, above r2
 * @param r2 of the slow mean
 */
record TemporalBand(double r1, double r2) {
  /**
   * A row of the matrix: the share of each of {@code count} frames in the band of one.
   *
   * @param frame which frame, counted from 0
   * @return {@code count} numbers, 0 for all frames after that one
   */
  double[] row(int frame, int count) {
    double[] row = new double[count];
    row[0] = Math.pow(1 - r1, frame) - Math.pow(1 - r2, frame);
    for (int k = 1; k <= frame; k++) {
      row[k] = r1 * Math.pow(1 - r1, frame - k) - r2 * Math.pow(1 - r2, frame - k);
    }
    return row;
  }
}
