package org.macro2micro.onnx;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.internal.NDArrayEx;
import ai.djl.ndarray.types.Shape;
import ai.onnx.proto.OnnxMl.AttributeProto;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The layers of DJL, which it keeps apart from the arrays' own operations, as nodes of a graph.
 * Their arguments are those of {@link NDArrayEx}.
 */
final class TracedLayers implements InvocationHandler {
  private final Tracing tracing;
  private final TracedArray array;

  private TracedLayers(Tracing tracing, TracedArray array) {
    this.tracing = tracing;
    this.array = array;
  }

  static NDArrayEx of(Tracing tracing, TracedArray array) {
    return Proxies.of(NDArrayEx.class, new TracedLayers(tracing, array));
  }

  @Override
  public @Nullable Object invoke(Object self, Method method, Object @Nullable [] given) {
    Object[] a = given == null ? new Object[0] : given;
    return switch (method.getName()) {
      case "relu" -> array.alone("Relu");
      case "sigmoid" -> array.alone("Sigmoid");
      case "tanh" -> array.tanh();
      case "leakyRelu" -> array.alone("LeakyRelu", OnnxGraph.real("alpha", (Float) a[0]));
      case "elu" -> array.alone("Elu", OnnxGraph.real("alpha", (Float) a[0]));
      case "maxPool" -> maxPool((Shape) a[0], (Shape) a[1], (Shape) a[2], (Boolean) a[3]);
      case "avgPool" -> meanPool((Shape) a[0], (Shape) a[1], (Shape) a[2], (Boolean) a[3]);
      case "convolution" ->
          convolution(
              (TracedArray) a[0],
              (NDArray) a[1],
              (NDArray) a[2],
              (Shape) a[3],
              (Shape) a[4],
              (Shape) a[5],
              (Integer) a[6]);
      case "batchNorm" -> batchNorm(a);
      case "linear" -> linear((TracedArray) a[0], (NDArray) a[1], (NDArray) a[2]);
      case "concat" -> concat((NDList) a[0], a.length > 1 ? (Integer) a[1] : 0);
      case "stack" -> stack((NDList) a[0], a.length > 1 ? (Integer) a[1] : 0);
      case "getArray" -> array;
      default -> Proxies.other("NDArrayEx", self, method, given);
    };
  }

  private NDArray maxPool(Shape window, Shape stride, Shape padding, boolean ceil) {
    return pooled("MaxPool", window, stride, padding, ceil, List.of());
  }

  /** DJL's PyTorch counts the padding as pixels of 0, whatever its last argument says. */
  private NDArray meanPool(Shape window, Shape stride, Shape padding, boolean ceil) {
    List<AttributeProto> more = List.of(OnnxGraph.whole("count_include_pad", 1));
    return pooled("AveragePool", window, stride, padding, ceil, more);
  }

  private NDArray pooled(
      String operator,
      Shape window,
      Shape stride,
      Shape padding,
      boolean ceil,
      List<AttributeProto> more) {
    if (ceil) {
      throw new NoOnnxFormException(
          "found windows that reach over the edge (ceil mode), expected whole ones");
    }
    List<Long> sides = Sides.list(array.getShape().slice(0, 2));
    for (int i = 0; i < window.dimension(); i++) {
      long side = array.getShape().get(2 + i);
      requireFixed(side);
      sides.add(Sides.windows(side, window.get(i), stride.get(i), padding.get(i)));
    }
    List<AttributeProto> attributes = new ArrayList<>(more);
    attributes.add(OnnxGraph.wholes("kernel_shape", window.getShape()));
    attributes.add(OnnxGraph.wholes("strides", stride.getShape()));
    attributes.add(OnnxGraph.wholes("pads", bothEnds(padding)));
    return tracing.made(
        new Shape(sides),
        operator,
        List.of(array.value()),
        attributes.toArray(AttributeProto[]::new));
  }

  private NDList convolution(
      TracedArray input,
      NDArray weight,
      @Nullable NDArray bias,
      Shape stride,
      Shape padding,
      Shape dilation,
      int groups) {
    Shape kernel = weight.getShape().slice(2);
    List<Long> sides = new ArrayList<>(List.of(input.getShape().get(0), weight.getShape().get(0)));
    for (int i = 0; i < kernel.dimension(); i++) {
      long window = dilation.get(i) * (kernel.get(i) - 1) + 1;
      long side = input.getShape().get(2 + i);
      requireFixed(side);
      sides.add(Sides.windows(side, window, stride.get(i), padding.get(i)));
    }
    List<String> inputs = new ArrayList<>(List.of(input.value(), tracing.value(weight)));
    if (bias != null) {
      inputs.add(tracing.value(bias));
    }
    return new NDList(
        tracing.made(
            new Shape(sides),
            "Conv",
            inputs,
            OnnxGraph.wholes("kernel_shape", kernel.getShape()),
            OnnxGraph.wholes("strides", stride.getShape()),
            OnnxGraph.wholes("pads", bothEnds(padding)),
            OnnxGraph.wholes("dilations", dilation.getShape()),
            OnnxGraph.whole("group", groups)));
  }

  /**
   * Its arguments are the input, running mean, running variance, scale, shift, axis, momentum,
   * epsilon, and whether it is training.
   */
  private NDList batchNorm(Object[] a) {
    TracedArray input = (TracedArray) a[0];
    if ((Boolean) a[8]) {
      throw new NoOnnxFormException(
          "found batch normalisation in training, expected a network in evaluation mode");
    }
    if ((Integer) a[5] != 1) {
      throw new NoOnnxFormException(
          "found batch normalisation along axis %s, expected 1".formatted(a[5]));
    }
    List<String> inputs =
        List.of(
            input.value(),
            tracing.value((NDArray) a[3]),
            tracing.value((NDArray) a[4]),
            tracing.value((NDArray) a[1]),
            tracing.value((NDArray) a[2]));
    return new NDList(
        tracing.made(
            input.getShape(),
            "BatchNormalization",
            inputs,
            OnnxGraph.real("epsilon", (Float) a[7])));
  }

  /** Inputs [..,k], weight [m,k], bias [m] -&gt; [..,m]. */
  private NDList linear(TracedArray input, NDArray weight, @Nullable NDArray bias) {
    int last = input.getShape().dimension() - 1;
    Shape made = input.getShape().slice(0, last).add(weight.getShape().get(0));
    if (last != 1) {
      String matrix = tracing.graph().node("Transpose", List.of(tracing.value(weight)));
      TracedArray product = tracing.made(made, "MatMul", List.of(input.value(), matrix));
      return new NDList(bias == null ? product : product.add(bias));
    }
    List<String> inputs = new ArrayList<>(List.of(input.value(), tracing.value(weight)));
    if (bias != null) {
      inputs.add(tracing.value(bias));
    }
    return new NDList(tracing.made(made, "Gemm", inputs, OnnxGraph.whole("transB", 1)));
  }

  private NDArray concat(NDList others, int axis) {
    int along = Sides.axis(axis, array.getShape());
    List<Long> sides = Sides.list(array.getShape());
    List<String> values = new ArrayList<>(List.of(array.value()));
    for (NDArray other : others) {
      sides.set(along, Math.addExact(sides.get(along), other.getShape().get(along)));
      values.add(tracing.value(other));
    }
    return tracing.made(new Shape(sides), "Concat", values, OnnxGraph.whole("axis", along));
  }

  private NDArray stack(NDList others, int axis) {
    NDList all = new NDList(array.expandDims(axis));
    others.forEach(other -> all.add(other.expandDims(axis)));
    return NDArrays.concat(all, axis);
  }

  private static long[] bothEnds(Shape padding) {
    long[] pads = new long[2 * padding.dimension()];
    for (int i = 0; i < pads.length; i++) {
      pads[i] = padding.get(i % padding.dimension());
    }
    return pads;
  }

  private void requireFixed(long side) {
    if (tracing.sides().isOpen(side)) {
      throw new NoOnnxFormException(
          "found windows over an axis that is known only when the graph is run (array of shape %s), expected height and width"
              .formatted(array.getShape()));
    }
  }
}
