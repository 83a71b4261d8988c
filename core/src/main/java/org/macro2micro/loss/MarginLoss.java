package org.macro2micro.loss;

import ai.djl.ndarray.NDArray;

/**
 * The margin loss of capsule networks (Sabour et al., NIPS 2017, Eq. 4): the capsule of the true
 * class shall be at least so long, every other at most so long; summed over the classes, averaged
 * over the batch. Absent classes count half. The margins are those of the code of Van Quang et al.
 * (FG 2019), .99 and .01; Sabour et al. have .9 and .1.
 */
public final class MarginLoss {
  private static final double PRESENT = .99;
  private static final double ABSENT = .01;
  private static final double ABSENT_WEIGHT = .5;

  private MarginLoss() {}

  /**
   * @param lengths [n,L] lengths of the class capsules, in [0, 1)
   * @param labels [n] class numbers, int64 in 0..L-1
   * @return scalar, at least 0
   */
  public static NDArray of(NDArray lengths, NDArray labels) {
    int classes = (int) lengths.getShape().get(1);
    NDArray present = labels.oneHot(classes).toType(lengths.getDataType(), false);
    NDArray absent = Constant.of(1, lengths).sub(present);
    NDArray tooShort = excess(Constant.of(PRESENT, lengths).sub(lengths));
    NDArray tooLong = excess(lengths.sub(Constant.of(ABSENT, lengths)));
    NDArray weighted = absent.mul(Constant.of(ABSENT_WEIGHT, lengths)).mul(tooLong);
    return present.mul(tooShort).add(weighted).sum(new int[] {1}).mean();
  }

  private static NDArray excess(NDArray x) {
    return x.maximum(Constant.of(0, x)).square();
  }
}
