package org.macro2micro.method.graph;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.jspecify.annotations.Nullable;

/**
 * A graph convolution (Kipf and Welling: "Semi-supervised classification with graph convolutional
 * networks", ICLR 2017): each node takes what its neighbours have, by the normalised adjacency, and
 * all nodes the same linear map. Inputs: the nodes [n,K,f] and the adjacency [K,K]; output [n,K,g].
 */
final class GraphConvolution extends AbstractBlock {
  private final int outputs;
  private final Parameter weight;
  private final Parameter bias;

  /**
   * @param outputs g
   */
  GraphConvolution(int outputs) {
    this.outputs = outputs;
    weight =
        addParameter(Parameter.builder().setName("weight").setType(Parameter.Type.WEIGHT).build());
    bias = addParameter(Parameter.builder().setName("bias").setType(Parameter.Type.BIAS).build());
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    NDArray nodes = inputs.get(0);
    NDArray matrix = store.getValue(weight, nodes.getDevice(), training);
    NDArray shift = store.getValue(bias, nodes.getDevice(), training);
    return new NDList(inputs.get(1).matMul(nodes.matMul(matrix.transpose())).add(shift));
  }

  @Override
  protected void prepare(Shape[] inputShapes) {
    weight.setShape(new Shape(outputs, inputShapes[0].get(2)));
    bias.setShape(new Shape(outputs));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    Shape nodes = inputShapes[0];
    return new Shape[] {new Shape(nodes.get(0), nodes.get(1), outputs)};
  }
}
