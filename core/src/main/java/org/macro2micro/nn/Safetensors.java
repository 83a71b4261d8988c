package org.macro2micro.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import java.util.Map;
import java.util.Set;

/** Weights as the bytes of a safetensors file. */
public final class Safetensors {
  private Safetensors() {}

  /** The weights and running statistics of a network under the names of {@link NamedParameters}. */
  public static byte[] write(Block network) {
    NDList arrays = new NDList();
    NamedParameters.of(network)
        .forEach(
            (name, parameter) -> {
              NDArray array = parameter.getArray();
              array.setName(name);
              arrays.add(array);
            });
    return write(arrays);
  }

  /** Arrays of any kind under the names they bear. */
  public static byte[] write(NDList named) {
    return named.encode(NDList.Encoding.SAFETENSORS);
  }

  /**
   * Puts stored weights into an initialised network.
   *
   * @throws IllegalArgumentException if the bytes are damaged, or a name or shape is not the
   *     network's
   */
  public static void read(byte[] bytes, Block network, NDManager manager) {
    SafetensorsFile file = SafetensorsFile.of("weights", bytes);
    Map<String, Parameter> wanted = NamedParameters.of(network);
    if (!Set.copyOf(file.names()).equals(wanted.keySet())) {
      throw new IllegalArgumentException(
          "weights: found the names %s, expected %s".formatted(file.names(), wanted.keySet()));
    }
    wanted.forEach(
        (name, parameter) -> {
          NDArray target = parameter.getArray();
          try (NDArray value =
              manager.create(file.floats(name, target.getShape()), target.getShape())) {
            InPlace.copy(value, target);
          }
        });
  }
}
