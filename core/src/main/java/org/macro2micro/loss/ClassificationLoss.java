package org.macro2micro.loss;

import ai.djl.ndarray.NDArray;

/**
 * Eq. 1, L_c = - sum_l 1[y=l] log(C_e(z)): softmax cross entropy of class scores, averaged over the
 * batch (the paper writes one clip's term).
 */
@PaperEquation(1)
public final class ClassificationLoss {
  private ClassificationLoss() {}

  /**
   * @param scores [n,L] class scores before the softmax
   * @param labels [n] class numbers, int64 in 0..L-1
   * @return scalar, at least 0
   */
  public static NDArray of(NDArray scores, NDArray labels) {
    return CrossEntropy.mean(scores, labels);
  }

  /**
   * The same of each clip by itself.
   *
   * @param scores [n,L] class scores before the softmax
   * @param labels [n] class numbers, int64 in 0..L-1
   * @return [n], each at least 0
   */
  public static NDArray each(NDArray scores, NDArray labels) {
    return CrossEntropy.each(scores, labels);
  }
}
