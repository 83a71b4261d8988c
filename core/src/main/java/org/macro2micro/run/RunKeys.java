package org.macro2micro.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.macro2micro.catalog.Methods;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Subject;
import org.macro2micro.experiment.ModelSelection;
import org.macro2micro.experiment.Row;

/**
 * Digests of all that a piece of a run depends on: clips, their classes, settings, seed, version.
 * Where the databases lie, which other rows the table has and how those are set, the title and the
 * bounds on memory change nothing; nor do the classes of the person a fold holds out, who is not
 * trained on, unless they select the epoch.
 */
final class RunKeys {
  private static final List<String> WITHOUT_EFFECT =
      List.of("title", "rows", "memory-mib", "cache", "work", "keep-models");

  private static final List<String> OF_OUR_ROWS =
      List.of("macro", "init", "network", "phases", "transfer");
  private static final List<String> OF_OTHER_METHODS = List.of("handcrafted", "deep");

  private final Map<String, Object> settings;
  private final String sources;
  private final ModelSelection selection;
  private final Map<ClipId, String> microTruth;

  /**
   * Clips as far as work depends on them.
   *
   * @param digest of the prepared pixels; these know no classes
   * @param truth class of each clip
   */
  record Content(String digest, Map<ClipId, String> truth) {
    /** Of a database that no row needs. */
    static final Content NONE = new Content("", Map.of());

    Content {
      truth = new TreeMap<>(truth);
    }

    static Content of(ClipSource source) {
      return new Content(source.pixels().digest(), source.truth());
    }
  }

  RunKeys(Map<String, Object> tree, ModelSelection selection, Content micro, Content macro) {
    this(tree, selection, micro, macro, "");
  }

  /**
   * @param initial digest of the file of initial weights; empty if there is none
   */
  RunKeys(
      Map<String, Object> tree,
      ModelSelection selection,
      Content micro,
      Content macro,
      String initial) {
    this.selection = selection;
    settings = new LinkedHashMap<>(tree);
    WITHOUT_EFFECT.forEach(settings::remove);
    settings.computeIfPresent("micro", (name, value) -> without("root", value));
    settings.computeIfPresent("init", (name, value) -> without("weights", value));
    settings.computeIfPresent("macro", (name, value) -> without("root", value));
    sources = micro.digest() + macro + initial;
    microTruth = micro.truth();
  }

  String fold(Row row, Subject heldOut) {
    Map<ClipId, String> learnt = new TreeMap<>(microTruth);
    if (selection != ModelSelection.TEST_SELECTED) {
      learnt.keySet().removeIf(id -> id.subject().equals(heldOut));
    }
    return StoredWork.digest(common(row) + "|fold|" + row + "|" + heldOut + "|" + learnt);
  }

  /** Of a model of a row that has learnt from everybody. */
  String all(Row row) {
    return StoredWork.digest(common(row) + "|all|" + row + "|" + microTruth);
  }

  String macro() {
    return StoredWork.digest(common(Row.L_C) + "|macro");
  }

  /** All that the results of a row have in common: of the settings, those that it reads. */
  private String common(Row row) {
    Map<String, Object> own = new LinkedHashMap<>(settings);
    if (row.isOfTerms()) {
      OF_OTHER_METHODS.forEach(own::remove);
    } else {
      OF_OUR_ROWS.forEach(own::remove);
      for (Methods method : Methods.values()) {
        if (!row.method().equals(Optional.of(method.label()))) {
          for (String block : OF_OTHER_METHODS) {
            own.computeIfPresent(block, (name, value) -> without(method.label(), value));
          }
        }
      }
    }
    return Product.version() + own + sources;
  }

  private static Object without(String name, Object source) {
    if (!(source instanceof Map<?, ?> map)) {
      return source;
    }
    Map<Object, Object> copy = new LinkedHashMap<>(map);
    copy.remove(name);
    return copy;
  }
}
