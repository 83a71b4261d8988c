package org.macro2micro.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.run.ExperimentRun;
import org.macro2micro.run.FoldExecutor;
import org.macro2micro.run.RunOutcome;
import picocli.CommandLine.Option;

/** The options that all commands that run experiments have, and the run itself. */
final class RunOptions {
  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Override a setting, as in --set seed=2; may be repeated.")
  private List<String> assignments = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Folder of the results (default: runs/NAME, the same each time); a stopped run goes on in it.")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print one JSON object and nothing else.")
  private boolean json;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description =
          "Number of processes that share the folds, each with one thread and its own memory (default:"
              + " 1, but one for each processor in tables 4 and 5).")
  private int jobs;

  List<String> assignments() {
    return assignments;
  }

  /** Returns the folder asked for, or runs/{@code name}. */
  Path folder(String name) {
    return out == null ? Path.of("runs", name) : out;
  }

  boolean json() {
    return json;
  }

  /**
   * Returns what carries out the folds.
   *
   * @param usual the number of processes that share them unless --jobs says otherwise
   * @param folder the folder of the run, in which the processes write their logs
   */
  FoldExecutor executor(int usual, Path folder) throws InputException {
    if (jobs < 0) {
      throw new InputException("--jobs: found %d, expected 1 or more".formatted(jobs));
    }
    int processes = jobs == 0 ? usual : jobs;
    return processes == 1 ? FoldExecutor.here() : FoldWorkerCommand.processes(processes, folder);
  }

  /**
   * Runs the experiment, in the folder asked for or in runs/{@code name}, and prints the outcome.
   */
  int carryOut(ExperimentFile file, String name, Terminal terminal) throws Exception {
    RunOutcome outcome;
    try (ProgressDisplay progress = new ProgressDisplay(terminal);
        FoldExecutor executor = executor(1, folder(name))) {
      outcome = new ExperimentRun(file, folder(name), progress).run(executor);
    }
    if (json) {
      terminal.out().println(ResultJson.of(outcome));
    } else {
      ResultText.print(terminal, outcome);
    }
    return 0;
  }
}
