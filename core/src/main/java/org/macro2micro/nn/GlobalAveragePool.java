package org.macro2micro.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** GAP: the mean of a map over its height and width. */
public final class GlobalAveragePool {
  private GlobalAveragePool() {}

  /** [n,c,h,w] -&gt; [n,c]. */
  public static NDArray of(NDArray map) {
    Shape shape = map.getShape();
    return map.reshape(shape.get(0), shape.get(1), -1).mean(new int[] {2});
  }
}
