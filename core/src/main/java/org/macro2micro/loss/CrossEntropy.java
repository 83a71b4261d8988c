package org.macro2micro.loss;

import ai.djl.ndarray.NDArray;

/** The two cross entropies from which Eq. 1 to 4 are made, safe for scores of any size. */
final class CrossEntropy {
  private CrossEntropy() {}

  /** Mean over n of -log softmax(scores)[label]; scores [n,L], labels [n] int64. */
  static NDArray mean(NDArray scores, NDArray labels) {
    NDArray chosen = scores.logSoftmax(1).gather(labels.reshape(-1, 1), 1);
    return chosen.mean().neg();
  }

  /** -log softmax(scores)[label] of each of the n; scores [n,L], labels [n] int64. */
  static NDArray each(NDArray scores, NDArray labels) {
    return scores.logSoftmax(1).gather(labels.reshape(-1, 1), 1).neg().flatten();
  }

  /**
   * Mean over n of -d log D - (1-d) log(1-D) with D = sigmoid(scores) and one d for all; scores [n]
   * or [n,1].
   */
  static NDArray binarySum(NDArray scores, boolean macro) {
    // -log sigmoid(x) = softplus(-x); written so that neither branch overflows.
    NDArray x = macro ? scores.neg() : scores;
    NDArray positive = x.maximum(Constant.of(0, x));
    return positive.add(x.abs().neg().exp().add(1).log()).sum();
  }
}
