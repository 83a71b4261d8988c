package org.macro2micro.method.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.jspecify.annotations.Nullable;
import org.macro2micro.method.MethodPage;
import org.macro2micro.method.Needs;
import org.macro2micro.nn.Layers;
import org.macro2micro.nn.SeededDropout;

/**
 * STSTNet: S.-T. Liong, Y. S. Gan, J. See, H.-Q. Khor, Y.-C. Huang, "Shallow Triple Stream
 * Three-dimensional CNN (STSTNet) for Micro-expression Recognition", FG 2019. Takes the rise of a
 * clip, its channels u, v and strain.
 *
 * <pre>
 * layer                                               output
 * images                                              3 x 28 x 28
 * convolution 3x3, padding 2; streams of 3, 5, 8      16 x 30 x 30
 * ReLU, batch normalisation                           16 x 30 x 30
 * maximum of 3x3, stride 3, padding 1                 16 x 10 x 10
 * dropout .5                                          16 x 10 x 10
 * mean of 2x2, stride 2                               16 x 5 x 5
 * linear                                              classes
 * </pre>
 *
 * <p>Layers and their order are those of the authors' PyTorch code, whose log has UF1 .721 over the
 * 442 clips of MEGC 2019; trained by Adam for 800 epochs at 5e-5, batches of 256 in the order of
 * the folders (class after class), pixels 0 to 255. On the authors' own flow images a recipe that
 * trains as far comes within .03 of their log; on the public ones it stays .06 below, and a rate of
 * 2e-3, falling, for 100 epochs is better there (docs/results/mer-flow-history.md). The paper draws
 * "FC 400" before the class scores: in the code that is the 400 numbers that come out of the
 * pooling, not a layer of its own.
 *
 * <p>The three streams see the same image and nothing mixes them before the linear layer, so that
 * they are computed as one of 16 filters: the same function, at a third of the calls.
 */
public final class StstNet extends FlowNetwork {
  /** The method. */
  public static final MethodPage PAGE =
      new MethodPage(
          "ststnet",
          "Shallow",
          "three shallow streams on horizontal flow, vertical flow and strain",
          "Liong, Gan, See, Khor and Huang, FG 2019",
          Needs.flow(),
          "none known; three streams are computed as one, which is the same function",
          DeepMethod.maker(StstNet::new));

  private static final int FILTERS = 3 + 5 + 8;
  private static final int POOLED = 5;

  private final Conv2d conv;
  private final BatchNorm norm;
  private final SeededDropout dropout;
  private final Linear linear;

  /**
   * @param classes number of labels, at least 2
   */
  public StstNet(int classes) {
    super(classes);
    conv = addChildBlock("conv", Layers.biasedConvolution(FILTERS, 3, 1, 2));
    norm = addChildBlock("bn", Layers.batchNorm());
    dropout = addChildBlock("dropout", new SeededDropout("dropout", .5));
    linear = addChildBlock("fc", Layers.linear(classes));
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    NDList maps = Activation.relu(conv.forward(store, inputs, training));
    NDArray map = norm.forward(store, maps, training).singletonOrThrow();
    NDList pooled = new NDList(Layers.maxPool(map, 3, 3, 1));
    NDArray dropped = dropout.forward(store, pooled, training, params).singletonOrThrow();
    NDArray flat = Layers.meanPool(dropped, 2, 2).flatten(1, -1);
    return linear.forward(store, new NDList(flat), training);
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    conv.initialize(manager, type, inputShapes);
    norm.initialize(manager, type, conv.getOutputShapes(inputShapes));
    linear.initialize(
        manager, type, new Shape(inputShapes[0].get(0), (long) FILTERS * POOLED * POOLED));
  }
}
