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

/** What the commands that run experiments share: their options, a run, and its outcome. */
final class RunOptions {
  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "overrides a setting, such as --set seed=2; may be repeated")
  private List<String> assignments = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "the run's folder (default: one in runs/); a stopped run goes on there")
  private @Nullable Path out;

  @Option(names = "--json", description = "one JSON object on standard output, nothing else")
  private boolean json;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = {
        "processes that share the folds, each with one thread and its own memory",
        "(default: 1; table 4 and 5: a process for each processor)"
      })
  private int jobs;

  List<String> assignments() {
    return assignments;
  }

  /** The folder asked for, or runs/{@code name}. */
  Path folder(String name) {
    return out == null ? Path.of("runs", name) : out;
  }

  boolean json() {
    return json;
  }

  /**
   * What does the folds.
   *
   * @param usual how many processes share them if nothing is said
   * @param folder of the run; processes log there
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
