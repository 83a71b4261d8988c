package org.macro2micro.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.macro2micro.catalog.Methods;

/** Names that settings had in earlier versions, with the names that they have now. */
final class MovedSettings {
  private static final Map<String, String> BLOCKS = new LinkedHashMap<>();

  static {
    for (String ours :
        new String[] {"network", "init", "phases", "transfer", "gradient-norms-every"}) {
      BLOCKS.put(ours, "methods.macro-to-micro." + ours);
    }
    BLOCKS.put("handcrafted.svm", "methods.NAME.svm");
    BLOCKS.put("deep.augment", "methods.NAME.augment");
    for (Methods method : Methods.values()) {
      String name = method.page().name();
      BLOCKS.put("handcrafted." + name, "methods." + name);
      BLOCKS.put("deep." + name, "methods." + name);
    }
    BLOCKS.put("handcrafted", "methods.NAME");
    BLOCKS.put("deep", "methods.NAME");
  }

  private MovedSettings() {}

  /**
   * The present name of a setting that has moved, such as "methods.macro-to-micro.network.width".
   */
  static Optional<String> now(String name) {
    for (Map.Entry<String, String> block : BLOCKS.entrySet()) {
      if (name.equals(block.getKey()) || name.startsWith(block.getKey() + ".")) {
        return Optional.of(block.getValue() + name.substring(block.getKey().length()));
      }
    }
    return Optional.empty();
  }
}
