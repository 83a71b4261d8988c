package org.macro2micro.method.graph;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.jspecify.annotations.Nullable;
import org.macro2micro.method.deep.DeepNetwork;
import org.macro2micro.nn.InPlace;
import org.macro2micro.nn.Layers;
import org.macro2micro.train.ClipView;

/**
 * The network of AU-GACN: [n,3,T,H,W] -&gt; scores of the classes [n,classes], and of the action
 * units [n,K].
 *
 * <pre>
 * layer                                                   output
 * {@link PseudoThreeD}                                    K numbers, one a unit
 * graph convolution, ReLU, three times                    K x 32 each, side by side K x 96
 * {@link AttentionPool}: half of the units kept           maximum and mean, 192
 * linear, ReLU                                            32
 * linear, ReLU                                            16
 * linear                                                  classes
 * </pre>
 *
 * <p>Which units are joined is part of the network: the adjacency is stored with the weights and is
 * not trained.
 */
final class AuGacn extends AbstractBlock implements DeepNetwork {
  /** The name of the stored adjacency, [K,K]. */
  static final String ADJACENCY = "adjacency";

  private static final int WIDTH = 32;
  private static final int CONVOLUTIONS = 3;

  private final int classes;
  private final int units;
  private final Parameter adjacency;
  private final PseudoThreeD backbone;
  private final GraphConvolution[] convolutions = new GraphConvolution[CONVOLUTIONS];
  private final AttentionPool pool;
  private final Linear first;
  private final Linear second;
  private final Linear third;

  /**
   * @param classes number of labels, at least 2
   * @param units K, at least 1
   * @param share of the units that the pooling keeps
   */
  AuGacn(int classes, int units, double share) {
    this.classes = classes;
    this.units = units;
    adjacency =
        addParameter(
            Parameter.builder()
                .setName(ADJACENCY)
                .setType(Parameter.Type.OTHER)
                .optRequiresGrad(false)
                .optShape(new Shape(units, units))
                .build());
    backbone = addChildBlock("backbone", new PseudoThreeD(units));
    for (int i = 0; i < CONVOLUTIONS; i++) {
      convolutions[i] = addChildBlock("gcn" + (i + 1), new GraphConvolution(WIDTH));
    }
    pool = addChildBlock("pool", new AttentionPool(share));
    first = addChildBlock("lin1", Layers.linear(WIDTH));
    second = addChildBlock("lin2", Layers.linear(WIDTH / 2));
    third = addChildBlock("lin3", Layers.linear(classes));
  }

  /** Joins the units as in the graph. The network is initialised. */
  void join(UnitGraph graph) {
    NDArray array = adjacency.getArray();
    try (NDArray values = array.getManager().create(graph.normalised(), new Shape(units, units))) {
      InPlace.copy(values, array);
    }
  }

  @Override
  public ClipView view(double scale) {
    return new WholeClip();
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    NDArray scores = backbone.forward(store, inputs, training).singletonOrThrow();
    return new NDList(classes(store, scores, training), scores);
  }

  /** The classes' scores [n,classes] by the units' [n,K]. */
  NDArray classes(ParameterStore store, NDArray scores, boolean training) {
    NDArray joined = store.getValue(adjacency, scores.getDevice(), training);
    NDArray nodes = scores.expandDims(2);
    NDList maps = new NDList();
    for (GraphConvolution convolution : convolutions) {
      NDList next = convolution.forward(store, new NDList(nodes, joined), training);
      nodes = Activation.relu(next.singletonOrThrow());
      maps.add(nodes);
    }
    NDArray wide = maps.get(0).concat(maps.get(1), 2).concat(maps.get(2), 2);
    NDList read = pool.forward(store, new NDList(wide, joined), training);
    NDList hidden = Activation.relu(first.forward(store, read, training));
    hidden = Activation.relu(second.forward(store, hidden, training));
    return third.forward(store, hidden, training).singletonOrThrow();
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    long n = inputShapes[0].get(0);
    Shape joined = new Shape(units, units);
    backbone.initialize(manager, type, inputShapes);
    for (int i = 0; i < CONVOLUTIONS; i++) {
      convolutions[i].initialize(manager, type, new Shape(n, units, i == 0 ? 1 : WIDTH), joined);
    }
    long wide = (long) CONVOLUTIONS * WIDTH;
    pool.initialize(manager, type, new Shape(n, units, wide), joined);
    first.initialize(manager, type, new Shape(n, 2 * wide));
    second.initialize(manager, type, new Shape(n, WIDTH));
    third.initialize(manager, type, new Shape(n, WIDTH / 2));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    long n = inputShapes[0].get(0);
    return new Shape[] {new Shape(n, classes), new Shape(n, units)};
  }
}
