package org.macro2micro.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.macro2micro.clip.Subject;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.config.SettingsException;
import org.macro2micro.dataset.DatasetException;
import org.macro2micro.experiment.Fold;
import org.macro2micro.experiment.Provenance;
import org.macro2micro.experiment.RunDirectory;

/**
 * Does the folds that it is told, one a line, and answers each with a line: the other end of an
 * executor that has folds done elsewhere, such as {@link ProcessFolds}. What it has read and
 * prepared for one run serves all folds of it, and databases serve all runs.
 */
public final class FoldWorker {
  /** Answers a job that is done. */
  public static final String DONE = "fold done";

  /** Answers a job that failed; the reason follows on the same line. */
  public static final String FAILED = "fold failed: ";

  /** Begins a line that says how far the fold is; the share that is done follows, in percent. */
  public static final String AT = "fold at ";

  private final ReadDatabases databases = new ReadDatabases();
  private final Map<Path, Opened> last = new HashMap<>();

  private final IntConsumer percent;

  private record Opened(FoldRunner folds, Map<Subject, Fold> bySubject, FoldShare share) {}

  /** Has read nothing yet, and tells nobody how far it is. */
  public FoldWorker() {
    this(done -> {});
  }

  /** Has read nothing yet; tells how much of a fold is done, in percent. */
  private FoldWorker(IntConsumer percent) {
    this.percent = percent;
  }

  /**
   * Works until the input ends.
   *
   * @param jobs lines that name jobs
   * @param answers takes a line for each job, before it lines that begin with {@link #AT}, and
   *     nothing else
   * @param words says in one line what went wrong
   */
  public static void serve(InputStream jobs, PrintStream answers, Function<Throwable, String> words)
      throws IOException {
    FoldWorker worker =
        new FoldWorker(
            percent -> {
              answers.println(AT + percent);
              answers.flush();
            });
    BufferedReader lines = new BufferedReader(new InputStreamReader(jobs, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      answers.println(worker.answer(line, words));
      answers.flush();
    }
  }

  /**
   * Does a fold. Two threads that ask at once wait for each other, since only one fold can be
   * trained in a process.
   *
   * @param job a line that {@link FoldJob#line} makes
   * @param words says in one line what went wrong
   * @return {@link #DONE}, or {@link #FAILED} and the reason
   */
  public synchronized String answer(String job, Function<Throwable, String> words) {
    try {
      run(FoldJob.parse(job));
      return DONE;
    } catch (IOException | SettingsException | DatasetException | RuntimeException | Error e) {
      return FAILED + words.apply(e).replaceAll("\\R", " ");
    }
  }

  private void run(FoldJob job) throws IOException, SettingsException, DatasetException {
    Opened run = last.get(job.run());
    if (run == null) {
      last.clear(); // One run's prepared clips may fill the memory: the run before makes way.
      run = open(job.run());
      last.put(job.run(), run);
    }
    Fold fold = run.bySubject.get(job.heldOut());
    if (fold == null) {
      throw new IOException(
          "run %s: it does not hold out a person called %s".formatted(job.run(), job.heldOut()));
    }
    run.share.begin();
    run.folds.run(fold);
  }

  private Opened open(Path path) throws IOException, SettingsException, DatasetException {
    RunDirectory directory = new RunDirectory(path);
    Optional<Map<String, Object>> settings = directory.settings();
    Optional<Provenance> provenance = directory.provenance();
    if (settings.isEmpty() || provenance.isEmpty()) {
      throw new IOException(
          "run %s: found no settings.json or no provenance.json; start the run again"
              .formatted(path));
    }
    ExperimentFile file = ExperimentFile.ofRecord(path.toString(), settings.get());
    TrainingAssembly assembly = TrainingAssembly.of(file, path, databases, RunListener.silent());
    KeptModels models =
        new KeptModels(
            file.settings().keepModels(),
            directory,
            file.tree(),
            provenance.get(),
            new ModelCards(assembly));
    List<Fold> folds = assembly.micro().folds();
    Map<Subject, Fold> bySubject = new HashMap<>();
    folds.forEach(fold -> bySubject.put(fold.heldOut(), fold));
    FoldShare share = new FoldShare(assembly.methods().epochsPerFold(), percent);
    return new Opened(new FoldRunner(assembly, directory, models, share), bySubject, share);
  }
}
