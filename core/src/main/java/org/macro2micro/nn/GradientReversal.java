package org.macro2micro.nn;

import ai.djl.ndarray.NDArray;

/**
 * The gradient reversal layer of DANN (Ganin and Lempitsky, ICML 2015; paper, sections 2.3 and
 * 2.4): the identity on the way forward, times -lambda on the way back.
 */
public final class GradientReversal {
  private GradientReversal() {}

  /** How lambda goes over the transfer phase. The paper is silent. */
  public enum Schedule {
    /** Lambda is always 1, so that the trunk gets exactly the negated gradient. */
    CONSTANT,
    /** DANN's 2/(1+exp(-10p))-1, from 0 to 1 as progress p goes from 0 to 1. */
    RAMP;

    /**
     * @param progress share of the phase that is over, in [0, 1]
     * @return lambda in [0, 1]
     */
    public double lambda(double progress) {
      return this == CONSTANT ? 1 : 2 / (1 + Math.exp(-10 * progress)) - 1;
    }
  }

  /** The same values as {@code features}; whatever gradient comes back is scaled by -lambda. */
  public static NDArray reverse(NDArray features, double lambda) {
    // Not scaleGradient: the number it gives to the graph lies in memory that is let go of at once.
    NDArray factor = features.getManager().create(-lambda).toType(features.getDataType(), false);
    NDArray values = features.stopGradient();
    return features.sub(values).mul(factor).add(values);
  }
}
