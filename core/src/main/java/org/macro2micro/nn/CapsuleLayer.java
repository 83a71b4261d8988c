package org.macro2micro.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.jspecify.annotations.Nullable;

/**
 * Capsules that all of the layer below vote for, routed by agreement: S. Sabour, N. Frosst, G. E.
 * Hinton, "Dynamic Routing Between Capsules", NIPS 2017, Eq. 1 to 3 and procedure 1. [n,I,d] -&gt;
 * [n,capsules,size]. As in the code of Van Quang et al. (FG 2019), gradients pass through the last
 * sum alone, not through the agreements that weigh it.
 */
public final class CapsuleLayer extends AbstractBlock {
  // Under the root of a squared length: 0 has a length then whose gradient is no division by 0.
  private static final float LEAST = 1e-8f;

  private final Parameter weight;
  private final int capsules;
  private final int size;
  private final int iterations;

  /**
   * @param capsules number of capsules, at least 1
   * @param size numbers in each, at least 1
   * @param iterations of the routing, at least 1; 3 in both papers
   */
  public CapsuleLayer(int capsules, int size, int iterations) {
    this.capsules = capsules;
    this.size = size;
    this.iterations = iterations;
    weight =
        addParameter(Parameter.builder().setName("weight").setType(Parameter.Type.OTHER).build());
  }

  /**
   * Eq. 1: the same direction, and the length l becomes l^2 / (1 + l^2).
   *
   * @param vectors along the last axis
   */
  public static NDArray squash(NDArray vectors) {
    NDArray squared = vectors.square().sum(new int[] {-1}, true);
    NDArray factor = root(squared).div(squared.add(squared.getManager().create(1f)));
    return vectors.mul(factor);
  }

  /** The vectors' lengths; that of 0 is 1e-4. [..,size] -&gt; [..] */
  public static NDArray length(NDArray vectors) {
    return root(vectors.square().sum(new int[] {-1}));
  }

  private static NDArray root(NDArray squared) {
    return squared.add(squared.getManager().create(LEAST)).sqrt();
  }

  /**
   * Procedure 1: each capsule below divides its vote among the capsules above, more and more by how
   * far it agrees with what they became.
   *
   * @param votes [n,capsules,I,size]
   * @param iterations at least 1
   * @return [n,capsules,size]
   */
  static NDArray route(NDArray votes, int iterations) {
    NDArray fixed = votes.stopGradient();
    Shape s = votes.getShape();
    NDArray logits = votes.getManager().zeros(new Shape(s.get(0), s.get(1), 1, s.get(2)));
    for (int i = 1; i < iterations; i++) {
      NDArray agreed = squash(logits.softmax(1).matMul(fixed));
      logits = logits.add(fixed.matMul(agreed.transpose(0, 1, 3, 2)).transpose(0, 1, 3, 2));
    }
    return squash(logits.softmax(1).matMul(votes)).reshape(s.get(0), s.get(1), s.get(3));
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    NDArray below = inputs.singletonOrThrow();
    Shape s = below.getShape();
    NDArray matrices = store.getValue(weight, below.getDevice(), training);
    NDArray votes =
        below
            .transpose(1, 0, 2)
            .matMul(matrices)
            .reshape(s.get(1), s.get(0), capsules, size)
            .transpose(1, 2, 0, 3);
    return new NDList(route(votes, iterations));
  }

  /** One matrix a capsule below, side by side for all capsules above. */
  @Override
  protected void prepare(Shape[] inputShapes) {
    Shape below = inputShapes[0];
    weight.setShape(new Shape(below.get(1), below.get(2), (long) capsules * size));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), capsules, size)};
  }
}
