package org.macro2micro.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.macro2micro.catalog.Databases;
import org.macro2micro.catalog.LabelSchemes;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Emotion;
import org.macro2micro.clip.LabelScheme;
import org.macro2micro.clip.LabelledClip;
import org.macro2micro.clip.UnitCoding;
import org.macro2micro.config.ExperimentSettings;
import org.macro2micro.config.SettingsException;
import org.macro2micro.dataset.DatasetException;
import org.macro2micro.dataset.Inventory;
import org.macro2micro.dataset.Problem;
import org.macro2micro.preprocess.PreparationException;
import org.macro2micro.preprocess.PreparedClips;
import org.macro2micro.preprocess.PreprocessSettings;

/**
 * The clips of some databases whose action units people coded, whatever emotion they show.
 *
 * @param clips as they lie on disk, cut at the apex where the database goes on after it
 * @param emotions of these clips
 * @param units codings of these clips
 * @param problems what was corrected, left out or noted, a line each
 */
record CodedSource(
    List<CodedClip> clips,
    SortedMap<ClipId, Emotion> emotions,
    SortedMap<ClipId, UnitCoding> units,
    List<String> problems) {
  /** A clip and whether its database goes on after the apex. */
  record CodedClip(Clip clip, boolean isCutAtApex) {}

  /**
   * Reads databases.
   *
   * @param folders by the databases' names
   * @throws SettingsException if a database is not known, nobody codes its units, or none of its
   *     clips has coded ones
   */
  static CodedSource read(Map<String, Path> folders) throws SettingsException, DatasetException {
    List<CodedClip> clips = new ArrayList<>();
    SortedMap<ClipId, Emotion> emotions = new TreeMap<>();
    SortedMap<ClipId, UnitCoding> units = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    for (Map.Entry<String, Path> given : folders.entrySet()) {
      Databases database = coded(given.getKey());
      Inventory inventory = database.reader().read(given.getValue());
      inventory.problems().stream().map(Problem::toString).forEach(problems::add);
      int before = units.size();
      int all = inventory.corpus().clips().size();
      for (LabelledClip clip : inventory.corpus().clips()) {
        UnitCoding coding = clip.annotation().units().orElse(null);
        if (coding == null) {
          continue;
        }
        if (units.put(clip.id(), coding) != null) {
          throw new SettingsException(
              "units: clip %s is in two of the folders %s; name each database once"
                  .formatted(clip.id(), folders.keySet()));
        }
        emotions.put(clip.id(), clip.annotation().emotion());
        clips.add(new CodedClip(clip.clip(), database.isCutAtApex()));
      }
      int found = units.size() - before;
      if (found == 0) {
        throw new SettingsException(
            "units: nobody coded the action units of the %d clips of %s at %s; expected its sheet's column of action units (casme2, samm), its folder FACS (ckplus) or its files oao_aucs.xml (mmi)"
                .formatted(all, given.getKey(), given.getValue()));
      }
      if (found < all) {
        problems.add(
            "%s: nobody coded the action units of %d of %d clips [left out]"
                .formatted(given.getKey(), all - found, all));
      }
    }
    return new CodedSource(clips, emotions, units, problems);
  }

  private static Databases coded(String name) throws SettingsException {
    Databases database;
    try {
      database = Databases.byName(name);
    } catch (IllegalArgumentException e) {
      throw new SettingsException("units: " + e.getMessage(), e);
    }
    if (!database.codesUnits()) {
      throw new SettingsException(
          "units: nobody coded the action units of %s; expected one of %s"
              .formatted(
                  name,
                  Arrays.stream(Databases.values())
                      .filter(Databases::codesUnits)
                      .map(Databases::shortName)
                      .toList()));
    }
    return database;
  }

  /**
   * Prepares the clips.
   *
   * @param cache folder of prepared clips
   * @param shares how many preparations there will be: what they hold in memory is bounded
   * @throws SettingsException if no clip can be prepared
   */
  ClipSource prepared(
      ExperimentSettings settings,
      PreprocessSettings preparation,
      Path cache,
      int shares,
      RunListener listener)
      throws SettingsException, IOException {
    List<String> own = new ArrayList<>();
    List<Clip> usable = new ArrayList<>();
    SortedMap<ClipId, Emotion> kept = new TreeMap<>(emotions);
    for (CodedClip each : clips) {
      try {
        usable.add(each.isCutAtApex ? SourceLoader.upToApex(each.clip, preparation) : each.clip);
      } catch (PreparationException e) {
        leaveOut(each.clip.id(), String.valueOf(e.getMessage()), kept, own);
      }
    }
    Files.createDirectories(cache);
    listener.begin("prepare clips", usable.size());
    PreparedClips pixels =
        PreparedClips.prepare(
            usable,
            preparation,
            cache,
            settings.memoryMib() / shares,
            (done, all) -> listener.done(done));
    pixels.unusable().forEach((id, message) -> leaveOut(id, message, kept, own));
    if (kept.isEmpty()) {
      throw new SettingsException(
          "units: none of %d clips could be prepared; the first: %s"
              .formatted(clips.size(), own.get(0)));
    }
    LabelScheme scheme = LabelSchemes.byName(LabelSchemes.RAW, kept.values());
    return new ClipSource(
            String.join(" + ", databases(kept.keySet())),
            scheme,
            scheme.truth(kept),
            units,
            pixels,
            own)
        .only(kept.keySet());
  }

  private static List<String> databases(Collection<ClipId> ids) {
    return ids.stream().map(id -> id.subject().database()).distinct().toList();
  }

  private static void leaveOut(
      ClipId id, String message, Map<ClipId, Emotion> kept, List<String> problems) {
    kept.remove(id);
    problems.add(message + " [left out]");
  }
}
