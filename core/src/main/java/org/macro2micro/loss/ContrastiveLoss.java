package org.macro2micro.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * Eq. 5 to 7, L_con: each micro clip is an anchor; micro and macro clips of its class are its
 * positives.
 *
 * <pre>
 *   L_con   = - sum_j L^j                                                      (5)
 *   L^j     = sum_{k != j, y_i^k = y_i^j} log(exp(sim(z_i^j, z_i^k)/tau) / D^j)
 *           + sum_{k, y_a^k = y_i^j}      log(exp(sim(z_i^j, z_a^k)/tau) / D^j) (6)
 *   D^j     = sum_u exp(sim(z_i^j, z_i^u)/tau) + sum_u exp(sim(z_i^j, z_a^u)/tau) (7)
 * </pre>
 *
 * <p>As printed this is not the loss of Khosla et al. (2020): D^j includes the anchor itself, the
 * positives are not averaged and the batch is summed. {@link Reduction#PAPER} keeps that. An anchor
 * without positives contributes 0; the cosine with a zero vector is 0.
 *
 * @param tau temperature, above 0. The paper does not give it; .07 is Khosla's
 * @param reduction how the pairs' terms become one number
 */
@PaperEquation({5, 6, 7})
public record ContrastiveLoss(double tau, Reduction reduction) {
  /** How the pairs' terms become one number. */
  public enum Reduction {
    /** The sum over anchors and pairs, as printed; grows with the square of the batch. */
    PAPER,
    /** The sum divided by the number of positive pairs of the batch. A departure. */
    MEAN_OVER_POSITIVE_PAIRS
  }

  // Below this squared length a vector counts as zero.
  private static final float ZERO = 1e-12f;

  public ContrastiveLoss {
    if (!(tau > 0)) {
      throw new IllegalArgumentException("contrastive loss: tau " + tau + ", must be above 0");
    }
  }

  /**
   * @param micro [n,d] fused features z of micro clips
   * @param microLabels [n] class numbers, int64, at least 0
   * @param macro [m,d] fused features z of macro clips, m may be 0
   * @param macroLabels [m] class numbers in the micro task's counting, int64; -1 where the macro
   *     label has no counterpart: such clips are nobody's positive
   * @return scalar, at least 0
   */
  public NDArray of(NDArray micro, NDArray microLabels, NDArray macro, NDArray macroLabels) {
    long n = micro.getShape().get(0);
    NDArray anchors = unit(micro);
    NDArray others = NDArrays.concat(new NDList(anchors, unit(macro)), 0);
    NDArray logits = anchors.matMul(others.transpose()).div(Constant.of(tau, anchors));
    // log(exp(l) / D^j) by log-sum-exp: exp itself overflows in float once 1/tau passes 88.
    NDArray logShares = logits.logSoftmax(1);

    DataType type = micro.getDataType();
    NDManager manager = micro.getManager();
    NDArray labels = NDArrays.concat(new NDList(microLabels, macroLabels), 0);
    NDArray same = microLabels.reshape(-1, 1).eq(labels.reshape(1, -1)).toType(type, true);
    NDArray notSelf =
        manager.ones(new Shape(n, n), type).sub(manager.eye((int) n, (int) n, 0, type));
    NDArray allMacro = manager.ones(new Shape(n, macro.getShape().get(0)), type);
    NDArray eligible = NDArrays.concat(new NDList(notSelf, allMacro), 1);
    NDArray positives = same.mul(eligible);
    NDArray sum = logShares.mul(positives).sum().neg();
    return reduction == Reduction.PAPER
        ? sum
        : sum.div(positives.sum().maximum(Constant.of(1, sum)));
  }

  /** Rows scaled to length 1; a zero row stays zero and gets no gradient. */
  private static NDArray unit(NDArray rows) {
    NDArray squared = rows.square().sum(new int[] {1}, true);
    NDArray zero = squared.lt(ZERO).toType(rows.getDataType(), true);
    // The length of a zero row is replaced before the root, whose slope there is infinite.
    NDArray length = squared.mul(zero.neg().add(1)).add(zero).sqrt();
    return rows.mul(zero.neg().add(1)).div(length);
  }
}
