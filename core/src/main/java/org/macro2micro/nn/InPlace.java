package org.macro2micro.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;

/** Overwrites an array's values where they lie. */
public final class InPlace {
  private static final NDIndex EVERYWHERE = new NDIndex("...");

  private InPlace() {}

  /**
   * Copies values of the same shape. NDArray.copyTo must not be used for this: it lets go of the
   * Java buffer in which an array made by NDManager.create still has its values, and the garbage
   * collector then frees memory in use.
   */
  public static void copy(NDArray from, NDArray to) {
    to.set(EVERYWHERE, from);
  }
}
