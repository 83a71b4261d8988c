package org.macro2micro.loss;

import ai.djl.ndarray.NDArray;

/**
 * How far the scores of action units are from what people coded: the binary cross entropy of their
 * logits, averaged over the units of which something is known. Units of which nothing is known cost
 * nothing.
 */
public final class ActionUnitLoss {
  private ActionUnitLoss() {}

  /**
   * @param scores [n,K] a unit's score before the sigmoid
   * @param shown [n,K] 1 where the unit was seen, 0 elsewhere
   * @param known [n,K] 1 where people said whether it was seen, 0 elsewhere
   * @return scalar, at least 0; 0 if nothing is known
   */
  public static NDArray of(NDArray scores, NDArray shown, NDArray known) {
    // -y log s(x) - (1-y) log(1-s(x)) = max(x,0) - xy + log(1+exp(-|x|)), which can't overflow.
    NDArray positive = scores.maximum(Constant.of(0, scores));
    NDArray rest = scores.abs().neg().exp().add(Constant.of(1, scores)).log();
    NDArray each = positive.sub(scores.mul(shown)).add(rest).mul(known);
    return each.sum().div(known.sum().maximum(Constant.of(1, known)));
  }
}
