package org.macro2micro.loss;

import ai.djl.ndarray.NDArray;

/**
 * Eq. 2, L_s = -d log D_s(f^A) - (1-d) log(1 - D_s(f^A)), d = 1 for macro: averaged over the micro
 * and macro clips of the batch. The gradient reversal stands before D_s, not here.
 */
@PaperEquation(2)
public final class SpatialDomainLoss {
  private SpatialDomainLoss() {}

  static NDArray of(TransferStep.Domains scores) {
    return of(scores.micro(), scores.macro());
  }

  /**
   * @param micro [n] scores of D_s before the sigmoid, of micro clips
   * @param macro [m] the same of macro clips; n + m at least 1
   * @return scalar, at least 0
   */
  public static NDArray of(NDArray micro, NDArray macro) {
    return DomainCrossEntropy.mean(micro, macro);
  }
}
