package org.macro2micro.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.ParameterStore;
import org.macro2micro.nn.ConvolutionalHead;

/**
 * C_s (paper, section 2.4): at which of the s_c sampling intervals was a temporal map taken?
 *
 * @param head its layers, s_c outputs
 */
public record RelationClassifier(ConvolutionalHead head) {
  /** A classifier of {@code intervals} rates whose convolutions have this many channels. */
  public static RelationClassifier ofWidth(int channels, int intervals) {
    return new RelationClassifier(new ConvolutionalHead(channels, intervals));
  }

  /** Scores [k,s_c] before the softmax of maps [k,c,h,w]. */
  public NDArray score(NDArray maps) {
    ParameterStore store = new ParameterStore(maps.getManager(), false);
    return head.forward(store, new NDList(maps), true).singletonOrThrow();
  }
}
