package org.macro2micro.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * "Three convolutional layers ending with a linear layer" (paper, section 3.1): map [n,c,h,w] -&gt;
 * [n,outputs]. The paper gives neither kernel nor width nor normalisation; here each layer is 3x3
 * with padding 1, batch normalisation and ReLU, and the mean over h,w goes to the linear layer.
 */
public final class ConvolutionalHead extends AbstractBlock {
  private static final int LAYERS = 3;

  private final List<Conv2d> convolutions = new ArrayList<>();
  private final List<BatchNorm> norms = new ArrayList<>();
  private final Linear linear;
  private final int channels;
  private final int outputs;

  /**
   * @param channels width of the three layers, at least 1
   * @param outputs numbers given for each map, at least 1
   */
  public ConvolutionalHead(int channels, int outputs) {
    this.channels = channels;
    this.outputs = outputs;
    for (int i = 0; i < LAYERS; i++) {
      convolutions.add(addChildBlock("conv" + i, Layers.convolution(channels, 3, 1, 1)));
      norms.add(addChildBlock("bn" + i, Layers.batchNorm()));
    }
    linear = addChildBlock("linear", Linear.builder().setUnits(outputs).build());
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    NDList x = inputs;
    for (int i = 0; i < LAYERS; i++) {
      x = convolutions.get(i).forward(store, x, training);
      x = Activation.relu(norms.get(i).forward(store, x, training));
    }
    NDArray pooled = GlobalAveragePool.of(x.singletonOrThrow());
    return linear.forward(store, new NDList(pooled), training);
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    Shape[] shapes = inputShapes;
    for (int i = 0; i < LAYERS; i++) {
      convolutions.get(i).initialize(manager, type, shapes);
      shapes = convolutions.get(i).getOutputShapes(shapes);
      norms.get(i).initialize(manager, type, shapes);
    }
    linear.initialize(manager, type, new Shape(inputShapes[0].get(0), channels));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), outputs)};
  }
}
