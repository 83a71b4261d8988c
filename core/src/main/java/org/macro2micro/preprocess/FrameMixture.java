package org.macro2micro.preprocess;

import java.util.Arrays;

/**
 * Makes the T frames of a prepared clip from the frames of its expression: frame t is the sum over
 * i of {@code weights[t][i]} times frame i, counted from the onset.
 *
 * @param apex which of the T frames is the apex
 * @param weights T rows, one weight for each frame from onset to offset; every row sums to 1
 */
@SuppressWarnings("ArrayRecordComponent") // read at once and never compared
record FrameMixture(int apex, double[][] weights) {
  /**
   * @param apex position of the apex, counted from the onset
   * @param last position of the offset, counted from the onset, at least {@code apex}
   * @param frames T, at least 1
   */
  static FrameMixture of(int apex, int last, int frames, Interpolation interpolation) {
    FrameSampling sampling = FrameSampling.of(0, apex, last, frames);
    double[][] weights =
        Arrays.stream(sampling.positions())
            .mapToObj(position -> interpolation.of(last + 1, position))
            .toArray(double[][]::new);
    return new FrameMixture(sampling.apex(), weights);
  }

  /** Whether frame {@code i} takes part in any of the T, so that it must be decoded. */
  boolean uses(int i) {
    return Arrays.stream(weights).anyMatch(row -> row[i] != 0);
  }

  /**
   * Adds the part that frame {@code i} has in each of the T.
   *
   * @param frame its values
   * @param sums the T frames so far, one after the other, each as long as {@code frame}
   */
  void add(int i, float[] frame, double[] sums) {
    for (int t = 0; t < weights.length; t++) {
      double weight = weights[t][i];
      if (weight == 0) {
        continue;
      }
      int at = t * frame.length;
      for (int k = 0; k < frame.length; k++) {
        sums[at + k] += weight * frame[k];
      }
    }
  }
}
