package org.macro2micro.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.macro2micro.catalog.Databases;
import org.macro2micro.catalog.LabelSchemes;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.LabelScheme;
import org.macro2micro.clip.LabelledClip;
import org.macro2micro.clip.UnitCoding;
import org.macro2micro.config.ExperimentSettings;
import org.macro2micro.config.ExperimentSettings.LabSource;
import org.macro2micro.config.SettingsException;
import org.macro2micro.dataset.DatasetException;
import org.macro2micro.dataset.Inventory;
import org.macro2micro.dataset.Problem;
import org.macro2micro.preprocess.ApexSearch;
import org.macro2micro.preprocess.PreparationException;
import org.macro2micro.preprocess.PreparedClips;
import org.macro2micro.preprocess.PreprocessSettings;

/** Generates or finds the databases of an experiment, reads them and prepares their clips. */
final class SourceLoader {
  private final ExperimentSettings settings;
  private final Path out;
  private final ReadDatabases databases;
  private final RunListener listener;
  private final int shares;

  /**
   * @param out where databases are drawn and prepared clips are kept, if the settings name no other
   *     place
   * @param databases read so far by this process
   * @param shares how many sources will be loaded: what they hold in memory together is bounded
   */
  SourceLoader(
      ExperimentSettings settings,
      Path out,
      ReadDatabases databases,
      RunListener listener,
      int shares) {
    this.settings = settings;
    this.out = out;
    this.databases = databases;
    this.listener = listener;
    this.shares = shares;
  }

  /** Reads the micro database without preparing its clips. */
  void readMicro() throws SettingsException, DatasetException, IOException {
    read(wantedMicro());
  }

  /** Reads the macro database without preparing its clips. */
  void readMacro() throws SettingsException, DatasetException, IOException {
    read(wantedMacro(1));
  }

  /** The micro clips, prepared in this way. */
  ClipSource micro(PreprocessSettings preparation)
      throws SettingsException, DatasetException, IOException {
    return load(wantedMicro(), preparation);
  }

  /**
   * The macro clips, prepared in this way.
   *
   * @param until share that is shown of what {@code macro.until} leaves
   */
  ClipSource macro(PreprocessSettings preparation, double until)
      throws SettingsException, DatasetException, IOException {
    return load(wantedMacro(until), preparation);
  }

  private Wanted wantedMicro() throws SettingsException {
    ExperimentSettings.MicroSource source = settings.micro();
    Requirements.scheme("micro.scheme", source.scheme());
    return new Wanted("micro", source.database(), source.root(), source.lab(), source.scheme(), 1);
  }

  private Wanted wantedMacro(double until) {
    ExperimentSettings.MacroSource source = settings.macro();
    return new Wanted(
        "macro",
        source.database(),
        source.root(),
        source.lab(),
        LabelSchemes.RAW,
        source.until() * until);
  }

  /**
   * What an experiment wants of a database.
   *
   * @param role "micro" or "macro", the block that says so
   * @param database its name
   * @param root its folder; null if the lab draws it
   * @param lab how the lab draws it; null if it has a folder
   * @param scheme name of the label scheme
   * @param until share of the way from onset to apex that is shown
   */
  private record Wanted(
      String role,
      String database,
      @Nullable Path root,
      @Nullable LabSource lab,
      String scheme,
      double until) {}

  private void read(Wanted wanted) throws SettingsException, DatasetException, IOException {
    Databases known = Requirements.database(wanted.role, wanted.database);
    databases.of(known, folder(wanted, known));
  }

  private ClipSource load(Wanted wanted, PreprocessSettings preparation)
      throws SettingsException, DatasetException, IOException {
    String role = wanted.role;
    String database = wanted.database;
    Databases known = Requirements.database(role, database);
    Path folder = folder(wanted, known);
    Inventory inventory = databases.of(known, folder);
    LabelScheme scheme = LabelSchemes.byName(wanted.scheme, inventory.corpus());
    Map<ClipId, String> truth = new LinkedHashMap<>(scheme.truth(inventory.corpus()));
    List<String> problems = new ArrayList<>();
    inventory.problems().stream().map(Problem::toString).forEach(problems::add);
    List<Clip> clips = new ArrayList<>();
    for (LabelledClip labelled : inventory.corpus().clips()) {
      ClipId id = labelled.clip().id();
      if (truth.containsKey(id)) {
        try {
          Clip clip =
              known.isCutAtApex() ? upToApex(labelled.clip(), preparation) : labelled.clip();
          clips.add(MacroCut.of(clip, wanted.until));
        } catch (PreparationException e) {
          leaveOut(id, String.valueOf(e.getMessage()), truth, problems);
        }
      }
    }
    if (clips.isEmpty()) {
      throw new SettingsException(
          "%s database %s at %s: none of %d clips takes part in scheme %s"
              .formatted(role, database, folder, inventory.corpus().clips().size(), scheme.name()));
    }
    PreparedClips pixels = prepare(role, clips, preparation);
    pixels.unusable().forEach((id, message) -> leaveOut(id, message, truth, problems));
    if (truth.isEmpty()) {
      throw new SettingsException(
          "%s database %s at %s: none of %d clips could be prepared; the first: %s"
              .formatted(role, database, folder, clips.size(), problems.get(problems.size() - 1)));
    }
    problems.addAll(pixels.notes().values());
    Map<ClipId, UnitCoding> units = new TreeMap<>();
    for (LabelledClip labelled : inventory.corpus().clips()) {
      if (truth.containsKey(labelled.id())) {
        labelled.annotation().units().ifPresent(coding -> units.put(labelled.id(), coding));
      }
    }
    return new ClipSource(database, scheme, truth, units, pixels, problems);
  }

  private Path folder(Wanted wanted, Databases known) throws SettingsException, IOException {
    if (wanted.root != null) {
      return wanted.root;
    }
    if (wanted.lab == null) {
      throw new SettingsException(
          "%s.root: no folder is given for database %s; say where it is with --set %s.root=FOLDER"
              .formatted(wanted.role, wanted.database, wanted.role));
    }
    return new LabSources(settings.seed(), listener)
        .write(wanted.role, known, wanted.lab, wanted.scheme, out);
  }

  private static void leaveOut(
      ClipId id, String message, Map<ClipId, String> truth, List<String> problems) {
    truth.remove(id);
    problems.add(message + " [left out]");
  }

  /** Where no apex is annotated the rule of {@code preprocess.apex} says which frame it is. */
  static Clip upToApex(Clip clip, PreprocessSettings preparation) throws PreparationException {
    Clip known = ApexSearch.located(clip, preparation);
    return known.upToApex(known.apex().orElseThrow());
  }

  private PreparedClips prepare(String role, List<Clip> clips, PreprocessSettings preparation)
      throws IOException {
    Path cache = settings.cache() == null ? out.resolve("prepared") : settings.cache();
    Files.createDirectories(cache);
    listener.begin("prepare " + role + " clips", clips.size());
    return PreparedClips.prepare(
        clips,
        preparation,
        cache,
        settings.memoryMib() / shares,
        (done, all) -> listener.done(done));
  }
}
