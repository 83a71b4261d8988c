package org.macro2micro.loss;

import ai.djl.ndarray.NDArray;

/**
 * The binary cross entropy of a discriminator over a batch in which clips of both domains stand
 * mixed, averaged over the clips: the domain term of EMR (Liu et al., FG 2019). A gradient reversal
 * stands before the discriminator, not here.
 */
public final class MixedDomainLoss {
  private MixedDomainLoss() {}

  /**
   * @param scores [n] of the discriminator before the sigmoid
   * @param macro [n] 1 for a macro clip, 0 for a micro clip; the authors' code has them the other
   *     way round, which is the same but for the sign of the scores
   * @return scalar, at least 0
   */
  public static NDArray of(NDArray scores, NDArray macro) {
    // log(1 + exp(x)) - d x, written so that nothing overflows.
    NDArray positive = scores.maximum(Constant.of(0, scores));
    return positive.sub(scores.mul(macro)).add(scores.abs().neg().exp().add(1).log()).mean();
  }
}
