package org.macro2micro.cli;

import java.io.IOException;
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
  /** More processes than any machine has use of; a larger number is a slip. */
  private static final int MOST_JOBS = 1024;

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
  private @Nullable Integer jobs;

  List<String> assignments() {
    return assignments;
  }

  /** Tries whether results can be written to the folder. */
  static void requireWritable(Path folder) throws IOException {
    OutputPlace.requireFolder("--out", folder);
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
    int processes = jobs == null ? usual : jobs;
    if (processes < 1 || processes > MOST_JOBS) {
      throw new InputException(
          "--jobs: found %d, expected 1 to %d".formatted(processes, MOST_JOBS));
    }
    return processes == 1 ? FoldExecutor.here() : FoldWorkerCommand.processes(processes, folder);
  }

  /**
   * Runs the experiment, in the folder asked for or in runs/{@code name}, and prints the outcome.
   */
  int carryOut(ExperimentFile file, String name, Terminal terminal) throws Exception {
    requireWritable(folder(name));
    RunOutcome outcome =
        Stopping.during(
            terminal,
            folder(name),
            () -> {
              try (ProgressDisplay progress = new ProgressDisplay(terminal);
                  FoldExecutor executor = executor(1, folder(name))) {
                return new ExperimentRun(file, folder(name), progress).run(executor);
              }
            });
    if (json) {
      terminal.out().println(ResultJson.of(outcome));
    } else {
      ResultText.print(terminal, outcome);
    }
    return 0;
  }
}
