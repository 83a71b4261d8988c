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
 * ResNet10 with normalisation before its convolutions (He et al., ECCV 2016), as M. Simon, E.
 * Rodner and J. Denzler published it ("ImageNet pre-trained models with batch normalization",
 * 2016), without its linear layer: [n,3,H,W] -&gt; [n,8*width].
 *
 * <pre>
 * layer                                                        output of 224 x 224
 * batch normalisation of the pixels                            3 x 224 x 224
 * convolution 7x7, stride 2, batch normalisation, ReLU         64 x 112 x 112
 * maximum of 3x3, stride 2                                     64 x 56 x 56
 * four stages of one block: (batch normalisation, ReLU,)
 *   convolution 3x3, batch normalisation, ReLU, convolution
 *   3x3; plus the input, from the second on by a
 *   convolution 1x1, stride 2, of what was normalised          64, 128, 256, 512 x 7 x 7
 * batch normalisation, ReLU, mean                              512
 * </pre>
 */
public final class ResNet10 extends AbstractBlock {
  private static final int STAGES = 4;

  private final BatchNorm pixels;
  private final Conv2d conv;
  private final BatchNorm norm;
  private final List<Stage> stages = new ArrayList<>();
  private final BatchNorm lastNorm;
  private final int channels;

  /**
   * @param width channels after the first convolution, at least 1; 64 is the original
   */
  public ResNet10(int width) {
    if (width < 1) {
      throw new IllegalArgumentException("ResNet10 width " + width + ": must be at least 1");
    }
    pixels = addChildBlock("data_bn", Layers.batchNorm());
    conv = addChildBlock("conv1", Layers.biasedConvolution(width, 7, 2, 3));
    norm = addChildBlock("conv1_bn", Layers.batchNorm());
    for (int stage = 0; stage < STAGES; stage++) {
      stages.add(addChildBlock("layer" + (stage + 1), new Stage(width << stage, stage > 0)));
    }
    lastNorm = addChildBlock("last_bn", Layers.batchNorm());
    channels = width << (STAGES - 1);
  }

  /** Numbers of each image that come out: 8 * width. */
  public int outputChannels() {
    return channels;
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    NDArray given = inputs.singletonOrThrow();
    NDArray images = training ? Layers.ordered(given, channels >> (STAGES - 1)) : given;
    NDList x = conv.forward(store, pixels.forward(store, new NDList(images), training), training);
    NDArray first = Activation.relu(norm.forward(store, x, training)).singletonOrThrow();
    x = new NDList(Layers.maxPool(first, 3, 2, 1));
    for (Stage stage : stages) {
      x = stage.forward(store, x, training);
    }
    NDArray maps = Activation.relu(lastNorm.forward(store, x, training)).singletonOrThrow();
    return new NDList(GlobalAveragePool.of(maps));
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    pixels.initialize(manager, type, inputShapes);
    conv.initialize(manager, type, inputShapes);
    Shape[] shapes = conv.getOutputShapes(inputShapes);
    norm.initialize(manager, type, shapes);
    Shape s = shapes[0];
    shapes = new Shape[] {new Shape(s.get(0), s.get(1), (s.get(2) + 1) / 2, (s.get(3) + 1) / 2)};
    for (Stage stage : stages) {
      stage.initialize(manager, type, shapes);
      shapes = stage.getOutputShapes(shapes);
    }
    lastNorm.initialize(manager, type, shapes);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), channels)};
  }

  /** One residual block: [n,c,h,w] -&gt; [n,channels,h,w], or half as high and wide. */
  private static final class Stage extends AbstractBlock {
    private final @Nullable BatchNorm before;
    private final @Nullable Conv2d projection;
    private final Conv2d first;
    private final BatchNorm between;
    private final Conv2d second;

    Stage(int channels, boolean halves) {
      before = halves ? addChildBlock("bn1", Layers.batchNorm()) : null;
      first = addChildBlock("conv1", Layers.convolution(channels, 3, halves ? 2 : 1, 1));
      between = addChildBlock("bn2", Layers.batchNorm());
      second = addChildBlock("conv2", Layers.convolution(channels, 3, 1, 1));
      projection = halves ? addChildBlock("expand", Layers.convolution(channels, 1, 2, 0)) : null;
    }

    @Override
    protected NDList forwardInternal(
        ParameterStore store,
        NDList inputs,
        boolean training,
        @Nullable PairList<String, Object> params) {
      NDList active =
          before == null ? inputs : Activation.relu(before.forward(store, inputs, training));
      NDList body = between.forward(store, first.forward(store, active, training), training);
      body = second.forward(store, Activation.relu(body), training);
      NDList shortcut = projection == null ? inputs : projection.forward(store, active, training);
      return new NDList(body.singletonOrThrow().add(shortcut.singletonOrThrow()));
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
      if (before != null && projection != null) {
        before.initialize(manager, type, inputShapes);
        projection.initialize(manager, type, inputShapes);
      }
      first.initialize(manager, type, inputShapes);
      Shape[] inner = first.getOutputShapes(inputShapes);
      between.initialize(manager, type, inner);
      second.initialize(manager, type, inner);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
      return first.getOutputShapes(inputShapes);
    }
  }
}
