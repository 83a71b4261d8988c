package org.macro2micro.onnx;

import ai.djl.ndarray.types.Shape;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The shapes that operations give. */
final class Sides {
  private Sides() {}

  /** An axis that may be counted from the end, as -1 is the last, counted from the front. */
  static int axis(int axis, Shape shape) {
    int counted = axis < 0 ? axis + shape.dimension() : axis;
    if (counted < 0 || counted >= shape.dimension()) {
      throw new NoOnnxFormException(
          "found axis %d of an array of shape %s, which has none of that number"
              .formatted(axis, shape));
    }
    return counted;
  }

  static List<Long> list(Shape shape) {
    List<Long> sides = new ArrayList<>();
    Arrays.stream(shape.getShape()).forEach(sides::add);
    return sides;
  }

  /** The shape of a sum: sides of 1, and missing ones at the front, are repeated. */
  static Shape broadcast(Shape one, Shape two) {
    int axes = Math.max(one.dimension(), two.dimension());
    long[] sides = new long[axes];
    for (int i = 0; i < axes; i++) {
      long a = i < one.dimension() ? one.get(one.dimension() - 1 - i) : 1;
      long b = i < two.dimension() ? two.get(two.dimension() - 1 - i) : 1;
      if (a != b && a != 1 && b != 1) {
        throw unlike(one, two);
      }
      sides[axes - 1 - i] = a == 1 ? b : a;
    }
    return new Shape(sides);
  }

  /** The shape of [.., n, k] times [.., k, m]: [.., n, m]. */
  static Shape matrixProduct(Shape one, Shape two) {
    int ones = one.dimension();
    int twos = two.dimension();
    if (ones < 2 || twos < 2 || one.get(ones - 1) != two.get(twos - 2)) {
      throw unlike(one, two);
    }
    Shape many = broadcast(one.slice(0, ones - 2), two.slice(0, twos - 2));
    return many.add(one.get(ones - 2), two.get(twos - 1));
  }

  /**
   * A shape whose -1, if it has one, is what is left of an array's numbers.
   *
   * @param wanted as given to reshape
   * @param old of the array
   */
  static Shape completed(Shape wanted, Shape old) {
    long[] sides = wanted.getShape().clone();
    BigInteger left = product(old.getShape());
    int missing = -1;
    for (int axis = 0; axis < sides.length; axis++) {
      if (sides[axis] == -1) {
        missing = axis;
      } else {
        BigInteger[] quotient = left.divideAndRemainder(BigInteger.valueOf(sides[axis]));
        if (quotient[1].signum() != 0) {
          throw unlike(old, wanted);
        }
        left = quotient[0];
      }
    }
    if (missing >= 0) {
      sides[missing] = left.longValueExact();
    } else if (!left.equals(BigInteger.ONE)) {
      throw unlike(old, wanted);
    }
    return new Shape(sides);
  }

  private static BigInteger product(long[] sides) {
    return Arrays.stream(sides)
        .mapToObj(BigInteger::valueOf)
        .reduce(BigInteger.ONE, BigInteger::multiply);
  }

  /**
   * Height or width of a map after windows went over it.
   *
   * @param side before
   * @param window from its first to its last pixel
   */
  static long windows(long side, long window, long stride, long padding) {
    return (side + 2 * padding - window) / stride + 1;
  }

  private static NoOnnxFormException unlike(Shape one, Shape two) {
    return new NoOnnxFormException(
        "found arrays of shapes %s and %s together, which don't fit".formatted(one, two));
  }
}
