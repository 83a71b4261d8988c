package org.macro2micro.nn;

import ai.djl.ndarray.NDArray;
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

/**
 * The basic block of ResNet18 (He et al., CVPR 2016): two 3x3 convolutions with batch
 * normalisation, added to the input. Where stride or width change, the input is first projected by
 * a 1x1 convolution. [n,c,h,w] -&gt; [n,channels,h/stride,w/stride], rounded up.
 */
final class ResidualBlock extends AbstractBlock {
  private final Conv2d conv1;
  private final BatchNorm bn1;
  private final Conv2d conv2;
  private final BatchNorm bn2;
  private final @Nullable Conv2d projection;
  private final @Nullable BatchNorm projectionNorm;

  ResidualBlock(int inputChannels, int channels, int stride) {
    conv1 = addChildBlock("conv1", Layers.convolution(channels, 3, stride, 1));
    bn1 = addChildBlock("bn1", Layers.batchNorm());
    conv2 = addChildBlock("conv2", Layers.convolution(channels, 3, 1, 1));
    bn2 = addChildBlock("bn2", Layers.batchNorm());
    if (stride != 1 || inputChannels != channels) {
      projection = addChildBlock("downsample.0", Layers.convolution(channels, 1, stride, 0));
      projectionNorm = addChildBlock("downsample.1", Layers.batchNorm());
    } else {
      projection = null;
      projectionNorm = null;
    }
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    NDList body = bn1.forward(store, conv1.forward(store, inputs, training), training);
    body = Activation.relu(body);
    body = bn2.forward(store, conv2.forward(store, body, training), training);
    NDArray shortcut = inputs.singletonOrThrow();
    if (projection != null && projectionNorm != null) {
      NDList projected = projection.forward(store, inputs, training);
      shortcut = projectionNorm.forward(store, projected, training).singletonOrThrow();
    }
    return new NDList(Activation.relu(body.singletonOrThrow().add(shortcut)));
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    conv1.initialize(manager, type, inputShapes);
    Shape[] inner = conv1.getOutputShapes(inputShapes);
    bn1.initialize(manager, type, inner);
    conv2.initialize(manager, type, inner);
    bn2.initialize(manager, type, inner);
    if (projection != null && projectionNorm != null) {
      projection.initialize(manager, type, inputShapes);
      projectionNorm.initialize(manager, type, inner);
    }
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return conv1.getOutputShapes(inputShapes);
  }
}
