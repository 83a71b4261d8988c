package org.macro2micro.method.guided;

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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macro2micro.nn.Layers;

/**
 * MicroNet's decoder: five times doubling, 3x3 convolution, batch normalisation and ReLU, then a
 * 3x3 convolution to three channels: [n,c,h,w] -&gt; [n,3,32h,32w]. Its widths are not known from
 * the paper; here each layer is half as wide as the one before.
 */
final class Decoder extends AbstractBlock {
  private static final int DOUBLINGS = 5;

  private final List<Conv2d> convolutions = new ArrayList<>();
  private final List<BatchNorm> norms = new ArrayList<>();
  private final Conv2d last;

  /**
   * @param width channels of the first layer, 256 beside a ResNet18 of its own width
   */
  Decoder(int width) {
    for (int i = 0; i < DOUBLINGS; i++) {
      int channels = Math.max(1, width >> i);
      convolutions.add(addChildBlock("conv" + i, Layers.convolution(channels, 3, 1, 1)));
      norms.add(addChildBlock("bn" + i, Layers.batchNorm()));
    }
    last = addChildBlock("last", Layers.biasedConvolution(3, 3, 1, 1));
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    NDList x = inputs;
    for (int i = 0; i < DOUBLINGS; i++) {
      x = new NDList(doubled(x.singletonOrThrow()));
      x = convolutions.get(i).forward(store, x, training);
      x = Activation.relu(norms.get(i).forward(store, x, training));
    }
    return last.forward(store, x, training);
  }

  /** Each pixel becomes four. */
  static NDArray doubled(NDArray map) {
    Shape s = map.getShape();
    return map.reshape(s.get(0), s.get(1), s.get(2), 1, s.get(3), 1)
        .broadcast(s.get(0), s.get(1), s.get(2), 2, s.get(3), 2)
        .reshape(s.get(0), s.get(1), 2 * s.get(2), 2 * s.get(3));
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    Shape[] shapes = inputShapes;
    for (int i = 0; i < DOUBLINGS; i++) {
      Shape s = shapes[0];
      Shape doubled = new Shape(s.get(0), s.get(1), 2 * s.get(2), 2 * s.get(3));
      convolutions.get(i).initialize(manager, type, doubled);
      shapes = convolutions.get(i).getOutputShapes(new Shape[] {doubled});
      norms.get(i).initialize(manager, type, shapes);
    }
    last.initialize(manager, type, shapes);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    Shape s = inputShapes[0];
    long factor = 1L << DOUBLINGS;
    return new Shape[] {new Shape(s.get(0), 3, factor * s.get(2), factor * s.get(3))};
  }
}
