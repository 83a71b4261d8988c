package org.macro2micro.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.clip.Subject;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.config.ExperimentSettings;
import org.macro2micro.config.SettingsException;
import org.macro2micro.dataset.DatasetException;
import org.macro2micro.experiment.CurvePoint;
import org.macro2micro.experiment.Fold;
import org.macro2micro.experiment.FoldResult;
import org.macro2micro.experiment.MacroCheck;
import org.macro2micro.experiment.Provenance;
import org.macro2micro.experiment.Row;
import org.macro2micro.experiment.RunDirectory;
import org.macro2micro.experiment.RunResult;
import org.macro2micro.experiment.Workforce;
import org.macro2micro.report.experiment.MacroAccuracy;
import org.macro2micro.report.experiment.ReportContent;
import org.macro2micro.report.experiment.ReportPage;

/**
 * Runs an experiment: reads and prepares both databases, trains MaNet once, has one subject after
 * the other held out, and writes table and page. A run that was stopped goes on in the same folder:
 * folds whose inputs and settings have not changed are taken as they are.
 */
public final class ExperimentRun {
  private final ExperimentFile file;
  private final Path out;
  private final RunListener listener;
  private final ReadDatabases databases;

  /**
   * @param file the experiment
   * @param out the run's folder; created if needed
   * @param listener is told of the progress
   */
  public ExperimentRun(ExperimentFile file, Path out, RunListener listener) {
    this(file, out, listener, new ReadDatabases());
  }

  /**
   * @param databases what other runs of this process have read
   */
  ExperimentRun(ExperimentFile file, Path out, RunListener listener, ReadDatabases databases) {
    this.file = file;
    this.out = out;
    this.listener = listener;
    this.databases = databases;
  }

  /** What a run does before its folds, and what they need. */
  private record Prepared(
      RunDirectory directory,
      TrainingAssembly assembly,
      FoldRunner folds,
      Optional<MacroCheck> check,
      Optional<Workforce> before,
      Provenance provenance) {}

  private Prepared prepared(FoldExecutor executor)
      throws SettingsException, DatasetException, IOException {
    RunDirectory directory = new RunDirectory(out);
    ReplacedSettings.note(directory, out, file.tree(), listener);
    TrainingAssembly assembly = TrainingAssembly.of(file, out, databases, listener);
    directory.writeSettings(assembly.file().tree());
    Optional<Workforce> before = directory.workforce();
    Provenance provenance = assembly.provenance().by(executor.workforce());
    directory.writeProvenance(provenance);
    KeptModels models =
        new KeptModels(
            file.settings().keepModels(),
            directory,
            assembly.file().tree(),
            provenance,
            new ModelCards(assembly));
    FoldRunner folds = new FoldRunner(assembly, directory, models, listener);
    return new Prepared(directory, assembly, folds, folds.checkMacro(), before, provenance);
  }

  /**
   * Runs to the end in this process.
   *
   * @throws SettingsException as {@link #run(FoldExecutor)}
   * @throws DatasetException as {@link #run(FoldExecutor)}
   * @throws IOException as {@link #run(FoldExecutor)}
   */
  public RunOutcome run() throws SettingsException, DatasetException, IOException {
    try (FoldExecutor here = FoldExecutor.here()) {
      return run(here);
    } catch (InterruptedException e) {
      throw new AssertionError("folds in this process never wait", e);
    }
  }

  /**
   * Runs to the end.
   *
   * @param executor does the folds
   * @throws SettingsException if a setting can't be used with the databases found
   * @throws DatasetException if a database can't be read
   * @throws IOException if the run's folder can't be written or read, or a fold was lost
   * @throws InterruptedException if the thread is interrupted while others do folds
   */
  public RunOutcome run(FoldExecutor executor)
      throws SettingsException, DatasetException, IOException, InterruptedException {
    ExperimentSettings settings = file.settings();
    Prepared prepared = prepared(executor);
    ClipSource micro = prepared.assembly.micro();
    List<FoldResult> results = results(prepared, executor, micro.folds());
    RunResult result =
        RunResult.of(
            settings.title(),
            micro.scheme().labels(),
            settings.selection(),
            micro.truth(),
            RunResult.byRow(settings.rows(), results));
    List<CurvePoint> curves = new ArrayList<>();
    prepared.check.ifPresent(c -> curves.addAll(c.curve()));
    results.forEach(r -> curves.addAll(r.curve()));
    prepared.directory.writePredictions(micro.truth(), results);
    if (settings.keepModels()) {
      for (Fold fold : micro.folds()) {
        prepared.folds.tell(fold, result.rows());
      }
    }
    prepared.directory.writeCurves(curves);
    Provenance finished = prepared.provenance.by(executor.workforce()).finished();
    prepared.directory.writeProvenance(finished);
    return report(result, prepared, results, curves, finished);
  }

  private List<FoldResult> results(Prepared prepared, FoldExecutor executor, List<Fold> folds)
      throws IOException, InterruptedException {
    Map<Subject, Fold> bySubject = new LinkedHashMap<>();
    List<FoldJob> missing = new ArrayList<>();
    for (Fold fold : folds) {
      bySubject.put(fold.heldOut(), fold);
      if (!executor.isElsewhere() || prepared.folds.find(fold.heldOut()).isEmpty()) {
        missing.add(new FoldJob(out, fold.heldOut()));
      }
    }
    if (executor.isElsewhere() && !missing.isEmpty()) {
      prepared.folds.trainShared();
    }
    executor.choose(prepared.before, missing, listener);
    prepared.directory.writeProvenance(prepared.provenance.by(executor.workforce()));
    Map<Subject, List<FoldResult>> done = new LinkedHashMap<>();
    listener.begin(
        "train, one subject held out", folds.size() * prepared.assembly.methods().epochsPerFold());
    executor.execute(
        missing,
        job -> {
          Fold fold = bySubject.get(job.heldOut());
          if (fold != null) {
            done.put(job.heldOut(), prepared.folds.run(fold));
          }
        },
        listener);
    List<FoldResult> results = new ArrayList<>();
    for (Fold fold : folds) {
      List<FoldResult> own = done.get(fold.heldOut());
      results.addAll(
          own != null
              ? own
              : prepared
                  .folds
                  .find(fold.heldOut())
                  .orElseThrow(
                      () ->
                          new IOException(
                              "fold %s: its results are not in %s under their digest, although they were reported as done; start the run again"
                                  .formatted(fold.heldOut(), out))));
    }
    return results;
  }

  private RunOutcome report(
      RunResult result,
      Prepared prepared,
      List<FoldResult> results,
      List<CurvePoint> curves,
      Provenance provenance)
      throws IOException {
    Optional<MacroCheck> check = prepared.check;
    List<String> problems = prepared.assembly.problems();
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
            new ClipStrips(prepared.assembly.micro()).choose(lastRow, shown),
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
