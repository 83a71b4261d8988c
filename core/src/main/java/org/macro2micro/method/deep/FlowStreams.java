package org.macro2micro.method.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One stream for the horizontal flow and one for the vertical, without shared weights; their maps
 * become one row of numbers. [n,3,H,W] -&gt; [n,2*numbers]; the strain is not used.
 */
final class FlowStreams extends AbstractBlock {
  private final List<Block> streams;

  /**
   * @param stream makes one: [n,1,H,W] -&gt; map of any shape
   */
  FlowStreams(Supplier<? extends Block> stream) {
    streams =
        List.of(addChildBlock("horizontal", stream.get()), addChildBlock("vertical", stream.get()));
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    NDArray images = inputs.singletonOrThrow();
    NDArray[] rows = new NDArray[streams.size()];
    for (int i = 0; i < rows.length; i++) {
      NDArray plane = images.get(new NDIndex().addAllDim().addSliceDim(i, i + 1));
      NDArray map = streams.get(i).forward(store, new NDList(plane), training).singletonOrThrow();
      rows[i] = map.flatten(1, -1);
    }
    return new NDList(rows[0].concat(rows[1], 1));
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
    streams.forEach(stream -> stream.initialize(manager, type, plane(inputShapes)));
  }

  private static Shape plane(Shape[] inputShapes) {
    Shape image = inputShapes[0];
    return new Shape(image.get(0), 1, image.get(2), image.get(3));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    Shape map = streams.get(0).getOutputShapes(new Shape[] {plane(inputShapes)})[0];
    long n = inputShapes[0].get(0);
    return new Shape[] {new Shape(n, streams.size() * map.size() / n)};
  }
}
