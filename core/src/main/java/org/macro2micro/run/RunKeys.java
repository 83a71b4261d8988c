package org.macro2micro.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.macro2micro.base.Sha256;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Subject;
import org.macro2micro.clip.UnitCoding;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.experiment.ModelSelection;
import org.macro2micro.experiment.Row;
import org.macro2micro.method.proposed.MacroToMicro;
import org.macro2micro.nn.ComputeDevice;

/**
 * Digests of all that a piece of a run depends on: clips, their classes, the settings that the
 * row's method reads, seed, version. Where the databases lie, which other rows the table has and
 * how those are set, the title and the bounds on memory change nothing; nor do the classes of the
 * person a fold holds out, who is not trained on, unless they select the epoch.
 */
final class RunKeys {
  private static final List<String> FOR_ALL =
      List.of("seed", "micro", "selection", "validation-share");

  private final ExperimentFile file;

  RunKeys(ExperimentFile file) {
    this.file = file;
  }

  /**
   * Clips as far as work depends on them.
   *
   * @param digest of the prepared pixels; these know no classes
   * @param truth class of each clip
   */
  record Content(String digest, Map<ClipId, String> truth) {
    Content {
      truth = new TreeMap<>(truth);
    }

    static Content of(ClipSource source) {
      return new Content(source.pixels().digest(), source.truth());
    }

    /** Clips of which classes and action units are learnt. */
    static Content withUnits(ClipSource source) {
      return new Content(source.pixels().digest(), coded(source.truth(), source.units()));
    }

    /** Classes, each with the action units of its clip behind it where they were coded. */
    static Map<ClipId, String> coded(Map<ClipId, String> truth, Map<ClipId, UnitCoding> units) {
      Map<ClipId, String> coded = new TreeMap<>(truth);
      units.forEach((id, coding) -> coded.merge(id, " " + coding, String::concat));
      return coded;
    }
  }

  /**
   * The keys of one row.
   *
   * @param row whose keys these are
   * @param common what all of its results have in common
   * @param truth classes of the micro clips, with their action units if the row learns from them
   * @param selection what chooses the epoch
   */
  record OfRow(Row row, String common, Map<ClipId, String> truth, ModelSelection selection) {
    /** The key of what the row says of a person who is held out. */
    String fold(Subject heldOut) {
      Map<ClipId, String> learnt = new TreeMap<>(truth);
      if (selection != ModelSelection.TEST_SELECTED) {
        learnt.keySet().removeIf(id -> id.subject().equals(heldOut));
      }
      return Sha256.hex(common + "|fold|" + row + "|" + heldOut + "|" + learnt);
    }

    /** The key of a model that has learnt from everybody. */
    String all() {
      return Sha256.hex(common + "|all|" + row + "|" + truth);
    }
  }

  /**
   * The keys of a row.
   *
   * @param micro its clips
   * @param units action units of the clips, if it learns from them; empty if not
   * @param macro the clips that guide it, if any do
   * @param files digests of the files that its block names
   */
  OfRow of(
      Row row,
      Content micro,
      Map<ClipId, UnitCoding> units,
      Optional<Content> macro,
      SortedMap<String, String> files) {
    Map<String, Object> settings = settings(FOR_ALL);
    macro.ifPresent(content -> settings.putAll(settings(List.of("macro"))));
    String common =
        Product.version()
            + settings
            + file.settings().blockOf(row).key(files.keySet())
            + micro.digest()
            + macro.map(Content::toString).orElse("")
            + files
            + device();
    return new OfRow(row, common, Content.coded(micro.truth(), units), file.settings().selection());
  }

  /** The key of MaNet's own check. */
  String macro(Content macro, SortedMap<String, String> files) {
    return Sha256.hex(
        Product.version()
            + settings(List.of("seed", "macro"))
            + file.settings().block(MacroToMicro.PAGE.name()).key(files.keySet())
            + macro
            + files
            + device()
            + "|macro");
  }

  /** A card rounds otherwise than a processor. */
  private String device() {
    return file.settings().device() == ComputeDevice.GPU ? "|gpu" : "";
  }

  private Map<String, Object> settings(List<String> names) {
    Map<String, Object> settings = new LinkedHashMap<>();
    for (String name : names) {
      settings.put(name, withoutRoot(file.tree().getOrDefault(name, "")));
    }
    return settings;
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
