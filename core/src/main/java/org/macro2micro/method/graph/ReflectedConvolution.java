package org.macro2micro.method.graph;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.jspecify.annotations.Nullable;
import org.macro2micro.nn.Layers;

/**
 * A square convolution without bias whose maps go on beyond their edges as in a mirror (the edge
 * itself is not repeated), and a ReLU if wanted: [n,c,h,w] -&gt; [n,filters,h/stride,w/stride].
 */
final class ReflectedConvolution extends AbstractBlock {
  private final int filters;
  private final int padding;
  private final int stride;
  private final boolean relu;
  private final Conv2d convolution;

  /**
   * @param kernel height and width of a filter, odd
   * @param stride 1, or 2 for maps of even sides
   */
  ReflectedConvolution(int filters, int kernel, int stride, boolean relu) {
    this.filters = filters;
    this.stride = stride;
    this.relu = relu;
    padding = kernel / 2;
    convolution = addChildBlock("conv2d", Layers.convolution(filters, kernel, stride, 0));
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    NDArray padded = reflected(reflected(inputs.singletonOrThrow(), 2, padding), 3, padding);
    NDList maps = convolution.forward(store, new NDList(padded), training);
    return relu ? Activation.relu(maps) : maps;
  }

  /** Adds the mirror image of both ends of an axis, without the ends themselves. */
  static NDArray reflected(NDArray maps, int axis, int padding) {
    long length = maps.getShape().get(axis);
    NDArray before = part(maps, axis, 1, 1L + padding).flip(axis);
    NDArray after = part(maps, axis, length - 1 - padding, length - 1).flip(axis);
    return before.concat(maps, axis).concat(after, axis);
  }

  private static NDArray part(NDArray maps, int axis, long from, long to) {
    NDIndex index = new NDIndex();
    for (int i = 0; i < axis; i++) {
      index.addAllDim();
    }
    return maps.get(index.addSliceDim(from, to));
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    convolution.initialize(manager, type, inputShapes);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    Shape s = inputShapes[0];
    return new Shape[] {new Shape(s.get(0), filters, s.get(2) / stride, s.get(3) / stride)};
  }
}
