package org.macro2micro.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.experiment.Workforce;
import org.macro2micro.run.ExperimentRun;
import org.macro2micro.run.FoldExecutor;
import org.macro2micro.run.MeasuredFolds;
import org.macro2micro.run.RunOutcome;
import picocli.CommandLine.Option;

/** The options that all commands that run experiments have, and the run itself. */
final class RunOptions extends ResultOptions {
  /** More processes than any machine has use of; a larger number is a slip. */
  private static final int MOST_JOBS = 1024;

  private static final String AUTO = "auto";

  @Option(
      names = "--jobs",
      paramLabel = "N|auto",
      description =
          "Number of processes that share the folds, each with one thread and its own memory; auto: as"
              + " many, of as many threads, as a short trial finds fastest here (default: 1, but one"
              + " for each processor in the demo and in tables 4 and 5).")
  private @Nullable String jobs;

  /** Tries whether results can be written to the folder. */
  static void requireWritable(Path folder) throws IOException {
    OutputPlace.requireFolder("--out", folder);
  }

  /** Returns the folder asked for, or runs/{@code name}; other machines need to know it whole. */
  Path folder(String name, Optional<Cluster> cluster) {
    Path folder = folder(name);
    return cluster.isPresent() ? folder.toAbsolutePath() : folder;
  }

  /**
   * Returns what carries out the folds.
   *
   * @param usual the number of processes that share them unless --jobs says otherwise
   * @param folder the folder of the run, in which the processes write their logs
   * @param cluster does them if there is one
   */
  FoldExecutor executor(int usual, Path folder, Optional<Cluster> cluster) throws InputException {
    if (cluster.isPresent()) {
      if (jobs != null) {
        throw new InputException(
            "--jobs has no effect on a cluster, which says itself how many machines work; leave it"
                + " out");
      }
      return cluster.get().folds();
    }
    if (AUTO.equals(jobs)) {
      return new MeasuredFolds(
          FoldWorkerCommand::processes, folder, Runtime.getRuntime().availableProcessors());
    }
    int processes = jobs == null ? usual : number(jobs);
    if (processes < 1 || processes > MOST_JOBS) {
      throw new InputException(
          "--jobs: found %d, expected 1 to %d".formatted(processes, MOST_JOBS));
    }
    return processes == 1
        ? FoldExecutor.here()
        : FoldWorkerCommand.processes(new Workforce(processes, 1, ""), folder);
  }

  private static int number(String jobs) throws InputException {
    try {
      return Integer.parseInt(jobs);
    } catch (NumberFormatException e) {
      throw new InputException(
          "--jobs: found %s, expected 1 to %d, or %s".formatted(jobs, MOST_JOBS, AUTO));
    }
  }

  /**
   * Runs the experiment, in the folder asked for or in runs/{@code name}, and prints the outcome.
   *
   * @param usual the number of processes that share the folds unless --jobs says otherwise
   */
  int carryOut(
      ExperimentFile file, String name, int usual, Terminal terminal, Optional<Cluster> cluster)
      throws Exception {
    Path folder = folder(name, cluster);
    if (cluster.isPresent()) {
      WholePaths.require(file);
    }
    requireWritable(folder);
    RunOutcome outcome =
        Stopping.during(
            terminal,
            folder,
            () -> {
              try (ProgressDisplay progress = new ProgressDisplay(terminal);
                  FoldExecutor executor = executor(usual, folder, cluster)) {
                return new ExperimentRun(file, folder, progress).run(executor);
              }
            });
    if (json()) {
      terminal.out().println(ResultJson.of(outcome));
    } else {
      ResultText.print(terminal, outcome);
    }
    return 0;
  }
}
