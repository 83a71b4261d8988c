package org.macro2micro.method.proposed;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import java.util.HashMap;
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
    return of(weights, settings, classes, sample.height(), sample.width());
  }

  /** A network with stored weights, first made for frames of a size; it takes others too. */
  static LoadedNetwork of(
      byte[] weights, TwoStreamSettings settings, int classes, int height, int width) {
    NDManager manager = NDManager.newBaseManager();
    try {
      TwoStreamNetwork network = new TwoStreamNetwork(settings, classes);
      // Random weights, to be overwritten, would take longer than all the rest.
      NamedParameters.of(network).values().forEach(p -> p.setInitializer(Initializer.ZEROS));
      Shape image = new Shape(1, PreparedClip.CHANNELS, height, width);
      network.initialize(manager, DataType.FLOAT32, image);
      Safetensors.read(weights, network, manager);
      return new LoadedNetwork(network, manager);
    } catch (IllegalArgumentException e) {
      manager.close();
      throw e;
    }
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

  /** Gives the trunks that are meant their initial weights. */
  void startFrom(InitialTrunks initial) {
    Map<String, Parameter> all = NamedParameters.of(network);
    for (String trunk : initial.trunks().names()) {
      Map<String, Parameter> own = new HashMap<>();
      all.forEach(
          (name, parameter) -> {
            if (name.startsWith(trunk + ".")) {
              own.put(name.substring(trunk.length() + 1), parameter);
            }
          });
      initial.weights().copyInto(own, manager);
    }
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
