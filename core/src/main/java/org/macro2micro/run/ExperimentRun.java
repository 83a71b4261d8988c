package org.macro2micro.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.config.ExperimentSettings;
import org.macro2micro.config.SettingsException;
import org.macro2micro.dataset.DatasetException;
import org.macro2micro.experiment.CurvePoint;
import org.macro2micro.experiment.Fold;
import org.macro2micro.experiment.FoldResult;
import org.macro2micro.experiment.LeaveOneSubjectOut;
import org.macro2micro.experiment.MacroCheck;
import org.macro2micro.experiment.Provenance;
import org.macro2micro.experiment.Row;
import org.macro2micro.experiment.RunDirectory;
import org.macro2micro.experiment.RunResult;
import org.macro2micro.method.proposed.InitialTrunks;
import org.macro2micro.report.MacroAccuracy;
import org.macro2micro.report.ReportContent;
import org.macro2micro.report.ReportPage;
import org.macro2micro.seed.SeedPath;

/**
 * Runs an experiment in this process: reads and prepares both databases, trains MaNet once, holds
 * out one subject after the other, and writes table and page. A run that was stopped goes on in the
 * same folder: folds whose inputs and settings have not changed are taken as they are.
 */
public final class ExperimentRun {
  private final ExperimentFile file;
  private final Path out;
  private final RunListener listener;
  private @Nullable Provenance started;

  /**
   * @param file the experiment
   * @param out the run's folder; created if needed
   * @param listener hears of progress
   */
  public ExperimentRun(ExperimentFile file, Path out, RunListener listener) {
    this.file = file;
    this.out = out;
    this.listener = listener;
  }

  /** What a run does before its folds, and what they need. */
  private record Prepared(
      RunDirectory directory,
      ClipSource micro,
      List<String> problems,
      FoldRunner folds,
      Optional<MacroCheck> check,
      Provenance provenance) {}

  /**
   * Does what comes before the folds: databases drawn and prepared, MaNet trained. {@link #run}
   * then counts its time from here.
   *
   * @throws SettingsException as {@link #run}
   * @throws DatasetException as {@link #run}
   * @throws IOException as {@link #run}
   */
  public void prepare() throws SettingsException, DatasetException, IOException {
    started = prepared().provenance;
  }

  /**
   * Does only the folds of one of several processes that share a run; {@link #run} then finds them.
   *
   * @throws SettingsException as {@link #run}
   * @throws DatasetException as {@link #run}
   * @throws IOException as {@link #run}
   */
  public void run(Share share) throws SettingsException, DatasetException, IOException {
    Prepared prepared = prepared();
    List<Fold> own = share.of(folds(prepared.micro));
    listener.begin(
        "train, one subject held out", own.size() * RowMethods.epochsPerFold(file.settings()));
    for (Fold fold : own) {
      prepared.folds.run(fold);
    }
  }

  private Prepared prepared() throws SettingsException, DatasetException, IOException {
    ExperimentSettings settings = file.settings();
    RunDirectory directory = new RunDirectory(out);
    Optional<InitialTrunks> initial = InitialWeights.load(settings.init());
    SourceLoader loader = new SourceLoader(settings, out, listener);
    ClipSource micro = loader.micro();
    ClipSource macro = settings.needsMacro() ? loader.macro() : null;
    directory.writeSettings(file.tree());
    Map<String, String> digests = new LinkedHashMap<>();
    digests.put("micro " + micro.database(), micro.pixels().digest());
    if (macro != null) {
      digests.put("macro " + macro.database(), macro.pixels().digest());
    }
    initial.ifPresent(trunks -> digests.put("init.weights", trunks.weights().digest()));
    Provenance provenance =
        started != null
            ? started
            : Provenance.now(
                Product.version(), Product.libraries(), List.of(settings.seed()), digests);
    directory.writeProvenance(provenance);

    RunKeys keys =
        new RunKeys(
            file.tree(),
            settings.selection(),
            RunKeys.Content.of(micro),
            macro == null ? RunKeys.Content.NONE : RunKeys.Content.of(macro),
            initial.map(trunks -> trunks.weights().digest()).orElse(""));
    MacroTeacher teacher = macro == null ? null : new MacroTeacher(settings, macro, micro.scheme());
    KeptModels models = new KeptModels(settings.keepModels(), directory, file.tree(), provenance);
    FoldRunner folds =
        new FoldRunner(
            settings, out, directory, micro, teacher, keys, listener, initial.orElse(null), models);
    Optional<MacroCheck> check = folds.checkMacro();
    List<String> problems = new ArrayList<>(micro.problems());
    if (macro != null) {
      problems.addAll(macro.problems());
    }
    return new Prepared(directory, micro, problems, folds, check, provenance);
  }

  /**
   * Runs to the end.
   *
   * @throws SettingsException if a setting can't be used with the databases found
   * @throws DatasetException if a database can't be read
   * @throws IOException if the run's folder can't be written or read
   */
  public RunOutcome run() throws SettingsException, DatasetException, IOException {
    ExperimentSettings settings = file.settings();
    Prepared prepared = prepared();
    RunDirectory directory = prepared.directory;
    ClipSource micro = prepared.micro;
    Optional<MacroCheck> check = prepared.check;
    List<FoldResult> results = new ArrayList<>();
    List<Fold> all = folds(micro);
    listener.begin(
        "train, one subject held out", (long) all.size() * RowMethods.epochsPerFold(settings));
    for (Fold fold : all) {
      results.addAll(prepared.folds.run(fold));
    }

    RunResult result =
        RunResult.of(
            settings.title(),
            micro.scheme().labels(),
            settings.selection(),
            micro.truth(),
            RunResult.byRow(settings.rows(), results),
            SeedPath.root(settings.seed()).child("scores"));
    List<CurvePoint> curves = new ArrayList<>();
    check.ifPresent(c -> curves.addAll(c.curve()));
    results.forEach(r -> curves.addAll(r.curve()));
    directory.writePredictions(micro.truth(), results);
    directory.writeCurves(curves);
    Provenance finished = prepared.provenance.finished();
    directory.writeProvenance(finished);
    return report(result, check, micro, results, curves, finished, prepared.problems);
  }

  private List<Fold> folds(ClipSource micro) throws SettingsException {
    try {
      return LeaveOneSubjectOut.folds(micro.truth().keySet());
    } catch (IllegalArgumentException e) {
      throw new SettingsException("micro database " + micro.database() + ": " + e.getMessage(), e);
    }
  }

  private RunOutcome report(
      RunResult result,
      Optional<MacroCheck> check,
      ClipSource micro,
      List<FoldResult> results,
      List<CurvePoint> curves,
      Provenance provenance,
      List<String> problems)
      throws IOException {
    Row lastRow = result.rows().get(result.rows().size() - 1).row();
    Map<ClipId, Prediction> shown = new LinkedHashMap<>();
    results.stream()
        .filter(r -> r.row().equals(lastRow))
        .flatMap(r -> r.predictions().stream())
        .forEach(p -> shown.put(p.id(), p));
    Path page = out.resolve("report.html");
    ReportPage.write(
        page,
        new ReportContent(
            Findings.summary(result),
            result,
            Findings.notes(result),
            curves,
            new ClipStrips(micro).choose(lastRow, shown),
            check.map(
                c ->
                    new MacroAccuracy(
                        file.settings().macro().database(),
                        c.accuracy(),
                        c.predictions().size(),
                        "people not trained on, %d classes, %d clips trained on"
                            .formatted(c.classes(), c.trained()))),
            problems,
            file.tree(),
            Optional.of(provenance)));
    return new RunOutcome(
        result,
        check,
        Findings.summary(result),
        Findings.notes(result),
        problems,
        page,
        provenance.seconds());
  }
}
