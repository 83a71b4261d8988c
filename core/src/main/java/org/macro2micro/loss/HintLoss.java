package org.macro2micro.loss;

import ai.djl.ndarray.NDArray;

/**
 * How far a student's features are from its teacher's (Romero et al., "FitNets: Hints for Thin Deep
 * Nets", ICLR 2015, with the mean in place of half the sum).
 */
public final class HintLoss {
  private HintLoss() {}

  /**
   * The mean of (a-b)^2 over all numbers.
   *
   * @param student [n,d], brought to the teacher's width, n at least 1
   * @param teacher [n,d]
   * @return scalar, at least 0
   */
  public static NDArray of(NDArray student, NDArray teacher) {
    return student.sub(teacher).square().mean();
  }
}
