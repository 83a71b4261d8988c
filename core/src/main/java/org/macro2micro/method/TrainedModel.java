package org.macro2micro.method;

import java.util.HashSet;
import java.util.List;

/**
 * What a method has learnt, as values that can be stored.
 *
 * @param weights safetensors; which tensors is the method's own affair
 * @param labels the classes in the order of its scores, at least two, each once
 */
@SuppressWarnings("ArrayRecordComponent") // written and read whole, never compared
public record TrainedModel(byte[] weights, List<String> labels) {
  public TrainedModel {
    labels = List.copyOf(labels);
    if (labels.size() < 2 || new HashSet<>(labels).size() != labels.size()) {
      throw new IllegalArgumentException(
          "model: found labels %s, expected at least two, each once".formatted(labels));
    }
  }
}
