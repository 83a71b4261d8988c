package org.macro2micro.method.graph;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.convolutional.Conv3d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macro2micro.nn.Layers;

/**
 * A small pseudo-3D network that gives each action unit a score: [n,3,T,H,W] -&gt; [n,K].
 *
 * <pre>
 * layer                                                      output of 16 frames of 112 pixels
 * convolution 1x7x7, stride 1x2x2, normalisation, ReLU       64 x 16 x 56 x 56
 * maximum of 2x3x3, stride 2                                 64 x 8 x 28 x 28
 * bottleneck, time after space; maximum of 2 frames          64 x 4 x 28 x 28
 * bottleneck, both in parallel; maximum of 2 frames          64 x 2 x 14 x 14
 * bottleneck, time after space and skip; maximum of 2        64 x 1 x 7 x 7
 * mean, linear                                               K
 * </pre>
 */
final class PseudoThreeD extends AbstractBlock {
  private static final Shape TWO_FRAMES = new Shape(2, 1, 1);

  private final int units;
  private final Conv3d conv;
  private final BatchNorm norm;
  private final List<PseudoBottleneck> layers = new ArrayList<>();
  private final Linear last;

  /**
   * @param units K
   */
  PseudoThreeD(int units) {
    this.units = units;
    conv =
        addChildBlock(
            "conv1",
            PseudoBottleneck.convolution(
                PseudoBottleneck.WIDE, new Shape(1, 7, 7), new Shape(1, 2, 2), new Shape(0, 3, 3)));
    norm = addChildBlock("bn1", Layers.batchNorm());
    for (PseudoBottleneck.Order order : PseudoBottleneck.Order.values()) {
      boolean first = layers.isEmpty();
      layers.add(addChildBlock("layer" + (layers.size() + 1), new PseudoBottleneck(order, !first)));
    }
    last = addChildBlock("final", Layers.linear(units));
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    NDArray map = PseudoBottleneck.relu(conv, norm, store, inputs.singletonOrThrow(), training);
    map = Pool.maxPool3d(map, new Shape(2, 3, 3), new Shape(2, 2, 2), new Shape(0, 1, 1), false);
    for (PseudoBottleneck layer : layers) {
      map = layer.forward(store, new NDList(map), training).singletonOrThrow();
      map = Pool.maxPool3d(map, TWO_FRAMES, TWO_FRAMES, new Shape(0, 0, 0), false);
    }
    Shape s = map.getShape();
    NDArray mean = map.reshape(s.get(0), s.get(1), -1).mean(new int[] {2});
    return last.forward(store, new NDList(mean), training);
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    PseudoBottleneck.initialise(conv, norm, manager, type, inputShapes[0]);
    // Only the channels of a map decide the shapes of the weights that see it.
    Shape map = conv.getOutputShapes(inputShapes)[0];
    layers.forEach(layer -> layer.initialize(manager, type, map));
    last.initialize(manager, type, new Shape(map.get(0), PseudoBottleneck.WIDE));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), units)};
  }
}
