package org.macro2micro.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.run.ExperimentRun;
import org.macro2micro.run.RunListener;
import org.macro2micro.run.RunOutcome;
import org.macro2micro.run.Share;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands that run experiments share: their options, a run, and its outcome. */
final class RunOptions {
  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "overrides a setting, such as --set network.width=32; may be repeated")
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

  @Option(names = "--share", hidden = true, description = "which folds this process does")
  private @Nullable String share;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

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

  /** How many processes share the folds. */
  int jobs(int usual) throws InputException {
    if (jobs < 0) {
      throw new InputException("--jobs: found %d, expected 1 or more".formatted(jobs));
    }
    return jobs == 0 ? usual : jobs;
  }

  /** Which folds this process does, if it is one of several. */
  Optional<Share> share() throws InputException {
    if (share == null) {
      return Optional.empty();
    }
    String[] parts = share.split("/", -1);
    try {
      return Optional.of(new Share(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new InputException("--share: found %s, expected INDEX/OF".formatted(share));
    }
  }

  /** This command's folds in several processes. */
  SharedWork shared(Path folder, RunListener listener) {
    if (command == null) {
      throw new IllegalStateException("the command line was not parsed");
    }
    List<String> arguments = command.root().commandLine().getParseResult().originalArgs();
    return new SharedWork(arguments, folder, listener);
  }

  /**
   * Runs the experiment, in the folder asked for or in runs/{@code name}, and prints the outcome.
   */
  int carryOut(ExperimentFile file, String name, Terminal terminal) throws Exception {
    RunOutcome outcome;
    try (ProgressDisplay progress = new ProgressDisplay(terminal)) {
      ExperimentRun run = new ExperimentRun(file, folder(name), progress);
      Optional<Share> own = share();
      if (own.isPresent()) {
        run.run(own.get());
        return 0;
      }
      if (jobs(1) > 1) {
        run.prepare();
        shared(folder(name), progress).run(jobs(1));
      }
      outcome = run.run();
    }
    if (json) {
      terminal.out().println(ResultJson.of(outcome));
    } else {
      ResultText.print(terminal, outcome);
    }
    return 0;
  }
}
