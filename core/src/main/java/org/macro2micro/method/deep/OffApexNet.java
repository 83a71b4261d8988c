package org.macro2micro.method.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macro2micro.method.MethodPage;
import org.macro2micro.method.Needs;
import org.macro2micro.nn.Layers;
import org.macro2micro.nn.SeededDropout;

/**
 * OFF-ApexNet: Y. S. Gan, S.-T. Liong, W.-C. Yau, Y.-C. Huang, L.-K. Tan, "OFF-ApexNet on
 * Micro-expression Recognition System", Signal Processing: Image Communication 74, 2019. Takes the
 * rise of a clip, its channels u and v, each in a stream of its own.
 *
 * <pre>
 * layer                                    output
 * u, v                                     2 streams of 1 x 28 x 28
 * convolution 5x5, padding 2, ReLU         2 streams of 6 x 28 x 28
 * maximum of 2x2, stride 2                 2 streams of 6 x 14 x 14
 * convolution 5x5, padding 2, ReLU         2 streams of 16 x 14 x 14
 * maximum of 2x2, stride 2                 2 streams of 16 x 7 x 7
 * side by side                             1568
 * linear, ReLU, dropout .5                 1024
 * linear, ReLU, dropout .5                 1024
 * linear                                   classes
 * </pre>
 *
 * <p>2,664,475 parameters with three classes; comparisons (Off-TANet, PRICAI 2021) list 2.66 M. The
 * authors have published no code: where ReLU and dropout stand is taken from others' readings of
 * the paper, and so is the dropout rate. No epochs, batch or learning rate of theirs are known
 * here.
 */
public final class OffApexNet extends FlowNetwork {
  /** The method. */
  public static final MethodPage PAGE =
      new MethodPage(
          "off-apexnet",
          "OFF-Apex",
          "two shallow streams on horizontal and vertical flow from onset to apex",
          "Gan, Liong, Yau, Huang and Tan, Signal Processing: Image Communication 74, 2019",
          Needs.flow(),
          "where ReLU and dropout stand, and how it is trained, are not known from its authors",
          DeepMethod.maker(OffApexNet::new));

  private static final int HIDDEN = 1024;

  private final FlowStreams streams;
  private final List<Linear> hidden;
  private final List<SeededDropout> dropouts;
  private final Linear last;

  /**
   * @param classes number of labels, at least 2
   */
  public OffApexNet(int classes) {
    super(classes);
    streams = addChildBlock("streams", new FlowStreams(Stream::new));
    hidden =
        List.of(
            addChildBlock("fc1", Layers.linear(HIDDEN)),
            addChildBlock("fc2", Layers.linear(HIDDEN)));
    dropouts = List.of(new SeededDropout("dropout1", .5), new SeededDropout("dropout2", .5));
    last = addChildBlock("fc3", Layers.linear(classes));
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    NDList x = streams.forward(store, inputs, training);
    for (int i = 0; i < hidden.size(); i++) {
      x = Activation.relu(hidden.get(i).forward(store, x, training));
      x = dropouts.get(i).forward(store, x, training, params);
    }
    return last.forward(store, x, training);
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    streams.initialize(manager, type, inputShapes);
    Shape[] shapes = streams.getOutputShapes(inputShapes);
    for (Linear layer : hidden) {
      layer.initialize(manager, type, shapes);
      shapes = layer.getOutputShapes(shapes);
    }
    last.initialize(manager, type, shapes);
  }

  /** [n,1,28,28] -&gt; [n,16,7,7]. */
  private static final class Stream extends AbstractBlock {
    private final List<Conv2d> convolutions =
        List.of(
            addChildBlock("conv1", Layers.biasedConvolution(6, 5, 1, 2)),
            addChildBlock("conv2", Layers.biasedConvolution(16, 5, 1, 2)));

    @Override
    protected NDList forwardInternal(
        ParameterStore store,
        NDList inputs,
        boolean training,
        @Nullable PairList<String, Object> params) {
      NDArray x = inputs.singletonOrThrow();
      for (Conv2d convolution : convolutions) {
        NDList maps = Activation.relu(convolution.forward(store, new NDList(x), training));
        x = Layers.maxPool(maps.singletonOrThrow(), 2, 2, 0);
      }
      return new NDList(x);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
      Shape[] shapes = inputShapes;
      for (Conv2d convolution : convolutions) {
        convolution.initialize(manager, type, shapes);
        shapes = Layers.halved(convolution.getOutputShapes(shapes));
      }
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
      Shape[] shapes = inputShapes;
      for (Conv2d convolution : convolutions) {
        shapes = Layers.halved(convolution.getOutputShapes(shapes));
      }
      return shapes;
    }
  }
}
