package org.macro2micro.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;

/**
 * Local response normalisation across channels (Krizhevsky et al., NIPS 2012, section 3.3): each
 * number over (k + alpha * sum of the squares of the channels about it)^beta. Here k = 2, alpha =
 * 1e-4, beta = .75 and five channels, as in that paper; alpha is not divided by their number, as
 * PyTorch's layer does.
 */
public final class LocalResponse {
  private static final int REACH = 2;
  private static final float K = 2;
  private static final float ALPHA = 1e-4f;

  private LocalResponse() {}

  /** [n,c,h,w] -&gt; [n,c,h,w]. */
  public static NDArray normalise(NDArray maps) {
    NDManager manager = maps.getManager();
    Shape s = maps.getShape();
    NDArray edge = manager.zeros(new Shape(s.get(0), REACH, s.get(2), s.get(3)));
    NDArray squares = edge.concat(maps.square(), 1).concat(edge, 1);
    NDList shifted = new NDList();
    for (int i = 0; i <= 2 * REACH; i++) {
      shifted.add(squares.get(new NDIndex().addAllDim().addSliceDim(i, i + s.get(1))));
    }
    NDArray sum = shifted.get(0);
    for (NDArray other : shifted.subList(1, shifted.size())) {
      sum = sum.add(other);
    }
    NDArray root = sum.mul(manager.create(ALPHA)).add(K).sqrt();
    return maps.div(root.mul(root.sqrt()));
  }
}
