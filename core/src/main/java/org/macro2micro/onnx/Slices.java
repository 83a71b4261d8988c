package org.macro2micro.onnx;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.index.dim.NDIndexAll;
import ai.djl.ndarray.index.dim.NDIndexElement;
import ai.djl.ndarray.index.dim.NDIndexFixed;
import ai.djl.ndarray.index.dim.NDIndexSlice;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;

/** Parts of arrays: along each axis all, every so many between two ends, or one. */
final class Slices {
  private Slices() {}

  /** Every step-th element from begin on, without end. */
  private record Span(long begin, long end, long step) {}

  /** The part of an array that an index names. */
  static NDArray of(Tracing tracing, TracedArray array, NDIndex index) {
    Shape shape = array.getShape();
    if (index.getEllipsisIndex() >= 0) {
      throw unknown("...");
    }
    NDArray part = array;
    List<Integer> single = new ArrayList<>();
    for (int axis = 0; axis < index.getIndices().size(); axis++) {
      NDIndexElement element = index.getIndices().get(axis);
      if (element instanceof NDIndexFixed fixed) {
        part = sliced(tracing, part, axis, one(fixed.getIndex()));
        single.add(axis);
      } else if (element instanceof NDIndexSlice slice) {
        part = sliced(tracing, part, axis, span(slice, shape.get(axis)));
      } else if (!(element instanceof NDIndexAll)) {
        throw unknown(element.getClass().getSimpleName());
      }
    }
    return single.isEmpty() ? part : part.squeeze(single.stream().mapToInt(axis -> axis).toArray());
  }

  /** One element. What follows the last is the end, for which Slice takes any great number. */
  private static Span one(long at) {
    return new Span(at, at == -1 ? Long.MAX_VALUE : at + 1, 1);
  }

  private static Span span(NDIndexSlice slice, long side) {
    long begin = slice.getMin() == null ? 0 : slice.getMin();
    Long end = slice.getMax();
    long step = slice.getStep() == null ? 1 : slice.getStep();
    if (step < 1) {
      throw unknown("a step of " + step);
    }
    return new Span(begin, end == null || end == side ? Long.MAX_VALUE : end, step);
  }

  private static NDArray sliced(Tracing tracing, NDArray whole, int axis, Span span) {
    TracedArray array = (TracedArray) whole;
    OpenSides sides = tracing.sides();
    sides.require(span.begin);
    if (span.end != Long.MAX_VALUE) {
      sides.require(span.end);
    }
    List<Long> shape = Sides.list(array.getShape());
    long side = shape.get(axis);
    if (span.begin == 0 && span.end == Long.MAX_VALUE && span.step == 1) {
      return array;
    }
    OnnxGraph graph = tracing.graph();
    String part =
        graph.node(
            "Slice",
            List.of(
                array.value(),
                graph.wholes(span.begin),
                graph.wholes(span.end),
                graph.wholes(axis),
                graph.wholes(span.step)));
    if (!sides.isOpen(side)) {
      shape.set(axis, length(span, side));
    } else if (isOne(span)) {
      shape.set(axis, 1L);
    } else {
      List<Long> by = List.of(side, span.begin, span.end, span.step);
      shape.set(axis, sides.openPart(by, part, axis));
    }
    return new TracedArray(tracing, part, new Shape(shape));
  }

  private static boolean isOne(Span span) {
    return span.equals(one(span.begin));
  }

  private static long length(Span span, long side) {
    long begin = span.begin < 0 ? span.begin + side : Math.min(span.begin, side);
    long end = span.end < 0 ? span.end + side : Math.min(span.end, side);
    return Math.max(0, Math.floorDiv(end - begin + span.step - 1, span.step));
  }

  private static NoOnnxFormException unknown(String what) {
    return new NoOnnxFormException(
        "found %s in an index, expected all of an axis, one of it, or a slice".formatted(what));
  }
}
