package org.macro2micro.method.guided;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.jspecify.annotations.Nullable;
import org.macro2micro.nn.Layers;

/** A branch of MicroNet: 3x3 convolution, batch normalisation, ReLU; the map keeps its size. */
final class Branch extends AbstractBlock {
  private final Conv2d conv;
  private final BatchNorm norm;

  /**
   * @param channels of the embedding, at least 1
   */
  Branch(int channels) {
    conv = addChildBlock("conv", Layers.convolution(channels, 3, 1, 1));
    norm = addChildBlock("bn", Layers.batchNorm());
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    NDList maps = conv.forward(store, inputs, training);
    return Activation.relu(norm.forward(store, maps, training));
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    conv.initialize(manager, type, inputShapes);
    norm.initialize(manager, type, conv.getOutputShapes(inputShapes));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return conv.getOutputShapes(inputShapes);
  }
}
