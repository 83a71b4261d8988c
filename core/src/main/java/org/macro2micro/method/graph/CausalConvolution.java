package org.macro2micro.method.graph;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv1d;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.jspecify.annotations.Nullable;
import org.macro2micro.nn.InPlace;

/**
 * A dilated convolution along a sequence that sees no later number, [n,c,L] -&gt; [n,filters,L],
 * with weight normalisation (Salimans and Kingma, NIPS 2016): a filter is its direction, divided by
 * its length, times a gain. At the start the gains are the lengths, so that the filters are as they
 * were drawn.
 */
final class CausalConvolution extends AbstractBlock {
  /** Numbers that a filter sees. */
  static final int KERNEL = 7;

  private static final int[] EACH_FILTER = {1, 2};

  private final int filters;
  private final int dilation;
  private final Parameter gain;
  private final Parameter direction;
  private final Parameter bias;

  /**
   * @param filters outputs a place
   * @param dilation places from one number that a filter sees to the next, at least 1
   */
  CausalConvolution(int filters, int dilation) {
    this.filters = filters;
    this.dilation = dilation;
    bias = addParameter(Parameter.builder().setName("bias").setType(Parameter.Type.BIAS).build());
    gain =
        addParameter(Parameter.builder().setName("weight_g").setType(Parameter.Type.GAMMA).build());
    direction =
        addParameter(
            Parameter.builder().setName("weight_v").setType(Parameter.Type.WEIGHT).build());
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    NDArray sequence = inputs.singletonOrThrow();
    NDArray way = store.getValue(direction, sequence.getDevice(), training);
    NDArray length = store.getValue(gain, sequence.getDevice(), training);
    NDArray shift = store.getValue(bias, sequence.getDevice(), training);
    NDArray weight = way.mul(length.div(lengths(way)));
    // Both ends are padded alike, and what follows the last number is cut off.
    NDArray padded =
        Conv1d.conv1d(
                sequence,
                weight,
                shift,
                new Shape(1),
                new Shape((long) (KERNEL - 1) * dilation),
                new Shape(dilation))
            .singletonOrThrow();
    long places = sequence.getShape().get(2);
    return new NDList(padded.get(new NDIndex().addAllDim().addAllDim().addSliceDim(0, places)));
  }

  private static NDArray lengths(NDArray filters) {
    return filters.square().sum(EACH_FILTER, true).sqrt();
  }

  @Override
  protected void prepare(Shape[] inputShapes) {
    bias.setShape(new Shape(filters));
    gain.setShape(new Shape(filters, 1, 1));
    direction.setShape(new Shape(filters, inputShapes[0].get(1), KERNEL));
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    try (NDArray drawn = lengths(direction.getArray())) {
      InPlace.copy(drawn, gain.getArray());
    }
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    Shape s = inputShapes[0];
    return new Shape[] {new Shape(s.get(0), filters, s.get(2))};
  }
}
