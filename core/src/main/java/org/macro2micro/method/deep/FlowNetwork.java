package org.macro2micro.method.deep;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import java.util.Set;
import org.macro2micro.preprocess.Input;
import org.macro2micro.train.ClipView;

/** A network on flow images of 28x28 pixels, the size that STSTNet's authors made public. */
abstract class FlowNetwork extends AbstractBlock implements DeepNetwork {
  private static final int SIDE = 28;

  private final int classes;

  /**
   * @param classes number of labels, at least 2
   */
  FlowNetwork(int classes) {
    this.classes = classes;
  }

  @Override
  public final ClipView view(double scale) {
    return new OneImage(SIDE, Set.of(Input.FLOW), scale);
  }

  @Override
  public final Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), classes)};
  }
}
