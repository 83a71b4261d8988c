package org.macro2micro.method.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.jspecify.annotations.Nullable;
import org.macro2micro.nn.Layers;

/**
 * The inception block of Zhou et al. (FG 2019, after Szegedy et al., CVPR 2015): four branches of
 * the same width side by side, each convolution followed by ReLU, then the maximum of 2x2. The
 * branches: 1x1; 1x1 and 3x3; 1x1 and 5x5; maximum of 3x3 and 1x1. [n,c,h,w] -&gt;
 * [n,4*width,h/2,w/2].
 */
final class InceptionBlock extends AbstractBlock {
  private final int width;
  private final Conv2d point;
  private final Conv2d beforeThree;
  private final Conv2d three;
  private final Conv2d beforeFive;
  private final Conv2d five;
  private final Conv2d afterPool;

  /**
   * @param width channels of each branch, at least 1
   */
  InceptionBlock(int width) {
    this.width = width;
    point = addChildBlock("1x1", Layers.biasedConvolution(width, 1, 1, 0));
    beforeThree = addChildBlock("3x3.reduce", Layers.biasedConvolution(width, 1, 1, 0));
    three = addChildBlock("3x3", Layers.biasedConvolution(width, 3, 1, 1));
    beforeFive = addChildBlock("5x5.reduce", Layers.biasedConvolution(width, 1, 1, 0));
    five = addChildBlock("5x5", Layers.biasedConvolution(width, 5, 1, 2));
    afterPool = addChildBlock("pool", Layers.biasedConvolution(width, 1, 1, 0));
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    NDList pooled = new NDList(Layers.maxPool(inputs.singletonOrThrow(), 3, 1, 1));
    NDList branches = new NDList();
    branches.addAll(relu(store, inputs, training, point));
    branches.addAll(relu(store, inputs, training, beforeThree, three));
    branches.addAll(relu(store, inputs, training, beforeFive, five));
    branches.addAll(relu(store, pooled, training, afterPool));
    NDArray maps = NDArrays.concat(branches, 1);
    return new NDList(Layers.maxPool(maps, 2, 2, 0));
  }

  private static NDList relu(
      ParameterStore store, NDList inputs, boolean training, Conv2d... convolutions) {
    NDList x = inputs;
    for (Conv2d convolution : convolutions) {
      x = Activation.relu(convolution.forward(store, x, training));
    }
    return x;
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    for (Block first : new Block[] {point, beforeThree, beforeFive, afterPool}) {
      first.initialize(manager, type, inputShapes);
    }
    Shape[] reduced = point.getOutputShapes(inputShapes);
    three.initialize(manager, type, reduced);
    five.initialize(manager, type, reduced);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    Shape s = inputShapes[0];
    return Layers.halved(new Shape[] {new Shape(s.get(0), 4L * width, s.get(2), s.get(3))});
  }
}
