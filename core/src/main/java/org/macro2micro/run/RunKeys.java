package org.macro2micro.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macro2micro.clip.Subject;

/**
 * Digests of all that a piece of a run depends on: clips, settings, seed, version. Where the
 * databases lie, which other rows the table has, the title and the bounds on memory change nothing.
 */
final class RunKeys {
  private static final List<String> WITHOUT_EFFECT =
      List.of("title", "rows", "memory-mib", "cache");

  private final String common;

  RunKeys(Map<String, Object> tree, String microDigest, String macroDigest) {
    Map<String, Object> settings = new LinkedHashMap<>(tree);
    WITHOUT_EFFECT.forEach(settings::remove);
    settings.computeIfPresent("micro", (name, value) -> withoutRoot(value));
    settings.computeIfPresent("macro", (name, value) -> withoutRoot(value));
    common = Product.version() + settings + microDigest + macroDigest;
  }

  String fold(String row, Subject heldOut) {
    return StoredWork.digest(common + "|fold|" + row + "|" + heldOut);
  }

  String macro() {
    return StoredWork.digest(common + "|macro");
  }

  private static Object withoutRoot(Object source) {
    if (!(source instanceof Map<?, ?> map)) {
      return source;
    }
    Map<Object, Object> copy = new LinkedHashMap<>(map);
    copy.remove("root");
    return copy;
  }
}
