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
  private final int stages;
  private final int blocks;
  private final boolean pooled;
  private final Conv2d conv1;
  private final BatchNorm bn1;
  private final List<ResidualBlock> layers = new ArrayList<>();

  /**
   * @param width channels after the first convolution, at least 1; 64 is the original
   */
  public ResNet18(int width) {
    this(width, 4, 2, true);
  }

  /**
   * One that ends early and keeps its maps large: [n,3,H,W] -&gt; map
   * [n,width*2^(stages-1),ceil(H/2^stages),ceil(W/2^stages)].
   *
   * @param stages of the four stages the first so many
   */
  public static ResNet18 unpooled(int width, int stages) {
    return new ResNet18(width, stages, 2, false);
  }

  /**
   * A short one, with one block in place of two in each stage: [n,3,H,W] -&gt; map
   * [n,width*2^(stages-1),ceil(H/2^(stages+1)),ceil(W/2^(stages+1))].
   *
   * @param stages of the four stages the first so many
   */
  public static ResNet18 shallow(int width, int stages) {
    return new ResNet18(width, stages, 1, true);
  }

  private ResNet18(int width, int stages, int blocks, boolean pooled) {
    if (width < 1) {
      throw new IllegalArgumentException("ResNet18 width " + width + ": must be at least 1");
    }
    this.width = width;
    this.stages = stages;
    this.blocks = blocks;
    this.pooled = pooled;
    conv1 = addChildBlock("conv1", Layers.convolution(width, 7, 2, 3));
    bn1 = addChildBlock("bn1", Layers.batchNorm());
    int before = width;
    for (int layer = 1; layer <= stages; layer++) {
      int out = width << (layer - 1);
      for (int block = 0; block < blocks; block++) {
        int stride = block == 0 && layer > 1 ? 2 : 1;
        layers.add(
            addChildBlock("layer" + layer + "." + block, new ResidualBlock(before, out, stride)));
        before = out;
      }
    }
  }

  /** Channels of the map: 8 * width after all four stages. */
  public int outputChannels() {
    return channels(stages);
  }

  /** Channels of the map after the first so many stages, 1 to those that there are. */
  public int channels(int first) {
    return width << (first - 1);
  }

  /**
   * The map after the first so many stages: [n,3,H,W] -&gt; [n,channels(first),h,w].
   *
   * @param first 1 to the stages that there are
   */
  public NDArray maps(ParameterStore store, NDArray images, boolean training, int first) {
    NDList inputs = new NDList(training ? Layers.ordered(images, width) : images);
    NDList x = bn1.forward(store, conv1.forward(store, inputs, training), training);
    NDArray stem = Activation.relu(x).singletonOrThrow();
    x = new NDList(pooled ? Layers.maxPool(stem, 3, 2, 1) : stem);
    for (ResidualBlock layer : layers.subList(0, first * blocks)) {
      x = layer.forward(store, x, training);
    }
    return x.singletonOrThrow();
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    return new NDList(maps(store, inputs.singletonOrThrow(), training, stages));
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    conv1.initialize(manager, type, inputShapes);
    Shape[] shapes = conv1.getOutputShapes(inputShapes);
    bn1.initialize(manager, type, shapes);
    shapes = afterPooling(shapes);
    for (ResidualBlock layer : layers) {
      layer.initialize(manager, type, shapes);
      shapes = layer.getOutputShapes(shapes);
    }
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    Shape[] shapes = afterPooling(conv1.getOutputShapes(inputShapes));
    for (ResidualBlock layer : layers) {
      shapes = layer.getOutputShapes(shapes);
    }
    return shapes;
  }

  private Shape[] afterPooling(Shape[] shapes) {
    if (!pooled) {
      return shapes;
    }
    Shape s = shapes[0];
    return new Shape[] {new Shape(s.get(0), s.get(1), (s.get(2) + 1) / 2, (s.get(3) + 1) / 2)};
  }
}
