package org.macro2micro.nn;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.util.Pair;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A network's parameters under PyTorch's names, such as "spatial.layer1.0.bn1.running_mean", in the
 * order of construction.
 */
public final class NamedParameters {
  private static final Map<String, String> PYTORCH =
      Map.of(
          "gamma", "weight",
          "beta", "bias",
          "runningMean", "running_mean",
          "runningVar", "running_var");

  private NamedParameters() {}

  /** Every parameter of the network and of its parts, running statistics included. */
  public static Map<String, Parameter> of(Block network) {
    Map<String, Parameter> named = new LinkedHashMap<>();
    collect("", network, named);
    return named;
  }

  private static void collect(String prefix, Block block, Map<String, Parameter> named) {
    for (Pair<String, Parameter> own : block.getDirectParameters()) {
      String name = PYTORCH.getOrDefault(own.getKey(), own.getKey());
      named.put(prefix + name, own.getValue());
    }
    for (Pair<String, Block> child : block.getChildren()) {
      // DJL puts a two-digit number before the name it was given.
      collect(prefix + child.getKey().substring(2) + ".", child.getValue(), named);
    }
  }
}
