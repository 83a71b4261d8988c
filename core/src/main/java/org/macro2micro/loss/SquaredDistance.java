package org.macro2micro.loss;

import ai.djl.ndarray.NDArray;

/** How far apart pairs of vectors or of pictures are, as MicroNet's first phase has it. */
public final class SquaredDistance {
  private SquaredDistance() {}

  /**
   * |a-b|^2, averaged over the pairs.
   *
   * @param one [n,d], n at least 1
   * @param two [n,d]
   * @return scalar, at least 0
   */
  public static NDArray ofVectors(NDArray one, NDArray two) {
    return one.sub(two).square().sum(new int[] {1}).mean();
  }

  /**
   * The mean of (a-b)^2 over all pixels.
   *
   * @param one [n,c,h,w], n at least 1
   * @param two [n,c,h,w]
   * @return scalar, at least 0
   */
  public static NDArray ofPictures(NDArray one, NDArray two) {
    return one.sub(two).square().mean();
  }
}
