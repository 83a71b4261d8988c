package org.macro2micro.onnx;

import ai.djl.ndarray.types.Shape;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sides of arrays that are known only when the graph is run, such as how many clips there are.
 * DJL's shapes have room for numbers alone, so each stands in them as a large prime of its own: a
 * product of sides is then the product of their primes, which can be taken apart again.
 */
final class OpenSides {
  /**
   * What is left of a number, once its open sides are divided out, must be less: more can only come
   * from a sum or a quotient of open sides, and would be wrong in the graph.
   */
  private static final long LEAST_SUSPECT = 10_000_000;

  private static final BigInteger BEFORE_FIRST = BigInteger.valueOf(100_000_000);

  private final List<Side> sides = new ArrayList<>();
  private final Map<List<Long>, Long> parts = new HashMap<>();
  private BigInteger last = BEFORE_FIRST;

  /**
   * An open side.
   *
   * @param number stands for it
   * @param value an array of the graph that has it
   * @param axis where that array has it
   */
  record Side(long number, String value, int axis) {}

  /** A new open side, that of an array of the graph at an axis; gives the number for it. */
  long open(String value, int axis) {
    last = last.nextProbablePrime();
    sides.add(new Side(last.longValueExact(), value, axis));
    return last.longValueExact();
  }

  /**
   * The open side of a slice of an open side; slices of one side by the same numbers share it.
   *
   * @param by side, begin, end and step
   * @param value the slice in the graph
   */
  long openPart(List<Long> by, String value, int axis) {
    return parts.computeIfAbsent(by, any -> open(value, axis));
  }

  /** The open sides whose product, times {@link #fixed}, this side is. */
  List<Side> factors(long side) {
    List<Side> factors = new ArrayList<>();
    for (Side open : sides) {
      for (long left = side; left != 0 && left % open.number == 0; left /= open.number) {
        factors.add(open);
      }
    }
    return factors;
  }

  /** What is left of a side without its open factors. */
  long fixed(long side) {
    long left = side;
    for (Side open : factors(side)) {
      left /= open.number;
    }
    return left;
  }

  boolean isOpen(long side) {
    return !factors(side).isEmpty();
  }

  boolean anyOpen(Shape shape) {
    for (long side : shape.getShape()) {
      if (isOpen(side)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Refuses numbers that were computed from an open side by anything but products.
   *
   * @throws NoOnnxFormException if it is one
   */
  void require(long number) {
    long left = Math.abs(fixed(number));
    if (left >= LEAST_SUSPECT) {
      throw suspect(number);
    }
  }

  /** Refuses such numbers where they take part in sums and products of arrays. */
  void require(float number) {
    if (Float.isFinite(number) && Math.abs(number) >= LEAST_SUSPECT) {
      throw suspect(number);
    }
  }

  private static NoOnnxFormException suspect(Number number) {
    return new NoOnnxFormException(
        "found the number %s, which is greater than %d or was computed from the number of clips or frames by more than products"
            .formatted(number, LEAST_SUSPECT));
  }

  /** Refuses such numbers among the sides of a shape. */
  void require(Shape shape) {
    for (long side : shape.getShape()) {
      require(side);
    }
  }
}
