package org.macro2micro.loss;

import ai.djl.ndarray.NDArray;

/**
 * Eq. 3, L_sam = - sum_l 1[y_s=l] log(C_s(v(s))): cross entropy over the s_c sampling intervals,
 * averaged over clips of both domains and over the intervals.
 */
@PaperEquation(3)
public final class SamplingIntervalLoss {
  private SamplingIntervalLoss() {}

  /**
   * @param scores [k,s_c] scores of C_s before the softmax
   * @param intervals [k] int64, the exponent of the interval: s = 2^interval, 0..s_c-1
   * @return scalar, at least 0
   */
  public static NDArray of(NDArray scores, NDArray intervals) {
    return CrossEntropy.mean(scores, intervals);
  }
}
