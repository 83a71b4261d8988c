package org.macro2micro.method.graph;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import java.util.List;
import java.util.Map;
import org.macro2micro.nn.ComputeDevice;
import org.macro2micro.nn.EngineStart;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.nn.NamedParameters;
import org.macro2micro.nn.Safetensors;
import org.macro2micro.nn.SafetensorsFile;
import org.macro2micro.nn.WeightsFile;

/**
 * The weights of {@link MagNet}.
 *
 * @param bytes its own tensors and no others, as safetensors
 */
@SuppressWarnings("ArrayRecordComponent") // loaded and never compared
record MagNetWeights(byte[] bytes) {
  /** A network must be initialised with some size; its weights do not depend on it. */
  private static final Shape[] INPUTS = {
    new Shape(1, 3, 16, 16), new Shape(1, 3, 16, 16), new Shape(1, 1, 1, 1)
  };

  /**
   * Takes MagNet's part from a file of the whole network.
   *
   * @throws IllegalArgumentException if the file is damaged, or a tensor is missing, unknown, of
   *     another shape or no float32
   */
  static MagNetWeights of(WeightsFile whole) {
    SafetensorsFile file = SafetensorsFile.of(whole.source(), whole.bytes());
    try (NDManager manager = EngineStart.newManager()) {
      Map<String, Parameter> named = empty(manager);
      List<String> unknown =
          file.names().stream()
              .filter(name -> !named.containsKey(name) && !isPassedOver(name))
              .toList();
      if (!unknown.isEmpty()) {
        throw new IllegalArgumentException(
            "%s: tensor %s: found, but MagNet has none of that name (%d such in all); expected encoder.cba_1.conv2d.weight, manipulator.g.conv2d.weight and so on, as tools/magnet writes them"
                .formatted(whole.source(), unknown.get(0), unknown.size()));
      }
      NDList own = new NDList();
      named.forEach(
          (name, parameter) -> {
            Shape shape = parameter.getArray().getShape();
            var tensor = manager.create(file.floats(name, shape), shape);
            tensor.setName(name);
            own.add(tensor);
          });
      return new MagNetWeights(Safetensors.write(own));
    }
  }

  /** Whether a tensor belongs to what paints the magnified frame. */
  private static boolean isPassedOver(String name) {
    return name.startsWith("encoder.texture_") || name.startsWith("decoder.");
  }

  private static Map<String, Parameter> empty(NDManager manager) {
    MagNet network = new MagNet();
    Map<String, Parameter> named = NamedParameters.of(network);
    named.values().forEach(parameter -> parameter.setInitializer(Initializer.ZEROS));
    network.initialize(manager, DataType.FLOAT32, INPUTS);
    return named;
  }

  /** The network, which learns no more; close it after use. */
  LoadedNetwork<MagNet> load() {
    MagNet network = new MagNet();
    // Another network's step may be under way, whose gradients these weights must not join.
    network.freezeParameters(true);
    // Clips are prepared on the processor, whatever the networks that learn from them compute on.
    return LoadedNetwork.of(ComputeDevice.CPU, bytes, network, INPUTS);
  }
}
