package org.macro2micro.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.ParameterStore;
import org.macro2micro.nn.ConvolutionalHead;

/**
 * D_s and D_t (paper, sections 2.3, 2.4, 3.1): is a map from a macro- (1) or a micro-expression
 * (0)?
 *
 * @param head its layers, one output
 */
public record DomainDiscriminator(ConvolutionalHead head) {
  /** A discriminator whose convolutions have this many channels. */
  public static DomainDiscriminator ofWidth(int channels) {
    return new DomainDiscriminator(new ConvolutionalHead(channels, 1));
  }

  /** Scores [k] before the sigmoid of maps [k,c,h,w], with batch statistics of all k together. */
  public NDArray score(NDArray maps) {
    ParameterStore store = new ParameterStore(maps.getManager(), false);
    return head.forward(store, new NDList(maps), true).singletonOrThrow().reshape(-1);
  }
}
