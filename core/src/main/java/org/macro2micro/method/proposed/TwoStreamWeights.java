package org.macro2micro.method.proposed;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import java.util.HashMap;
import java.util.Map;
import org.macro2micro.model.TwoStreamNetwork;
import org.macro2micro.model.TwoStreamSettings;
import org.macro2micro.nn.ComputeDevice;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.nn.NamedParameters;
import org.macro2micro.nn.SeededWeights;
import org.macro2micro.nn.SharedWeights;
import org.macro2micro.seed.SeedPath;

/** What two-stream networks begin with: random weights, stored ones, another's, or a file's. */
final class TwoStreamWeights {
  private TwoStreamWeights() {}

  /** A network with random weights. */
  static LoadedNetwork<TwoStreamNetwork> random(
      ComputeDevice device, TwoStreamSettings settings, int classes, SeedPath seed) {
    TwoStreamNetwork network = new TwoStreamNetwork(settings, classes);
    return LoadedNetwork.random(
        device, network, SeededWeights.TORCHVISION, seed, network.view().shapes());
  }

  /** A network with stored weights. */
  static LoadedNetwork<TwoStreamNetwork> of(
      ComputeDevice device, byte[] weights, TwoStreamSettings settings, int classes) {
    TwoStreamNetwork network = new TwoStreamNetwork(settings, classes);
    return LoadedNetwork.of(device, weights, network, network.view().shapes());
  }

  /** Copies both trunks of another network of the same shape, but not its classifier. */
  static void copyTrunks(TwoStreamNetwork from, TwoStreamNetwork to) {
    SharedWeights.copy(from, to, "classifier");
  }

  /** Gives the trunks that are meant their initial weights. */
  static void copyTrunks(InitialTrunks from, LoadedNetwork<TwoStreamNetwork> to) {
    Map<String, Parameter> all = NamedParameters.of(to.network());
    for (String trunk : from.trunks().names()) {
      Map<String, Parameter> own = new HashMap<>();
      all.forEach(
          (name, parameter) -> {
            if (name.startsWith(trunk + ".")) {
              own.put(name.substring(trunk.length() + 1), parameter);
            }
          });
      from.weights().copyInto(own, to.manager());
    }
  }

  /** Initialises a discriminator or relation classifier for a network's maps. */
  static void initialize(Block head, LoadedNetwork<TwoStreamNetwork> network, SeedPath seed) {
    Shape map = new Shape(1, network.network().mapChannels(), 1, 1);
    SeededWeights.TORCHVISION.initialize(head, network.manager(), seed, map);
  }
}
