package org.macro2micro.method.deep;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.jspecify.annotations.Nullable;
import org.macro2micro.method.MethodPage;
import org.macro2micro.method.Needs;
import org.macro2micro.nn.Layers;

/**
 * Dual-Inception: L. Zhou, Q. Mao, L. Xue, "Dual-Inception Network for Cross-Database
 * Micro-Expression Recognition", FG 2019. Takes the rise of a clip, its channels u and v, each in a
 * stream of its own.
 *
 * <pre>
 * layer                                    output
 * u, v                                     2 streams of 1 x 28 x 28
 * inception block of width 6               2 streams of 24 x 14 x 14
 * inception block of width 16              2 streams of 64 x 7 x 7
 * side by side                             6272
 * linear, ReLU                             1024
 * linear                                   classes
 * </pre>
 *
 * <p>Layers are those of the authors' Keras code, which gives each stream a picture of three
 * channels; flow has one (a departure: 96 weights fewer in the first block). Trained by Adam for 40
 * epochs at 1e-4, batches of 3, pixels 0 to 1, keeping the epoch of the least loss on other
 * subjects of the held-out one's database. Keras weights start from Glorot's distribution, these as
 * PyTorch draws them. 6,449,867 parameters with three classes; comparisons (Off-TANet, PRICAI 2021)
 * list 6.45 M.
 */
public final class DualInceptionNet extends FlowNetwork {
  /** The method. */
  public static final MethodPage PAGE =
      new MethodPage(
          "dual-inception",
          "Dual",
          "two Inception streams on horizontal and vertical flow",
          "Zhou, Mao and Xue, FG 2019",
          Needs.flow(),
          "a stream takes one channel of flow in place of a picture of three; weights start as PyTorch draws them",
          DeepMethod.maker(DualInceptionNet::new));

  private static final int HIDDEN = 1024;

  private final FlowStreams streams;
  private final Linear hidden;
  private final Linear last;

  /**
   * @param classes number of labels, at least 2
   */
  public DualInceptionNet(int classes) {
    super(classes);
    streams = addChildBlock("streams", new FlowStreams(Stream::new));
    hidden = addChildBlock("fc1", Layers.linear(HIDDEN));
    last = addChildBlock("fc2", Layers.linear(classes));
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    NDList features = streams.forward(store, inputs, training);
    NDList x = Activation.relu(hidden.forward(store, features, training));
    return last.forward(store, x, training);
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    streams.initialize(manager, type, inputShapes);
    Shape[] features = streams.getOutputShapes(inputShapes);
    hidden.initialize(manager, type, features);
    last.initialize(manager, type, hidden.getOutputShapes(features));
  }

  /** [n,1,28,28] -&gt; [n,64,7,7]. */
  private static final class Stream extends AbstractBlock {
    private final InceptionBlock first = addChildBlock("inception1", new InceptionBlock(6));
    private final InceptionBlock second = addChildBlock("inception2", new InceptionBlock(16));

    @Override
    protected NDList forwardInternal(
        ParameterStore store,
        NDList inputs,
        boolean training,
        @Nullable PairList<String, Object> params) {
      return second.forward(store, first.forward(store, inputs, training), training);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
      first.initialize(manager, type, inputShapes);
      second.initialize(manager, type, first.getOutputShapes(inputShapes));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
      return second.getOutputShapes(first.getOutputShapes(inputShapes));
    }
  }
}
