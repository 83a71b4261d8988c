package org.macro2micro.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.macro2micro.experiment.PaperTable;
import org.macro2micro.experiment.RunDirectory;

/** Says how the settings of results that are about to be replaced differ from the new ones. */
final class ReplacedSettings {
  private static final int MOST_SHOWN = 4;

  /** Settings that no result depends on; those of another device lie under another key. */
  private static final Set<String> WITHOUT_EFFECT = Set.of("device", "memory-mib", "cache", "work");

  private ReplacedSettings() {}

  /**
   * Notes that a folder's results are of other settings, so that they do not vanish without a word.
   *
   * @param out the folder's name
   * @param settings of the run that begins
   */
  static void note(
      RunDirectory directory, Path out, Map<String, Object> settings, RunListener listener)
      throws IOException {
    Map<String, Object> old;
    try {
      old = directory.settings().orElse(Map.of());
    } catch (IOException damaged) {
      listener.note("%s: %s; it is replaced".formatted(out, damaged.getMessage()));
      return;
    }
    String differences = between(old, settings);
    if (!old.isEmpty() && !differences.isEmpty()) {
      listener.note(
          "note: %s holds a run of other settings, whose results are replaced: %s; to keep them, stop this and name another --out"
              .formatted(out, differences));
    }
  }

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

  /**
   * What a finished table is of, if it is not the one asked for.
   *
   * @param json the table's file; need not exist
   */
  static Optional<String> ofTable(Path json, TableRequest request) {
    PaperTable old;
    try {
      Optional<PaperTable> read = PaperTable.read(json);
      if (read.isEmpty()) {
        return Optional.empty();
      }
      old = read.get();
    } catch (IOException damaged) {
      return Optional.of("a table that can't be read");
    }
    if (old.number() != request.number()) {
      return Optional.of("Table " + old.number());
    }
    if (!old.rows().equals(request.rows())) {
      return Optional.of("a table of the rows " + old.rows());
    }
    Set<Long> seeds = new TreeSet<>();
    old.columns().forEach(column -> seeds.addAll(column.seeds()));
    return seeds.equals(Set.copyOf(request.seeds()))
        ? Optional.empty()
        : Optional.of("a table of the seeds " + seeds);
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
