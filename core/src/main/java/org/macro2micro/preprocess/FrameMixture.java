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

  /**
   * Takes frames evenly from onset to offset, whatever the apex, as the program of Peng et al. (FG
   * 2019) does: with n frames numbered from 1, frame j of T, counted from 0, lies at n j / (T - 1);
   * what would lie before the first frame is the first. A single frame is the apex.
   *
   * @param apex position of the apex, counted from the onset; the frame that lies nearest to it
   *     counts as the apex of the T
   * @param last position of the offset, counted from the onset
   * @param frames T, at least 1
   */
  static FrameMixture even(int apex, int last, int frames) {
    double[] positions = new double[frames];
    int nearest = 0;
    for (int j = 0; j < frames; j++) {
      positions[j] = frames == 1 ? apex : Math.max(0, (last + 1.) * j / (frames - 1) - 1);
      if (Math.abs(positions[j] - apex) < Math.abs(positions[nearest] - apex)) {
        nearest = j;
      }
    }
    return at(nearest, last, positions);
  }

  /**
   * Takes frames at these positions, counted from the onset; between two frames both are mixed by
   * distance.
   *
   * @param apex which of them is the apex
   * @param last position of the offset
   */
  static FrameMixture at(int apex, int last, double... positions) {
    return new FrameMixture(
        apex,
        Arrays.stream(positions)
            .mapToObj(position -> Interpolation.LINEAR.of(last + 1, position))
            .toArray(double[][]::new));
  }

  /** How many frames there are from onset to offset. */
  int count() {
    return weights[0].length;
  }

  /** Whether frame {@code i} takes part in any of the T, so that it must be decoded. */
  boolean uses(int i) {
    return Arrays.stream(weights).anyMatch(row -> row[i] != 0);
  }

  /** For each of the T the frame from onset to offset that has the greatest part in it. */
  int[] greatest() {
    int[] greatest = new int[weights.length];
    for (int t = 0; t < weights.length; t++) {
      for (int i = 1; i < count(); i++) {
        if (weights[t][i] > weights[t][greatest[t]]) {
          greatest[t] = i;
        }
      }
    }
    return greatest;
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
