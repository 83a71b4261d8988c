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
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ResNet18 (He et al., CVPR 2016) without its pooling and linear layer: [n,3,H,W] -&gt; map
 * [n,8*width,ceil(H/32),ceil(W/32)]. The paper (section 3.1) names it for both streams. Width 64 is
 * the original; less is a departure for small machines and small images. Layers carry torchvision's
 * names, so that {@link NamedParameters} reads like its state dictionary.
 */
public final class ResNet18 extends AbstractBlock {
  /** Feature channels of the original. */
  public static final int PAPER_WIDTH = 64;

  private final int width;
  private final Conv2d conv1;
  private final BatchNorm bn1;
  private final List<ResidualBlock> layers = new ArrayList<>();

  /**
   * @param width channels after the first convolution, at least 1; 64 is the original
   */
  public ResNet18(int width) {
    if (width < 1) {
      throw new IllegalArgumentException("ResNet18 width " + width + ": must be at least 1");
    }
    this.width = width;
    conv1 = addChildBlock("conv1", Layers.convolution(width, 7, 2, 3));
    bn1 = addChildBlock("bn1", Layers.batchNorm());
    int channels = width;
    for (int layer = 1; layer <= 4; layer++) {
      int out = width << (layer - 1);
      for (int block = 0; block < 2; block++) {
        int stride = block == 0 && layer > 1 ? 2 : 1;
        layers.add(
            addChildBlock("layer" + layer + "." + block, new ResidualBlock(channels, out, stride)));
        channels = out;
      }
    }
  }

  /** Channels of the map: 8 * width. */
  public int outputChannels() {
    return 8 * width;
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    NDList x = bn1.forward(store, conv1.forward(store, inputs, training), training);
    x = new NDList(maxPool(Activation.relu(x).singletonOrThrow()));
    for (ResidualBlock layer : layers) {
      x = layer.forward(store, x, training);
    }
    return x;
  }

  private static NDArray maxPool(NDArray x) {
    return Pool.maxPool2d(x, new Shape(3, 3), new Shape(2, 2), new Shape(1, 1), false);
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    conv1.initialize(manager, type, inputShapes);
    Shape[] shapes = conv1.getOutputShapes(inputShapes);
    bn1.initialize(manager, type, shapes);
    shapes = pooled(shapes);
    for (ResidualBlock layer : layers) {
      layer.initialize(manager, type, shapes);
      shapes = layer.getOutputShapes(shapes);
    }
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    Shape[] shapes = pooled(conv1.getOutputShapes(inputShapes));
    for (ResidualBlock layer : layers) {
      shapes = layer.getOutputShapes(shapes);
    }
    return shapes;
  }

  private static Shape[] pooled(Shape[] shapes) {
    Shape s = shapes[0];
    return new Shape[] {new Shape(s.get(0), s.get(1), (s.get(2) + 1) / 2, (s.get(3) + 1) / 2)};
  }
}
