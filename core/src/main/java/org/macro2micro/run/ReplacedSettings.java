package org.macro2micro.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Says how the settings of results that are about to be replaced differ from the new ones. */
final class ReplacedSettings {
  private static final int MOST_SHOWN = 4;

  /** Settings that no result depends on. */
  private static final Set<String> WITHOUT_EFFECT = Set.of("memory-mib", "cache", "work");

  private ReplacedSettings() {}

  /**
   * The differences, in the form "seed (1 -> 2), rows (...)".
   *
   * @param old names to texts, numbers, booleans, lists and maps of these, in any nesting
   * @param now the same
   * @return empty if there is none
   */
  static String between(Map<String, ?> old, Map<String, ?> now) {
    Map<String, String> before = flat(old);
    Map<String, String> after = flat(now);
    List<String> all = new ArrayList<>();
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      String was = before.getOrDefault(name, "nothing");
      String is = after.getOrDefault(name, "nothing");
      if (!WITHOUT_EFFECT.contains(name) && !was.equals(is)) {
        all.add("%s (%s -> %s)".formatted(name, was, is));
      }
    }
    String shown = String.join(", ", all.subList(0, Math.min(MOST_SHOWN, all.size())));
    int more = all.size() - MOST_SHOWN;
    return more > 0 ? "%s and %d more".formatted(shown, more) : shown;
  }

  private static Map<String, String> flat(Map<String, ?> settings) {
    Map<String, String> flat = new TreeMap<>();
    settings.forEach((name, value) -> add(flat, name, value));
    return flat;
  }

  private static void add(Map<String, String> flat, String name, @Nullable Object value) {
    if (value instanceof Map<?, ?> inner) {
      inner.forEach((key, under) -> add(flat, name + "." + key, under));
    } else {
      flat.put(name, Objects.toString(value));
    }
  }
}
