package org.macro2micro.loss;

import ai.djl.ndarray.NDArray;

/**
 * The two sides of an adversarial game (Goodfellow et al., NIPS 2014) as MicroNet (Xia et al., ACM
 * MM 2020) plays it: the discriminator's D tells macro embeddings (1) from micro embeddings (0),
 * and the micro network's works against it. D is the sigmoid of a score.
 */
public final class AdversarialLoss {
  private AdversarialLoss() {}

  /**
   * -log D(macro) - log(1 - D(micro)), each averaged.
   *
   * @param micro [n] scores of micro clips
   * @param macro [m] scores of macro clips
   * @return scalar, at least 0
   */
  public static NDArray ofDiscriminator(NDArray micro, NDArray macro) {
    return softplus(macro.neg()).mean().add(softplus(micro).mean());
  }

  /**
   * -log D(micro), averaged.
   *
   * @param micro [n] scores of micro clips
   * @return scalar, at least 0
   */
  public static NDArray ofNetwork(NDArray micro) {
    return softplus(micro.neg()).mean();
  }

  /** log(1 + exp(x)), written so that nothing overflows. */
  private static NDArray softplus(NDArray x) {
    return x.maximum(Constant.of(0, x)).add(x.abs().neg().exp().add(1).log());
  }
}
