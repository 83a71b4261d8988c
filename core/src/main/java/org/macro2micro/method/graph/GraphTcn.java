package org.macro2micro.method.graph;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.jspecify.annotations.Nullable;
import org.macro2micro.method.deep.DeepNetwork;
import org.macro2micro.nn.Layers;
import org.macro2micro.nn.SeededDropout;
import org.macro2micro.train.ClipView;

/**
 * The network of Graph-TCN: sequences of {@link FacePatches} [n,1,1372] -&gt; scores of the classes
 * [n,classes].
 *
 * <pre>
 * layer                                                        output
 * {@link TemporalNet} on the brows                             25 x 490
 * the same net on the mouth                                    25 x 882
 * one after the other                                          25 x 1372
 * linear, batch normalisation, dropout, ReLU                   512
 * linear, batch normalisation, dropout, ReLU                   classes
 * </pre>
 *
 * <p>There is no graph convolution in it: the graph is the order of the patches, and the dilation
 * of the edges' net. Scores go through dropout and ReLU too, so that none is negative.
 */
final class GraphTcn extends AbstractBlock implements DeepNetwork {
  private static final int BROWS = FacePatches.BROWS * FacePatches.PIXELS;

  private final int classes;
  private final int hidden;
  private final double testFactor;
  private final TemporalNet tcn;
  private final Linear first;
  private final BatchNorm firstNorm;
  private final SeededDropout firstDropout;
  private final Linear second;
  private final BatchNorm secondNorm;
  private final SeededDropout secondDropout;

  /**
   * @param classes number of labels, at least 2
   * @param hidden outputs of the first linear layer, 512 of the authors
   * @param dropout probability, everywhere
   * @param testFactor magnification of clips that are predicted
   */
  GraphTcn(int classes, int hidden, double dropout, double testFactor) {
    this.classes = classes;
    this.hidden = hidden;
    this.testFactor = testFactor;
    tcn = addChildBlock("tcn", new TemporalNet(dropout));
    first = addChildBlock("linear1", Layers.linear(hidden));
    firstNorm = addChildBlock("bn1", Layers.batchNorm());
    firstDropout = addChildBlock("dropout1", new SeededDropout("hidden", dropout));
    second = addChildBlock("linear2", Layers.linear(classes));
    secondNorm = addChildBlock("bn2", Layers.batchNorm());
    secondDropout = addChildBlock("dropout2", new SeededDropout("scores", dropout));
  }

  /** {@inheritDoc} The scale plays no part: what changed is stretched to [0, 1]. */
  @Override
  public ClipView view(double scale) {
    return new FacePatches(testFactor);
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    NDArray maps = maps(store, inputs.singletonOrThrow(), training, params);
    NDList hiddens = first.forward(store, new NDList(maps.flatten(1, -1)), training);
    hiddens = firstNorm.forward(store, hiddens, training);
    hiddens = Activation.relu(firstDropout.forward(store, hiddens, training, params));
    NDList scores = second.forward(store, hiddens, training);
    scores = secondNorm.forward(store, scores, training);
    return Activation.relu(secondDropout.forward(store, scores, training, params));
  }

  /** What the temporal net makes of brows and mouth, [n,25,1372]. */
  NDArray maps(
      ParameterStore store,
      NDArray sequences,
      boolean training,
      @Nullable PairList<String, Object> params) {
    NDArray brows = sequences.get(part(0, BROWS));
    NDArray mouth = sequences.get(part(BROWS, FacePatches.LENGTH));
    NDArray upper = tcn.forward(store, new NDList(brows), training, params).singletonOrThrow();
    NDArray lower = tcn.forward(store, new NDList(mouth), training, params).singletonOrThrow();
    return upper.concat(lower, 2);
  }

  private static NDIndex part(long from, long to) {
    return new NDIndex().addAllDim().addAllDim().addSliceDim(from, to);
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    long n = inputShapes[0].get(0);
    tcn.initialize(manager, type, inputShapes);
    first.initialize(manager, type, new Shape(n, (long) TemporalNet.WIDTH * FacePatches.LENGTH));
    firstNorm.initialize(manager, type, new Shape(n, hidden));
    second.initialize(manager, type, new Shape(n, hidden));
    secondNorm.initialize(manager, type, new Shape(n, classes));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), classes)};
  }
}
