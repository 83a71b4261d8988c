package org.macro2micro.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macro2micro.clip.ClipId;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.config.ExperimentSettings;
import org.macro2micro.config.SettingsException;
import org.macro2micro.dataset.DatasetException;
import org.macro2micro.experiment.Provenance;
import org.macro2micro.experiment.Row;
import org.macro2micro.method.MacroForm;
import org.macro2micro.method.TrainingData;
import org.macro2micro.nn.ComputeDevice;
import org.macro2micro.nn.EngineStart;
import org.macro2micro.preprocess.PreprocessSettings;
import org.macro2micro.seed.SeedPath;

/**
 * All that the trainings of an experiment need, put together once, whether one person is held out
 * or nobody is: methods, and for each way in which these want their clips prepared the clips
 * themselves. A clip that one preparation can't use is left out of all, so that all rows are tested
 * on the same clips.
 */
final class TrainingAssembly {
  private final ExperimentFile file;
  private final RowMethods methods;
  private final Map<String, String> files;
  private final Map<PreprocessSettings, ClipSource> micro = new LinkedHashMap<>();
  private final Map<MacroWay, MacroTeacher> macro = new LinkedHashMap<>();
  private final RunKeys keys;

  /** A way in which macro clips are prepared. */
  private record MacroWay(PreprocessSettings preparation, double until) {}

  private TrainingAssembly(ExperimentFile file, RowMethods methods, Map<String, String> files) {
    this.file = file;
    this.methods = methods;
    this.files = files;
    keys = new RunKeys(file);
  }

  /**
   * Reads and prepares what the rows need.
   *
   * @param folder where databases are drawn and prepared clips are kept, if the settings name no
   *     other place
   * @param databases read so far by this process
   * @throws SettingsException if a setting can't be used with the databases found, or a row's
   *     preparation is not what its method takes
   * @throws org.macro2micro.nn.EngineStartException if the device that is asked for is not there
   */
  static TrainingAssembly of(
      ExperimentFile file, Path folder, ReadDatabases databases, RunListener listener)
      throws SettingsException, DatasetException, IOException {
    ExperimentFile here = file.on(EngineStart.resolved(file.settings().device()));
    RowMethods methods = Requirements.of(here);
    TrainingAssembly all = new TrainingAssembly(here, methods, methods.files());
    all.load(folder, databases, listener);
    all.problems().forEach(listener::note);
    return all;
  }

  private void load(Path folder, ReadDatabases databases, RunListener listener)
      throws SettingsException, DatasetException, IOException {
    Set<PreprocessSettings> wanted = new LinkedHashSet<>();
    Set<MacroWay> guided = new LinkedHashSet<>();
    for (Row row : settings().rows()) {
      wanted.add(preparation(row));
      if (methods.of(row).isGuided()) {
        guided.add(macroWay(row));
      }
    }
    SourceLoader loader =
        new SourceLoader(settings(), folder, databases, listener, wanted.size() + guided.size());
    // Both are read before either is prepared, which takes hours: a fault of the second is told
    // now.
    loader.readMicro();
    if (!guided.isEmpty()) {
      loader.readMacro();
    }
    for (PreprocessSettings preparation : wanted) {
      micro.put(preparation, loader.micro(preparation));
    }
    Set<ClipId> usable = new LinkedHashSet<>(first().truth().keySet());
    micro.values().forEach(source -> usable.retainAll(source.truth().keySet()));
    if (usable.isEmpty()) {
      throw new SettingsException(
          "micro database %s: no clip can be prepared for all of the rows %s"
              .formatted(first().database(), settings().rows()));
    }
    micro.replaceAll((preparation, source) -> source.only(usable));
    for (Row row : settings().rows()) {
      CodedUnits.requireMicro(row, micro(row));
    }
    for (MacroWay way : guided) {
      ClipSource source = loader.macro(way.preparation, way.until);
      macro.put(way, new MacroTeacher(settings(), source, first().scheme()));
    }
    for (Row row : settings().rows()) {
      if (CodedUnits.ofMacro(row) && methods.of(row).isGuided()) {
        macro(row).orElseThrow().requireUnits(row);
      }
    }
  }

  ExperimentFile file() {
    return file;
  }

  ExperimentSettings settings() {
    return file.settings();
  }

  RowMethods methods() {
    return methods;
  }

  /** Where networks compute: the processor or a card. */
  ComputeDevice device() {
    return settings().device();
  }

  /** The root of the run's seeds. */
  SeedPath seed() {
    return SeedPath.root(settings().seed());
  }

  private PreprocessSettings preparation(Row row) {
    return settings().blockOf(row).preprocess();
  }

  private MacroWay macroWay(Row row) {
    MacroForm form = methods.of(row).macroForm();
    return new MacroWay(form.preparation(preparation(row)), form.until());
  }

  private ClipSource first() {
    return micro.values().iterator().next();
  }

  /** The micro clips as the last row sees them; classes and ids are the same for all rows. */
  ClipSource micro() {
    return micro(settings().rows().get(settings().rows().size() - 1));
  }

  /** The micro clips as a row's method wants them. */
  ClipSource micro(Row row) {
    ClipSource source = micro.get(preparation(row));
    if (source == null) {
      throw new IllegalArgumentException("row \"" + row + "\" is not of this experiment");
    }
    return source;
  }

  /** The macro clips that guide a row; empty if none do. */
  Optional<MacroTeacher> macro(Row row) {
    return methods.of(row).isGuided()
        ? Optional.ofNullable(macro.get(macroWay(row)))
        : Optional.empty();
  }

  /** The macro clips that MaNet learns from; empty if no row of terms is guided. */
  Optional<MacroTeacher> macro() {
    return settings().rows().stream()
        .filter(Row::isOfTerms)
        .flatMap(row -> macro(row).stream())
        .findFirst();
  }

  /** What a row learns from when these micro clips are its training clips. */
  TrainingData data(Row row, Collection<ClipId> training) {
    return data(micro(row), macro(row).orElse(null), training);
  }

  /** What MaNet learns from. */
  TrainingData macroData(MacroTeacher teacher) {
    return data(first(), teacher, List.of());
  }

  private static TrainingData data(
      ClipSource source, @Nullable MacroTeacher teacher, Collection<ClipId> training) {
    return teacher == null
        ? TrainingData.of(source.examples(training))
        : TrainingData.of(source.examples(training), teacher.guide());
  }

  /** The keys of a row's results. */
  RunKeys.OfRow keys(Row row) {
    return keys.of(
        row,
        RunKeys.Content.of(micro(row)),
        CodedUnits.ofMicro(row) ? micro(row).units() : Map.of(),
        macro(row)
            .map(MacroTeacher::source)
            .map(CodedUnits.ofMacro(row) ? RunKeys.Content::withUnits : RunKeys.Content::of),
        methods.of(row).files());
  }

  /** The key of MaNet's own check. */
  String macroKey(MacroTeacher teacher) {
    return keys.macro(RunKeys.Content.of(teacher.source()), methods.ours().files());
  }

  /** Where all of it comes from, at this moment. */
  Provenance provenance() {
    Map<String, String> digests = new LinkedHashMap<>();
    micro.values().forEach(source -> add(digests, "micro " + source.database(), source));
    macro
        .values()
        .forEach(teacher -> add(digests, "macro " + teacher.source().database(), teacher.source()));
    digests.putAll(files);
    return Provenance.now(
        Product.version(),
        Product.libraries(),
        device().name().toLowerCase(Locale.ROOT),
        List.of(settings().seed()),
        digests);
  }

  /** Each preparation has its own digest; the first stands under the plain name. */
  private static void add(Map<String, String> digests, String name, ClipSource source) {
    String own = name;
    for (int i = 2; digests.containsKey(own); i++) {
      own = name + ", preparation " + i;
    }
    digests.put(own, source.pixels().digest());
  }

  /** What was corrected, left out or noted, a line each. */
  List<String> problems() {
    Set<String> problems = new LinkedHashSet<>();
    micro.values().forEach(source -> problems.addAll(source.problems()));
    macro.values().forEach(teacher -> problems.addAll(teacher.source().problems()));
    problems.addAll(methods.notes());
    return new ArrayList<>(problems);
  }
}
