package org.macro2micro.method.proposed;

import java.util.HashSet;
import java.util.List;
import org.macro2micro.method.Recognizer;
import org.macro2micro.model.TwoStreamSettings;

/**
 * A trained MiNet as values: all that it needs to recognise prepared clips.
 *
 * @param weights safetensors, by PyTorch's names
 * @param network its shape
 * @param labels the classes in the order of its scores, at least two, each once
 * @param aggregated whether v is the mean over the sampling intervals, as after the transfer, or
 *     the plain mean over the frames
 */
@SuppressWarnings("ArrayRecordComponent") // written and read whole, never compared
public record TwoStreamModel(
    byte[] weights, TwoStreamSettings network, List<String> labels, boolean aggregated) {
  // The trunks take frames of any size; a network must be made with some.
  private static final int SIDE = 32;

  public TwoStreamModel {
    labels = List.copyOf(labels);
    if (labels.size() < 2 || new HashSet<>(labels).size() != labels.size()) {
      throw new IllegalArgumentException(
          "model: found labels %s, expected at least two, each once".formatted(labels));
    }
  }

  /**
   * Loads it into native memory.
   *
   * @throws IllegalArgumentException if the weights are damaged or of another network
   */
  public Recognizer open() {
    return new TwoStreamRecognizer(
        LoadedNetwork.of(weights, network, labels.size(), SIDE, SIDE),
        labels,
        aggregated,
        network.sampling());
  }
}
