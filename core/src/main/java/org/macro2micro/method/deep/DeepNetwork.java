package org.macro2micro.method.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import org.macro2micro.loss.ClassificationLoss;
import org.macro2micro.nn.SeededWeights;
import org.macro2micro.train.ClipView;

/**
 * A published network that sorts clips: what its {@link #view} gives -&gt; [n,classes], and after
 * that whatever else it learns.
 */
public interface DeepNetwork extends Block {
  /**
   * How it takes clips.
   *
   * @param scale factor on the pixels
   */
  ClipView view(double scale);

  /** How its weights are drawn at the start. */
  default SeededWeights start() {
    return SeededWeights.PYTORCH;
  }

  /**
   * What is minimised.
   *
   * @param outputs the network's, [n,classes]
   * @param labels class numbers, int64 [n]
   * @return scalar
   */
  default NDArray loss(NDArray outputs, NDArray labels) {
    return ClassificationLoss.of(outputs, labels);
  }

  /**
   * The network's outputs as numbers in [0, 1] that sum to 1 over the classes; the greatest output
   * stays the greatest. [n,classes]
   */
  default NDArray probabilities(NDArray outputs) {
    return outputs.softmax(1);
  }
}
