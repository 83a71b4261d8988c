package org.macro2micro.method.proposed;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import java.util.Map;
import org.macro2micro.model.TwoStreamNetwork;
import org.macro2micro.model.TwoStreamSettings;
import org.macro2micro.nn.InPlace;
import org.macro2micro.nn.NamedParameters;
import org.macro2micro.nn.Safetensors;
import org.macro2micro.nn.SeededWeights;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.seed.SeedPath;

/**
 * A two-stream network together with the native memory that holds it.
 *
 * @param network initialised
 * @param manager owns the network's weights; closed with this
 */
record LoadedNetwork(TwoStreamNetwork network, NDManager manager) implements AutoCloseable {
  /** A network with random weights for clips of the size of {@code sample}. */
  static LoadedNetwork random(
      TwoStreamSettings settings, int classes, PreparedClip sample, SeedPath seed) {
    NDManager manager = NDManager.newBaseManager();
    TwoStreamNetwork network = new TwoStreamNetwork(settings, classes);
    Shape image = new Shape(1, PreparedClip.CHANNELS, sample.height(), sample.width());
    SeededWeights.initialize(network, manager, seed, image);
    return new LoadedNetwork(network, manager);
  }

  /** A network with stored weights. */
  static LoadedNetwork of(
      byte[] weights, TwoStreamSettings settings, int classes, PreparedClip sample) {
    LoadedNetwork loaded = random(settings, classes, sample, SeedPath.root(0));
    Safetensors.read(weights, loaded.network, loaded.manager);
    return loaded;
  }

  /** Copies both trunks of another network of the same shape, but not its classifier. */
  void startFrom(LoadedNetwork other) {
    Map<String, Parameter> theirs = NamedParameters.of(other.network);
    NamedParameters.of(network)
        .forEach(
            (name, parameter) -> {
              Parameter source = theirs.get(name);
              if (source != null && !name.startsWith("classifier.")) {
                InPlace.copy(source.getArray(), parameter.getArray());
              }
            });
  }

  /** The weights as safetensors. */
  byte[] weights() {
    return Safetensors.write(network);
  }

  /** Initialises a discriminator or relation classifier for this network's maps. */
  void initialize(Block head, SeedPath seed) {
    SeededWeights.initialize(head, manager, seed, new Shape(1, network.mapChannels(), 1, 1));
  }

  @Override
  public void close() {
    manager.close();
  }
}
