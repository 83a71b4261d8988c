package org.macro2micro.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macro2micro.base.Sha256;

/**
 * Weights of ResNet18 as torchvision names and shapes them, such as those it offers as trained on
 * ImageNet. Its linear layer (fc) and the batches it counted have no place here and are passed
 * over.
 */
public final class TorchvisionTrunk {
  private static final String FOR = "torchvision's ResNet18";

  private final String digest;
  private final Map<String, float[]> values;

  private TorchvisionTrunk(String digest, Map<String, float[]> values) {
    this.digest = digest;
    this.values = values;
  }

  /**
   * Takes all tensors of the trunk from a file.
   *
   * @param source names the file in errors
   * @param bytes the whole file, safetensors
   * @throws IllegalArgumentException if the file is damaged, or a tensor is missing, unknown, of
   *     another shape or no float32
   */
  public static TorchvisionTrunk read(String source, byte[] bytes) {
    SafetensorsFile file = SafetensorsFile.of(source, bytes);
    Map<String, Shape> expected = shapes();
    List<String> unknown =
        file.names().stream()
            .filter(name -> !expected.containsKey(name) && !isPassedOver(name))
            .toList();
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "%s: tensor %s: found, but %s has none of that name (%d such in all); expected conv1.weight, bn1.weight, layer1.0.conv1.weight and so on"
              .formatted(source, unknown.get(0), FOR, unknown.size()));
    }
    Map<String, float[]> values = new LinkedHashMap<>();
    expected.forEach((name, shape) -> values.put(name, file.floats(name, shape)));
    return new TorchvisionTrunk(Sha256.hex(bytes), values);
  }

  /** SHA-256 of the file, as 64 hexadecimal digits. */
  public String digest() {
    return digest;
  }

  /**
   * Overwrites a trunk's weights and running statistics.
   *
   * @param trunk its parameters by torchvision's names
   * @throws IllegalArgumentException if the trunk's width is not {@link ResNet18#PAPER_WIDTH}
   */
  public void copyInto(Map<String, Parameter> trunk, NDManager manager) {
    values.forEach(
        (name, own) -> {
          Parameter parameter = trunk.get(name);
          if (parameter == null || parameter.getArray().size() != own.length) {
            throw new IllegalArgumentException(
                "%s: %s has no place for its %d numbers; they fit network.width %d only"
                    .formatted(FOR, name, own.length, ResNet18.PAPER_WIDTH));
          }
          NDArray target = parameter.getArray();
          try (NDArray value = manager.create(own, target.getShape())) {
            InPlace.copy(value, target);
          }
        });
  }

  private static boolean isPassedOver(String name) {
    return name.startsWith("fc.") || name.endsWith(".num_batches_tracked");
  }

  private static Map<String, Shape> shapes() {
    try (NDManager manager = EngineStart.newManager()) {
      ResNet18 trunk = new ResNet18(ResNet18.PAPER_WIDTH);
      Map<String, Parameter> named = NamedParameters.of(trunk);
      named.values().forEach(parameter -> parameter.setInitializer(Initializer.ZEROS));
      trunk.initialize(manager, DataType.FLOAT32, new Shape(1, 3, 32, 32));
      Map<String, Shape> shapes = new LinkedHashMap<>();
      named.forEach((name, parameter) -> shapes.put(name, parameter.getArray().getShape()));
      return shapes;
    }
  }
}
