package org.macro2micro.loss;

import ai.djl.ndarray.NDArray;

/**
 * The triplet loss (Schroff et al., CVPR 2015) as MicroNet (Xia et al., ACM MM 2020) has it: an
 * anchor shall be nearer to its positive than to its negative, by a margin in squared distance;
 * max(|a-p|^2 - |a-n|^2 + m, 0), averaged over the triplets.
 */
public final class TripletLoss {
  private TripletLoss() {}

  /**
   * @param anchors [n,d], n at least 1
   * @param positives [n,d] of the same classes
   * @param negatives [n,d] of other classes
   * @param margin m, at least 0
   * @return scalar, at least 0
   */
  public static NDArray of(NDArray anchors, NDArray positives, NDArray negatives, double margin) {
    NDArray near = anchors.sub(positives).square().sum(new int[] {1});
    NDArray far = anchors.sub(negatives).square().sum(new int[] {1});
    NDArray excess = near.sub(far).add(Constant.of(margin, near));
    return excess.maximum(Constant.of(0, near)).mean();
  }
}
