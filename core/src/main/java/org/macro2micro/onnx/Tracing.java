package org.macro2micro.onnx;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One pass of a network over arrays without numbers: each operation becomes a node of the graph.
 * Weights keep their names.
 */
final class Tracing {
  private final OnnxGraph graph;
  private final OpenSides sides = new OpenSides();
  private final IdentityHashMap<NDArray, String> weights = new IdentityHashMap<>();
  private final Set<String> written = new HashSet<>();
  private final NDManager memory;

  /**
   * @param graph takes the nodes
   * @param parameters the network's, by name
   * @param real makes the numbers that the network brings along
   */
  Tracing(OnnxGraph graph, Map<String, Parameter> parameters, NDManager real) {
    this.graph = graph;
    parameters.forEach((name, parameter) -> weights.put(parameter.getArray(), name));
    memory = TracedMemory.of(this, real);
  }

  OnnxGraph graph() {
    return graph;
  }

  OpenSides sides() {
    return sides;
  }

  /** Where traced arrays say that they lie. */
  NDManager memory() {
    return memory;
  }

  /** The array that a node of the graph gives. */
  TracedArray made(
      Shape shape, String operator, List<String> inputs, AttributeProto... attributes) {
    sides.require(shape);
    return new TracedArray(this, graph.node(operator, inputs, attributes), shape);
  }

  /** The name of an array in the graph; numbers and weights are written into it. */
  String value(NDArray array) {
    if (array instanceof TracedArray traced) {
      return traced.value();
    }
    String name = weights.get(array);
    if (name == null) {
      return constant(array).value();
    }
    if (written.add(name)) {
      graph.numbers(name, array.getShape().getShape(), array.toFloatArray());
    }
    return name;
  }

  /** An array of given numbers as one of the graph's. */
  TracedArray constant(NDArray array) {
    float[] numbers = array.toFloatArray();
    for (float number : numbers) {
      sides.require(number);
    }
    Shape shape = array.getShape();
    return new TracedArray(this, graph.numbers(shape.getShape(), numbers), shape);
  }

  /** One number as an array without sides. */
  TracedArray constant(Number number) {
    float[] only = {number.floatValue()};
    sides.require(only[0]);
    return new TracedArray(this, graph.numbers(new long[0], only), new Shape());
  }

  /** An array that is the same number everywhere. */
  TracedArray filled(Shape shape, float number) {
    sides.require(shape);
    TracedArray one = constant((Number) number);
    return made(shape, "Expand", List.of(one.value(), sizes(shape)));
  }

  /** The numbers of a shape, as a value of the graph: open sides are asked for when it is run. */
  String sizes(Shape shape) {
    sides.require(shape);
    if (!sides.anyOpen(shape)) {
      return graph.wholes(shape.getShape());
    }
    List<String> each = new ArrayList<>();
    for (long side : shape.getShape()) {
      each.add(size(side));
    }
    return graph.node("Concat", each, OnnxGraph.whole("axis", 0));
  }

  private String size(long side) {
    List<String> factors = new ArrayList<>();
    for (OpenSides.Side open : sides.factors(side)) {
      factors.add(
          graph.node(
              "Shape",
              List.of(open.value()),
              OnnxGraph.whole("start", open.axis()),
              OnnxGraph.whole("end", open.axis() + 1L)));
    }
    if (factors.isEmpty() || sides.fixed(side) != 1) {
      factors.add(graph.wholes(sides.fixed(side)));
    }
    String product = factors.get(0);
    for (String factor : factors.subList(1, factors.size())) {
      product = graph.node("Mul", List.of(product, factor));
    }
    return product;
  }
}
