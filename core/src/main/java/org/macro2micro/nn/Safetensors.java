package org.macro2micro.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;

/** A network's weights and running statistics as the bytes of a safetensors file. */
public final class Safetensors {
  private Safetensors() {}

  /** The weights of a network under the names of {@link NamedParameters}. */
  public static byte[] write(Block network) {
    NDList arrays = new NDList();
    NamedParameters.of(network)
        .forEach(
            (name, parameter) -> {
              NDArray array = parameter.getArray();
              array.setName(name);
              arrays.add(array);
            });
    return arrays.encode(NDList.Encoding.SAFETENSORS);
  }

  /**
   * Puts stored weights into an initialised network.
   *
   * @throws IllegalArgumentException if the bytes are damaged, or a name or shape is not the
   *     network's
   */
  public static void read(byte[] bytes, Block network, NDManager manager) {
    try (NDManager own = manager.newSubManager()) {
      Map<String, NDArray> stored = new LinkedHashMap<>();
      decode(bytes, own).forEach(array -> stored.put(array.getName(), array));
      Map<String, Parameter> wanted = NamedParameters.of(network);
      if (!stored.keySet().equals(wanted.keySet())) {
        throw new IllegalArgumentException(
            "weights: found the names %s, expected %s".formatted(stored.keySet(), wanted.keySet()));
      }
      wanted.forEach(
          (name, parameter) -> {
            NDArray value = stored.get(name);
            if (value == null || !value.getShape().equals(parameter.getArray().getShape())) {
              throw new IllegalArgumentException(
                  "weights: %s has shape %s, expected %s"
                      .formatted(
                          name,
                          value == null ? "none" : value.getShape(),
                          parameter.getArray().getShape()));
            }
            InPlace.copy(value, parameter.getArray());
          });
    }
  }

  private static NDList decode(byte[] bytes, NDManager manager) {
    try {
      return NDList.decode(manager, bytes);
    } catch (IllegalArgumentException
        | IllegalStateException
        | java.nio.BufferUnderflowException e) {
      throw new IllegalArgumentException(
          "weights: " + bytes.length + " bytes that are no whole safetensors file", e);
    }
  }
}
