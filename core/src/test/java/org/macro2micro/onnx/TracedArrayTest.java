package org.macro2micro.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.macro2micro.nn.EngineStart;
import org.macro2micro.seed.SeedPath;

/**
 * Every operation that has an ONNX form: the same numbers by PyTorch and, from the graph, by ONNX
 * Runtime, for other numbers of clips and frames than the graph was made with.
 */
class TracedArrayTest {
  private static final double TOLERANCE = 1e-5;
  private static final List<String> SIDES = List.of("clips", "frames", "4", "6");

  /** Operations on an array [clips,frames,4,6] of numbers between .5 and 2. */
  static Stream<Arguments> operations() {
    return Stream.of(
        operation("add", a -> a.add(a).add(2)),
        operation("sub", a -> a.sub(a.sqrt()).sub(.5f)),
        operation("mul", a -> a.mul(a.exp()).mul(3)),
        operation("div", a -> a.div(a.square()).div(7)),
        operation("log, abs, neg, tanh", a -> a.log().abs().neg().tanh()),
        operation("softmax", a -> a.softmax(1).add(a.softmax(-1))),
        operation("mean", a -> a.mean(new int[] {1})),
        operation("mean, kept", a -> a.sub(a.mean(new int[] {-1}, true))),
        operation("sum, max", a -> a.sum(new int[] {2}).sub(a.max(new int[] {2}))),
        operation("matMul", a -> a.matMul(a.transpose(0, 1, 3, 2))),
        operation("numbers first", a -> number(a, 3).sub(a)),
        operation("numbers of a shape", a -> a.mul(row(a, 1, 2, 3, 4, 5, 6))),
        operation("zeros", a -> a.add(a.getManager().zeros(a.getShape()))),
        operation("ones", a -> a.concat(a.getManager().ones(first(a, 2)), 2)),
        operation("reshape", a -> a.reshape(first(a, 24)).mean(new int[] {1})),
        operation("reshape, one open", a -> a.reshape(-1, 24)),
        operation("reshape, taken apart", TracedArrayTest::apartAndTogether),
        operation("flatten", a -> a.flatten(2, 3).mean(new int[] {0})),
        operation("flatten all", NDArray::flatten),
        operation(
            "expandDims, squeeze", a -> a.expandDims(1).expandDims(-1).squeeze(new int[] {1})),
        operation("transpose", a -> a.transpose().transpose(1, 0, 3, 2)),
        operation("swapAxes", a -> a.swapAxes(1, 2)),
        operation("stack", a -> NDArrays.stack(new NDList(a, a.square(), a), 1)),
        operation("concat", a -> NDArrays.concat(new NDList(a, a.neg()), 0)),
        operation("slice", a -> a.get(new NDIndex().addAllDim(2).addSliceDim(1, 3))),
        operation("slice by steps", a -> a.get(every(a, 1, 2)).mean(new int[] {1})),
        operation("slices together", a -> a.get(every(a, 0, 2)).add(a.get(every(a, 0, 2)))),
        operation("slice from the end", a -> a.get(new NDIndex(":, -2:"))),
        operation("one", a -> a.get(new NDIndex(":, 0, :, 3"))),
        operation("the last", a -> a.get(new NDIndex(":, -1"))),
        operation("relu", a -> Activation.relu(a.sub(1))),
        operation("sigmoid", Activation::sigmoid),
        operation("leakyRelu", a -> Activation.leakyRelu(a.sub(1), .2f)),
        operation("elu", a -> Activation.elu(a.sub(1), .7f)),
        operation("stopGradient", a -> a.stopGradient().duplicate()),
        operation("toType", a -> a.toType(DataType.FLOAT32, false)),
        operation("maxPool", a -> Pool.maxPool2d(a, s(3, 2), s(2, 1), s(1, 0), false)),
        operation("avgPool", a -> Pool.avgPool2d(a, s(3, 3), s(2, 2), s(1, 1), false, true)),
        operation(
            "avgPool, edge apart", a -> Pool.avgPool2d(a, s(3, 3), s(1, 2), s(1, 1), false, false)),
        operation("convolution", TracedArrayTest::convolved),
        operation("grouped convolution", TracedArrayTest::grouped),
        operation("batchNorm", TracedArrayTest::normalised),
        operation("linear", a -> linear(a.reshape(-1, 24), 24)),
        operation("linear along the last axis", a -> linear(a, 6)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void isTheSameByOnnxRuntime(String name, UnaryOperator<NDArray> operation) throws Exception {
    try (NDManager manager = EngineStart.newManager();
        RuntimeGraph graph = new RuntimeGraph(traced(operation, manager))) {
      for (Shape shape : List.of(new Shape(1, 2, 4, 6), new Shape(3, 5, 4, 6))) {
        NDArray input = numbers(manager, "input", shape).mul(1.5f).add(.5f);
        NDArray expected = operation.apply(input);
        NDArray found = graph.run(Map.of("x", input), manager);
        assertThat(found.getShape()).isEqualTo(expected.getShape());
        NDArray difference = found.sub(expected).abs().max();
        assertThat((double) difference.getFloat()).isLessThan(TOLERANCE);
      }
    }
  }

  @Test
  void whatHasNoFormIsRefusedByName() {
    assertRefused(NDArray::sin, "NDArray.sin");
    assertRefused(a -> a.getNDArrayInternal().gelu(), "NDArrayEx.gelu");
    assertRefused(a -> a.getManager().randomUniform(0, 1, new Shape(2)), "NDManager.randomUniform");
    assertRefused(a -> a.toType(DataType.FLOAT64, false), "float64");
    assertRefused(a -> a.get(new NDIndex("...")), "index");
  }

  @Test
  void aGraphForAnyClipsCantDependOnNumbers() {
    assertRefused(a -> a.add(a.toFloatArray()[0]), "reads the numbers");
    // Half of the frames, or one less, is a number that nobody knows before the graph is run.
    assertRefused(a -> a.mul(a.getShape().get(1) / 2), "number of clips or frames");
    assertRefused(a -> a.get(every(a, a.getShape().get(1) - 1, 1)), "number of clips or frames");
    assertRefused(a -> a.concat(a.mean(new int[] {1}, true), 1), "number of clips or frames");
    assertRefused(a -> number(a, a.getShape().get(0) + 1), "number of clips or frames");
  }

  @Test
  void shapesThatDontFitAreToldBeforeTheGraphIsRun() {
    assertRefused(a -> a.add(row(a, 1, 2, 3, 4)), "don't fit");
    assertRefused(a -> a.matMul(a), "don't fit");
    assertRefused(a -> a.reshape(7, -1), "don't fit");
    assertRefused(a -> a.softmax(4), "axis 4");
  }

  private static void assertRefused(UnaryOperator<NDArray> operation, String message) {
    try (NDManager manager = EngineStart.newManager()) {
      assertThatThrownBy(() -> traced(operation, manager))
          .isInstanceOf(NoOnnxFormException.class)
          .hasMessageContaining(message);
    }
  }

  private static byte[] traced(UnaryOperator<NDArray> operation, NDManager manager) {
    OnnxGraph graph = new OnnxGraph("test");
    Tracing tracing = new Tracing(graph, Map.of(), manager);
    graph.input("x", SIDES);
    Shape shape = new Shape(tracing.sides().open("x", 0), tracing.sides().open("x", 1), 4, 6);
    NDArray found = operation.apply(new TracedArray(tracing, "x", shape));
    graph.node("y", "Identity", List.of(tracing.value(found)));
    List<String> any =
        Stream.iterate("a", side -> side + "a").limit(found.getShape().dimension()).toList();
    graph.output("y", any);
    return graph.bytes("0", new TreeMap<>());
  }

  private static Arguments operation(String name, UnaryOperator<NDArray> operation) {
    return Arguments.of(name, operation);
  }

  private static Shape s(long height, long width) {
    return new Shape(height, width);
  }

  /** [clips,frames,side,6] */
  private static Shape first(NDArray a, long side) {
    Shape s = a.getShape();
    return side == 24 ? new Shape(s.get(0), s.get(1), 24) : new Shape(s.get(0), s.get(1), side, 6);
  }

  private static NDArray number(NDArray a, float number) {
    return a.getManager().create(number);
  }

  private static NDArray row(NDArray a, float... numbers) {
    return a.getManager().create(numbers, new Shape(numbers.length));
  }

  private static NDIndex every(NDArray a, long from, long step) {
    return new NDIndex().addAllDim().addSliceDim(from, a.getShape().get(1), step);
  }

  /** As a two-stream network does it: clips and frames become one axis, and two again. */
  private static NDArray apartAndTogether(NDArray a) {
    Shape s = a.getShape();
    NDArray flat = a.reshape(s.get(0) * s.get(1), 24).softmax(1);
    return flat.reshape(s.get(0), s.get(1), 24).mean(new int[] {1});
  }

  private static NDArray convolved(NDArray a) {
    NDArray images = a.reshape(-1, 2, 4, 3);
    NDArray weight = numbers("weight", new Shape(5, 2, 3, 2));
    NDArray bias = numbers("bias", new Shape(5));
    return Conv2d.conv2d(images, weight, bias, s(2, 1), s(1, 2), s(1, 2)).singletonOrThrow();
  }

  private static NDArray grouped(NDArray a) {
    NDArray weight = numbers("weight", new Shape(6, 2, 3, 3));
    NDArray images = a.reshape(-1, 4, 3, 2);
    return Conv2d.conv2d(images, weight, null, s(1, 1), s(1, 1), s(1, 1), 2).singletonOrThrow();
  }

  private static NDArray normalised(NDArray a) {
    Shape c = new Shape(4);
    return BatchNorm.batchNorm(
            a.reshape(-1, 4, 6, 1),
            numbers("mean", c),
            numbers("variance", c),
            numbers("scale", c),
            numbers("shift", c),
            1,
            .9f,
            1e-3f,
            false)
        .singletonOrThrow();
  }

  private static NDArray linear(NDArray a, long inputs) {
    NDArray weight = numbers("weight", new Shape(3, inputs));
    return Linear.linear(a, weight, numbers("bias", new Shape(3))).singletonOrThrow();
  }

  private static NDArray numbers(String name, Shape shape) {
    return numbers(Weights.MANAGER, name, shape);
  }

  /** Numbers in [0, 1). */
  private static NDArray numbers(NDManager manager, String name, Shape shape) {
    RandomGenerator random = SeedPath.root(1).child(name).random();
    float[] numbers = new float[(int) shape.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = random.nextFloat();
    }
    return manager.create(numbers, shape);
  }

  /** Holds the arrays that both ways share. */
  private static final class Weights {
    private static final NDManager MANAGER = EngineStart.newManager();
  }
}
