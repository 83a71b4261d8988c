package org.macro2micro.method.graph;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv3d;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.jspecify.annotations.Nullable;
import org.macro2micro.nn.Layers;

/**
 * A bottleneck of pseudo-3D convolutions (Qiu, Yao and Mei: "Learning spatio-temporal
 * representation with pseudo-3D residual networks", ICCV 2017): 64 channels to 16 by 1x1x1, a
 * convolution in space (1x3x3) and one in time (3x1x1), back to 64, plus the input. Each
 * convolution has a batch normalisation and no bias. [n,64,T,H,W] -&gt; [n,64,T,H',W']
 */
final class PseudoBottleneck extends AbstractBlock {
  static final int WIDE = 64;
  private static final int NARROW = 16;

  /** How the convolutions in space and time stand to each other. */
  enum Order {
    /** Time after space. */
    SERIES,
    /** Both on the same map, added. */
    PARALLEL,
    /** Time after space, added to space. */
    SERIES_AND_SKIP
  }

  private final Order order;
  private final Conv3d conv1;
  private final BatchNorm bn1;
  private final Conv3d space;
  private final BatchNorm bnSpace;
  private final Conv3d time;
  private final BatchNorm bnTime;
  private final Conv3d conv4;
  private final BatchNorm bn4;
  private final @Nullable Conv3d projection;
  private final @Nullable BatchNorm bnProjection;

  /**
   * @param halved whether rows and columns are halved; the input is then projected
   */
  PseudoBottleneck(Order order, boolean halved) {
    this.order = order;
    Shape stride = halved ? new Shape(1, 2, 2) : new Shape(1, 1, 1);
    Shape point = new Shape(1, 1, 1);
    Shape none = new Shape(0, 0, 0);
    conv1 = addChildBlock("conv1", convolution(NARROW, point, stride, none));
    bn1 = addChildBlock("bn1", Layers.batchNorm());
    space =
        addChildBlock("conv2", convolution(NARROW, new Shape(1, 3, 3), point, new Shape(0, 1, 1)));
    bnSpace = addChildBlock("bn2", Layers.batchNorm());
    time =
        addChildBlock("conv3", convolution(NARROW, new Shape(3, 1, 1), point, new Shape(1, 0, 0)));
    bnTime = addChildBlock("bn3", Layers.batchNorm());
    conv4 = addChildBlock("conv4", convolution(WIDE, point, point, none));
    bn4 = addChildBlock("bn4", Layers.batchNorm());
    projection =
        halved ? addChildBlock("downsample0", convolution(WIDE, point, stride, none)) : null;
    bnProjection = halved ? addChildBlock("downsample1", Layers.batchNorm()) : null;
  }

  static Conv3d convolution(int channels, Shape kernel, Shape stride, Shape padding) {
    return Conv3d.builder()
        .setFilters(channels)
        .setKernelShape(kernel)
        .optStride(stride)
        .optPadding(padding)
        .optBias(false)
        .build();
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    NDArray narrow = relu(conv1, bn1, store, inputs.singletonOrThrow(), training);
    NDArray inSpace = relu(space, bnSpace, store, narrow, training);
    NDArray inTime =
        relu(time, bnTime, store, order == Order.PARALLEL ? narrow : inSpace, training);
    NDArray both = order == Order.SERIES ? inTime : inSpace.add(inTime);
    NDArray wide = normed(conv4, bn4, store, both, training);
    NDArray rest =
        projection == null || bnProjection == null
            ? inputs.singletonOrThrow()
            : normed(projection, bnProjection, store, inputs.singletonOrThrow(), training);
    return new NDList(Activation.relu(wide.add(rest)));
  }

  static NDArray relu(
      Conv3d conv, BatchNorm norm, ParameterStore store, NDArray map, boolean training) {
    return Activation.relu(normed(conv, norm, store, map, training));
  }

  private static NDArray normed(
      Conv3d conv, BatchNorm norm, ParameterStore store, NDArray map, boolean training) {
    NDList convolved = conv.forward(store, new NDList(map), training);
    return norm.forward(store, convolved, training).singletonOrThrow();
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    Shape wide = inputShapes[0];
    initialise(conv1, bn1, manager, type, wide);
    Shape narrow = conv1.getOutputShapes(inputShapes)[0];
    initialise(space, bnSpace, manager, type, narrow);
    initialise(time, bnTime, manager, type, narrow);
    initialise(conv4, bn4, manager, type, narrow);
    if (projection != null && bnProjection != null) {
      initialise(projection, bnProjection, manager, type, wide);
    }
  }

  static void initialise(
      Conv3d conv, BatchNorm norm, NDManager manager, DataType type, Shape input) {
    conv.initialize(manager, type, input);
    norm.initialize(manager, type, conv.getOutputShapes(new Shape[] {input}));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return conv4.getOutputShapes(conv1.getOutputShapes(inputShapes));
  }
}
