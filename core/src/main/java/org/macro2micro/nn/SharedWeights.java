package org.macro2micro.nn;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import java.util.Map;

/** Copies weights from one network to another that has the same layers. */
public final class SharedWeights {
  private SharedWeights() {}

  /**
   * Copies all parameters and running statistics, except those of one layer.
   *
   * @param except the name of the layer that stays as it is, such as "classifier"
   */
  public static void copy(Block from, Block to, String except) {
    Map<String, Parameter> theirs = NamedParameters.of(from);
    NamedParameters.of(to)
        .forEach(
            (name, parameter) -> {
              Parameter source = theirs.get(name);
              if (source != null && !name.startsWith(except + ".")) {
                InPlace.copy(source.getArray(), parameter.getArray());
              }
            });
  }
}
