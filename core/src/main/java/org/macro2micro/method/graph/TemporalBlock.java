package org.macro2micro.method.graph;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.jspecify.annotations.Nullable;
import org.macro2micro.nn.SeededDropout;

/**
 * A residual block of a temporal convolution network (Bai, Kolter and Koltun, "An Empirical
 * Evaluation of Generic Convolutional and Recurrent Networks for Sequence Modeling", 2018):
 * convolution, ReLU, dropout, twice, plus what came in, ReLU. [n,c,L] -&gt; [n,width,L]. Where c is
 * not the width, what came in goes through a linear map of each place by itself, whose weights
 * start normal with deviation .01, as the authors of Graph-TCN have it.
 */
final class TemporalBlock extends AbstractBlock {
  private final int inputs;
  private final int width;
  private final CausalConvolution first;
  private final CausalConvolution second;
  private final SeededDropout firstDropout;
  private final SeededDropout secondDropout;
  private @Nullable Parameter skip;
  private @Nullable Parameter skipBias;

  /**
   * @param name keeps its dropout apart from that of other blocks
   * @param inputs c
   * @param width channels of the output
   * @param dilation of both convolutions
   * @param dropout probability
   */
  TemporalBlock(String name, int inputs, int width, int dilation, double dropout) {
    this.inputs = inputs;
    this.width = width;
    first = addChildBlock("conv1", new CausalConvolution(width, dilation));
    second = addChildBlock("conv2", new CausalConvolution(width, dilation));
    firstDropout = addChildBlock("dropout1", new SeededDropout(name + " 1", dropout));
    secondDropout = addChildBlock("dropout2", new SeededDropout(name + " 2", dropout));
    if (inputs != width) {
      // Type OTHER is drawn normal with deviation .01.
      skip =
          addParameter(
              Parameter.builder()
                  .setName("skip")
                  .setType(Parameter.Type.OTHER)
                  .optShape(new Shape(width, inputs))
                  .build());
      skipBias =
          addParameter(
              Parameter.builder()
                  .setName("skip_bias")
                  .setType(Parameter.Type.BIAS)
                  .optShape(new Shape(width, 1))
                  .build());
    }
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList sequences,
      boolean training,
      @Nullable PairList<String, Object> params) {
    NDList maps = Activation.relu(first.forward(store, sequences, training));
    maps = firstDropout.forward(store, maps, training, params);
    maps = Activation.relu(second.forward(store, maps, training));
    maps = secondDropout.forward(store, maps, training, params);
    NDArray kept = kept(store, sequences.singletonOrThrow(), training);
    return new NDList(Activation.relu(maps.singletonOrThrow().add(kept)));
  }

  private NDArray kept(ParameterStore store, NDArray sequence, boolean training) {
    if (skip == null || skipBias == null) {
      return sequence;
    }
    NDArray matrix = store.getValue(skip, sequence.getDevice(), training);
    NDArray shift = store.getValue(skipBias, sequence.getDevice(), training);
    return matrix.matMul(sequence).add(shift);
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    Shape s = inputShapes[0];
    first.initialize(manager, type, new Shape(s.get(0), inputs, s.get(2)));
    second.initialize(manager, type, new Shape(s.get(0), width, s.get(2)));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    Shape s = inputShapes[0];
    return new Shape[] {new Shape(s.get(0), width, s.get(2))};
  }
}
