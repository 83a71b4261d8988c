package org.macro2micro.method.guided;

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
import org.macro2micro.nn.GlobalAveragePool;
import org.macro2micro.nn.Layers;

/**
 * MicroNet's discriminator of maps, which the paper calls "several convolutional layers and a
 * linear one": [n,c,h,w] -&gt; [n,1], before the sigmoid. The authors' code has two; the ReLU that
 * stands before the sigmoid there is left out, as it lets no score fall below .5.
 */
final class MapDiscriminator extends AbstractBlock {
  /** Which of the two. */
  enum Form {
    /** A 3x3 convolution as wide as the map, the mean, and linear layers of 128 and 1. */
    ONE,
    /**
     * 3x3 convolutions of 128, 128 and 64 channels beside a map of 128, with the maximum of 2x2
     * after the first two where the map is large enough, the mean, and a linear layer.
     */
    THREE
  }

  private static final int HIDDEN = 128;

  private final Form form;
  private final List<Conv2d> convolutions = new ArrayList<>();
  private final List<BatchNorm> norms = new ArrayList<>();
  private final List<Linear> linear = new ArrayList<>();

  /**
   * @param channels of the maps
   */
  MapDiscriminator(Form form, int channels) {
    this.form = form;
    List<Integer> widths =
        form == Form.ONE
            ? List.of(channels)
            : List.of(channels, channels, Math.max(1, channels / 2));
    for (int width : widths) {
      int number = convolutions.size();
      convolutions.add(addChildBlock("conv" + number, Layers.convolution(width, 3, 1, 1)));
      norms.add(addChildBlock("bn" + number, Layers.batchNorm()));
    }
    if (form == Form.ONE) {
      linear.add(addChildBlock("fc1", Layers.linear(HIDDEN)));
    }
    linear.add(addChildBlock("fc", Layers.linear(1)));
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    NDList x = inputs;
    for (int i = 0; i < convolutions.size(); i++) {
      x = convolutions.get(i).forward(store, x, training);
      NDArray map = Activation.relu(norms.get(i).forward(store, x, training)).singletonOrThrow();
      boolean large = Math.min(map.getShape().get(2), map.getShape().get(3)) > 1;
      x = new NDList(isPooled(i) && large ? Layers.maxPool(map, 2, 2, 0) : map);
    }
    x = new NDList(GlobalAveragePool.of(x.singletonOrThrow()));
    for (int i = 0; i < linear.size(); i++) {
      x = linear.get(i).forward(store, i == 0 ? x : Activation.relu(x), training);
    }
    return x;
  }

  private boolean isPooled(int layer) {
    return form == Form.THREE && layer < 2;
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    Shape[] shapes = inputShapes;
    for (int i = 0; i < convolutions.size(); i++) {
      convolutions.get(i).initialize(manager, type, shapes);
      shapes = convolutions.get(i).getOutputShapes(shapes);
      norms.get(i).initialize(manager, type, shapes);
    }
    Shape[] vectors = {new Shape(shapes[0].get(0), shapes[0].get(1))};
    for (Linear layer : linear) {
      layer.initialize(manager, type, vectors);
      vectors = layer.getOutputShapes(vectors);
    }
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), 1)};
  }
}
