package org.macro2micro.method.graph;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Self-attention pooling of a graph (Lee, Lee and Kang: "Self-attention graph pooling", ICML 2019):
 * a graph convolution gives each node one score; the nodes with the highest are kept, each times
 * the hyperbolic tangent of its score, and read out as their maximum and their mean. If scores are
 * equal, the earlier node counts as the higher. Inputs: the nodes [n,K,f] and the adjacency [K,K];
 * output [n,2f].
 */
final class AttentionPool extends AbstractBlock {
  /** No node has a number as low as this. */
  private static final float LEAST = -1e9f;

  private final double share;
  private final GraphConvolution score;

  /**
   * @param share of the nodes that are kept, rounded up; above 0, at most 1
   */
  AttentionPool(double share) {
    this.share = share;
    score = addChildBlock("score", new GraphConvolution(1));
  }

  /** How many of so many nodes are kept. */
  int kept(int nodes) {
    return (int) Math.ceil(share * nodes);
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    NDArray nodes = inputs.get(0);
    NDManager manager = nodes.getManager();
    NDArray scores = score.forward(store, inputs, training).singletonOrThrow();
    Shape s = scores.getShape();
    int count = (int) s.get(1);
    int kept = kept(count);
    float[] mask = mask(scores.toFloatArray(), count, kept);
    float[] shift = new float[mask.length];
    for (int i = 0; i < mask.length; i++) {
      shift[i] = mask[i] == 1 ? 0 : LEAST;
    }
    NDArray weighted = nodes.mul(scores.tanh()).mul(manager.create(mask, s));
    NDArray most = weighted.add(manager.create(shift, s)).max(new int[] {1});
    NDArray mean = weighted.sum(new int[] {1}).mul(manager.create(1f / kept));
    return new NDList(most.concat(mean, 1));
  }

  /** 1 for each clip's {@code kept} highest of {@code count} scores, 0 for the others. */
  private static float[] mask(float[] scores, int count, int kept) {
    float[] mask = new float[scores.length];
    for (int from = 0; from < scores.length; from += count) {
      int first = from;
      int[] order =
          IntStream.range(0, count)
              .boxed()
              .sorted(Comparator.comparingDouble(i -> -scores[first + i]))
              .mapToInt(i -> i)
              .toArray();
      Arrays.stream(order, 0, kept).forEach(i -> mask[first + i] = 1);
    }
    return mask;
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    score.initialize(manager, type, inputShapes);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), 2 * inputShapes[0].get(2))};
  }
}
