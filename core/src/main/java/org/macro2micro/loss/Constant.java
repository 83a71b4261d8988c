package org.macro2micro.loss;

import ai.djl.ndarray.NDArray;

/**
 * Makes constants inside a differentiated expression. NDArray.mul(Number) and its like wrap the
 * number in Java memory and let go of it at once, while the graph still needs it for the backward
 * pass: the gradient is then scaled by whatever lies there after a garbage collection.
 */
final class Constant {
  private Constant() {}

  /** A scalar of the type of {@code like} that lives as long as its manager. */
  static NDArray of(double value, NDArray like) {
    return like.getManager().create(value).toType(like.getDataType(), false);
  }
}
