package org.macro2micro.method.graph;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The two temporal convolution nets of Graph-TCN on one part of a face, whose outputs are added:
 * [n,1,L] -&gt; [n,{@value #WIDTH},L]. The nodes' net, four blocks with dilation 1, 2, 4 and 8,
 * sees a patch and the few before it as one sequence and looks 180 numbers back. The edges' net,
 * one block whose dilation is the number of pixels of a patch, sees only the same pixel of each
 * patch and looks twelve patches back.
 */
final class TemporalNet extends AbstractBlock {
  /** Channels of every block. */
  static final int WIDTH = 25;

  private static final List<Integer> NODE_DILATIONS = List.of(1, 2, 4, 8);

  private final List<TemporalBlock> node = new ArrayList<>();
  private final TemporalBlock edge;

  /**
   * @param dropout probability
   */
  TemporalNet(double dropout) {
    for (int dilation : NODE_DILATIONS) {
      String name = "node" + (node.size() + 1);
      int inputs = node.isEmpty() ? 1 : WIDTH;
      node.add(addChildBlock(name, new TemporalBlock(name, inputs, WIDTH, dilation, dropout)));
    }
    edge = addChildBlock("edge", new TemporalBlock("edge", 1, WIDTH, FacePatches.PIXELS, dropout));
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    return new NDList(
        node(store, inputs, training, params).add(edge(store, inputs, training, params)));
  }

  /** The outputs of the nodes' net alone. */
  NDArray node(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    NDList maps = inputs;
    for (TemporalBlock block : node) {
      maps = block.forward(store, maps, training, params);
    }
    return maps.singletonOrThrow();
  }

  /** The outputs of the edges' net alone. */
  NDArray edge(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    return edge.forward(store, inputs, training, params).singletonOrThrow();
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    Shape[] shapes = inputShapes;
    for (TemporalBlock block : node) {
      block.initialize(manager, type, shapes);
      shapes = block.getOutputShapes(shapes);
    }
    edge.initialize(manager, type, inputShapes);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return edge.getOutputShapes(inputShapes);
  }
}
