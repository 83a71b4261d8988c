package org.macro2micro.onnx;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrayAdapter;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.internal.NDArrayEx;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.onnx.proto.OnnxMl.AttributeProto;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An array of a graph: it has a shape but no numbers, and what is done to it becomes a node. All
 * are float32. Operations that are not here are refused by name.
 */
final class TracedArray extends NDArrayAdapter {
  private final Tracing tracing;
  private final String value;

  /**
   * @param value its name in the graph
   * @param shape with the numbers of {@link OpenSides}
   */
  TracedArray(Tracing tracing, String value, Shape shape) {
    super(tracing.memory(), tracing.memory(), shape, DataType.FLOAT32, value);
    this.tracing = tracing;
    this.value = value;
  }

  /** Its name in the graph. */
  String value() {
    return value;
  }

  @Override
  public NDArrayEx getNDArrayInternal() {
    return TracedLayers.of(tracing, this);
  }

  @Override
  public NDArray add(NDArray other) {
    return paired("Add", other);
  }

  @Override
  public NDArray add(Number number) {
    return paired("Add", tracing.constant(number));
  }

  @Override
  public NDArray sub(NDArray other) {
    return paired("Sub", other);
  }

  @Override
  public NDArray sub(Number number) {
    return paired("Sub", tracing.constant(number));
  }

  @Override
  public NDArray mul(NDArray other) {
    return paired("Mul", other);
  }

  @Override
  public NDArray mul(Number number) {
    return paired("Mul", tracing.constant(number));
  }

  @Override
  public NDArray div(NDArray other) {
    return paired("Div", other);
  }

  @Override
  public NDArray div(Number number) {
    return paired("Div", tracing.constant(number));
  }

  private NDArray paired(String operator, NDArray other) {
    Shape both = Sides.broadcast(shape, other.getShape());
    return tracing.made(both, operator, List.of(value, tracing.value(other)));
  }

  @Override
  public NDArray square() {
    return mul(this);
  }

  @Override
  public NDArray sqrt() {
    return alone("Sqrt");
  }

  @Override
  public NDArray exp() {
    return alone("Exp");
  }

  @Override
  public NDArray log() {
    return alone("Log");
  }

  @Override
  public NDArray abs() {
    return alone("Abs");
  }

  @Override
  public NDArray neg() {
    return alone("Neg");
  }

  @Override
  public NDArray tanh() {
    return alone("Tanh");
  }

  /** An operator that changes each number by itself. */
  NDArray alone(String operator, AttributeProto... attributes) {
    return tracing.made(shape, operator, List.of(value), attributes);
  }

  @Override
  public NDArray softmax(int axis) {
    return alone("Softmax", OnnxGraph.whole("axis", Sides.axis(axis, shape)));
  }

  @Override
  public NDArray mean(int[] axes, boolean keepDims) {
    return reduced("ReduceMean", axes, keepDims);
  }

  @Override
  public NDArray sum(int[] axes, boolean keepDims) {
    return reduced("ReduceSum", axes, keepDims);
  }

  @Override
  public NDArray max(int[] axes, boolean keepDims) {
    return reduced("ReduceMax", axes, keepDims);
  }

  private NDArray reduced(String operator, int[] axes, boolean keepDims) {
    List<Integer> over = Arrays.stream(axes).mapToObj(axis -> Sides.axis(axis, shape)).toList();
    List<Long> sides = new ArrayList<>();
    for (int axis = 0; axis < shape.dimension(); axis++) {
      if (!over.contains(axis)) {
        sides.add(shape.get(axis));
      } else if (keepDims) {
        sides.add(1L);
      }
    }
    String which = tracing.graph().wholes(over.stream().mapToLong(axis -> axis).toArray());
    return tracing.made(
        new Shape(sides),
        operator,
        List.of(value, which),
        OnnxGraph.whole("keepdims", keepDims ? 1 : 0));
  }

  @Override
  public NDArray matMul(NDArray other) {
    Shape product = Sides.matrixProduct(shape, other.getShape());
    return tracing.made(product, "MatMul", List.of(value, tracing.value(other)));
  }

  @Override
  public NDArray reshape(Shape newShape) {
    Shape whole = Sides.completed(newShape, shape);
    // One open side can be left to the graph, which saves it from asking for sides.
    long open = Arrays.stream(whole.getShape()).filter(tracing.sides()::isOpen).count();
    String sizes =
        open > 1
            ? tracing.sizes(whole)
            : tracing
                .graph()
                .wholes(
                    Arrays.stream(whole.getShape())
                        .map(side -> tracing.sides().isOpen(side) ? -1 : side)
                        .toArray());
    return tracing.made(whole, "Reshape", List.of(value, sizes));
  }

  @Override
  public NDArray flatten() {
    return reshape(new Shape(-1));
  }

  @Override
  public NDArray flatten(int startDim, int endDim) {
    int first = Sides.axis(startDim, shape);
    int last = Sides.axis(endDim, shape);
    List<Long> sides = new ArrayList<>();
    long product = 1;
    for (int axis = 0; axis < shape.dimension(); axis++) {
      if (axis < first || axis > last) {
        sides.add(shape.get(axis));
        continue;
      }
      product = Math.multiplyExact(product, shape.get(axis));
      if (axis == last) {
        sides.add(product);
      }
    }
    return reshape(new Shape(sides));
  }

  @Override
  public NDArray expandDims(int axis) {
    int at = axis < 0 ? axis + shape.dimension() + 1 : axis;
    List<Long> sides = Sides.list(shape);
    sides.add(at, 1L);
    return tracing.made(new Shape(sides), "Unsqueeze", List.of(value, tracing.graph().wholes(at)));
  }

  @Override
  public NDArray squeeze(int[] axes) {
    NDArray squeezed = this;
    int[] last = Arrays.stream(axes).map(axis -> Sides.axis(axis, shape)).sorted().toArray();
    for (int i = last.length - 1; i >= 0; i--) {
      TracedArray before = (TracedArray) squeezed;
      List<Long> sides = Sides.list(before.shape);
      if (sides.remove(last[i]) == 1) {
        squeezed =
            tracing.made(
                new Shape(sides),
                "Squeeze",
                List.of(before.value, tracing.graph().wholes(last[i])));
      }
    }
    return squeezed;
  }

  @Override
  public NDArray transpose() {
    int last = shape.dimension() - 1;
    int[] reversed = new int[shape.dimension()];
    Arrays.setAll(reversed, axis -> last - axis);
    return transpose(reversed);
  }

  @Override
  public NDArray transpose(int... axes) {
    long[] from = Arrays.stream(axes).mapToLong(axis -> Sides.axis(axis, shape)).toArray();
    long[] sides = Arrays.stream(from).map(axis -> shape.get((int) axis)).toArray();
    return tracing.made(
        new Shape(sides), "Transpose", List.of(value), OnnxGraph.wholes("perm", from));
  }

  @Override
  public NDArray get(NDIndex index) {
    return Slices.of(tracing, this, index);
  }

  @Override
  public NDArray duplicate() {
    return this;
  }

  /** The same array: a graph has no gradients. */
  @Override
  public NDArray stopGradient() {
    return this;
  }

  @Override
  public NDArray toType(DataType dataType, boolean copy) {
    if (dataType != DataType.FLOAT32) {
      throw new NoOnnxFormException(
          "found a change to numbers of type %s, expected %s all along"
              .formatted(dataType, DataType.FLOAT32));
    }
    return this;
  }

  /** Refused: a network whose steps depend on numbers is not one graph for all clips. */
  @Override
  public ByteBuffer toByteBuffer(boolean tryDirect) {
    throw new NoOnnxFormException(
        "found that the network reads the numbers of an array, which a graph can't; write it by operations on arrays");
  }

  @Override
  public void intern(NDArray replaced) {
    throw new NoOnnxFormException("found an operation in place, which has no ONNX form here");
  }

  @Override
  public void detach() {}

  @Override
  public String toString() {
    return value + " " + shape;
  }
}
