package org.macro2micro.nn;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.initializer.Initializer;
import org.macro2micro.seed.SeedPath;

/**
 * A network together with the native memory that holds it.
 *
 * @param network initialised
 * @param manager owns the network's weights; closed with this
 */
public record LoadedNetwork<N extends Block>(N network, NDManager manager)
    implements AutoCloseable {
  /**
   * A network with random weights.
   *
   * @param device where it computes
   * @param network not yet initialised
   * @param start how the weights are drawn
   * @param inputs shapes of its inputs
   */
  public static <N extends Block> LoadedNetwork<N> random(
      ComputeDevice device, N network, SeededWeights start, SeedPath seed, Shape... inputs) {
    NDManager manager = EngineStart.newManager(device);
    start.initialize(network, manager, seed, inputs);
    return new LoadedNetwork<>(network, manager);
  }

  /**
   * A network with stored weights.
   *
   * @param device where it computes
   * @param network not yet initialised
   * @param inputs shapes of its inputs
   * @throws IllegalArgumentException if the weights are damaged or another network's
   */
  public static <N extends Block> LoadedNetwork<N> of(
      ComputeDevice device, byte[] weights, N network, Shape... inputs) {
    NDManager manager = EngineStart.newManager(device);
    try {
      // Random weights, to be overwritten, would take longer than all the rest.
      NamedParameters.of(network).values().forEach(p -> p.setInitializer(Initializer.ZEROS));
      network.initialize(manager, DataType.FLOAT32, inputs);
      Safetensors.read(weights, network, manager);
      return new LoadedNetwork<>(network, manager);
    } catch (IllegalArgumentException e) {
      manager.close();
      throw e;
    }
  }

  /** The weights as safetensors. */
  public byte[] weights() {
    return Safetensors.write(network);
  }

  @Override
  public void close() {
    manager.close();
  }
}
