package org.macro2micro.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macro2micro.catalog.Databases;
import org.macro2micro.catalog.LabelSchemes;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.LabelScheme;
import org.macro2micro.clip.LabelledClip;
import org.macro2micro.config.ExperimentSettings;
import org.macro2micro.config.ExperimentSettings.LabSource;
import org.macro2micro.config.SettingsException;
import org.macro2micro.dataset.DatasetException;
import org.macro2micro.dataset.Inventory;
import org.macro2micro.dataset.Problem;
import org.macro2micro.preprocess.ApexSearch;
import org.macro2micro.preprocess.PreparationException;
import org.macro2micro.preprocess.PreparedClips;

/** Generates or finds the databases of an experiment, reads them and prepares their clips. */
final class SourceLoader {
  private final ExperimentSettings settings;
  private final Path out;
  private final RunListener listener;

  SourceLoader(ExperimentSettings settings, Path out, RunListener listener) {
    this.settings = settings;
    this.out = out;
    this.listener = listener;
  }

  ClipSource micro() throws SettingsException, DatasetException, IOException {
    ExperimentSettings.MicroSource source = settings.micro();
    String scheme = source.scheme();
    if (!LabelSchemes.names().contains(scheme)) {
      throw new SettingsException(
          "micro.scheme: \"%s\" is not known; expected one of %s"
              .formatted(scheme, LabelSchemes.names()));
    }
    return load("micro", source.database(), source.root(), source.lab(), scheme, 1);
  }

  ClipSource macro() throws SettingsException, DatasetException, IOException {
    ExperimentSettings.MacroSource source = settings.macro();
    return load(
        "macro", source.database(), source.root(), source.lab(), LabelSchemes.RAW, source.until());
  }

  private ClipSource load(
      String role,
      String database,
      @Nullable Path root,
      @Nullable LabSource lab,
      String schemeName,
      double until)
      throws SettingsException, DatasetException, IOException {
    Databases known = database(role, database);
    Path folder = root;
    if (folder == null) {
      if (lab == null) {
        throw new SettingsException(
            "%s.root: no folder given for database %s; say where it is with --set %s.root=FOLDER"
                .formatted(role, database, role));
      }
      folder = new LabSources(settings.seed(), listener).write(role, known, lab, schemeName, out);
    }
    Inventory inventory = known.reader().read(folder);
    LabelScheme scheme = LabelSchemes.byName(schemeName, inventory.corpus());
    Map<ClipId, String> truth = new LinkedHashMap<>(scheme.truth(inventory.corpus()));
    List<String> problems = new ArrayList<>();
    inventory.problems().stream().map(Problem::toString).forEach(problems::add);
    List<Clip> wanted = new ArrayList<>();
    for (LabelledClip labelled : inventory.corpus().clips()) {
      ClipId id = labelled.clip().id();
      if (truth.containsKey(id)) {
        try {
          Clip clip = known.isCutAtApex() ? upToApex(labelled.clip()) : labelled.clip();
          wanted.add(MacroCut.of(clip, until));
        } catch (PreparationException e) {
          leaveOut(id, String.valueOf(e.getMessage()), truth, problems);
        }
      }
    }
    if (wanted.isEmpty()) {
      throw new SettingsException(
          "%s database %s at %s: none of %d clips takes part in scheme %s"
              .formatted(role, database, folder, inventory.corpus().clips().size(), scheme.name()));
    }
    PreparedClips pixels = prepare(role, wanted);
    pixels.unusable().forEach((id, message) -> leaveOut(id, message, truth, problems));
    if (truth.isEmpty()) {
      throw new SettingsException(
          "%s database %s at %s: none of %d clips could be prepared; the first: %s"
              .formatted(role, database, folder, wanted.size(), problems.get(problems.size() - 1)));
    }
    problems.forEach(listener::note);
    return new ClipSource(database, scheme, truth, pixels, problems);
  }

  private static void leaveOut(
      ClipId id, String message, Map<ClipId, String> truth, List<String> problems) {
    truth.remove(id);
    problems.add(message + " [left out]");
  }

  /** Where no apex is annotated the rule of {@code preprocess.apex} says which frame it is. */
  private Clip upToApex(Clip clip) throws PreparationException {
    Clip known = ApexSearch.located(clip, settings.preprocess());
    return known.upToApex(known.apex().orElseThrow());
  }

  private PreparedClips prepare(String role, List<Clip> clips) throws IOException {
    Path cache = settings.cache() == null ? out.resolve("prepared") : settings.cache();
    Files.createDirectories(cache);
    listener.begin("prepare " + role + " clips", clips.size());
    return PreparedClips.prepare(
        clips,
        settings.preprocess(),
        cache,
        settings.memoryMib() / 2,
        (done, all) -> listener.done(done));
  }

  private static Databases database(String role, String name) throws SettingsException {
    try {
      return Databases.byName(name);
    } catch (IllegalArgumentException e) {
      throw new SettingsException(role + ".database: " + e.getMessage(), e);
    }
  }
}
