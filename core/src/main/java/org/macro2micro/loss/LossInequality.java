package org.macro2micro.loss;

import ai.djl.ndarray.NDArray;

/**
 * The loss inequality of MicroNet (Xia et al., ACM MM 2020): the classification loss of a micro
 * clip shall be no greater than that of the macro clip beside it; max(micro - macro, 0), averaged.
 */
public final class LossInequality {
  private LossInequality() {}

  /**
   * @param micro [n] loss of each micro clip, n at least 1
   * @param macro [n] loss of the macro clip beside it
   * @return scalar, at least 0
   */
  public static NDArray of(NDArray micro, NDArray macro) {
    NDArray excess = micro.sub(macro);
    return excess.maximum(Constant.of(0, excess)).mean();
  }
}
