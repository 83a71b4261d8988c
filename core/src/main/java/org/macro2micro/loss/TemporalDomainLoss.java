package org.macro2micro.loss;

import ai.djl.ndarray.NDArray;

/**
 * Eq. 4, L_t = -d log D_t(v(s)) - (1-d) log(1 - D_t(v(s))), d = 1 for macro: averaged over the
 * micro and macro clips of the batch and over the sampling intervals s. The gradient reversal
 * stands before D_t, not here.
 */
@PaperEquation(4)
public final class TemporalDomainLoss {
  private TemporalDomainLoss() {}

  static NDArray of(TransferStep.Domains scores) {
    return of(scores.micro(), scores.macro());
  }

  /**
   * @param micro [n*s_c] scores of D_t before the sigmoid, of micro clips at each interval
   * @param macro [m*s_c] the same of macro clips; n + m at least 1
   * @return scalar, at least 0
   */
  public static NDArray of(NDArray micro, NDArray macro) {
    return DomainCrossEntropy.mean(micro, macro);
  }
}
