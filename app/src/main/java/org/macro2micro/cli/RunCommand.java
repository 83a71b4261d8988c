package org.macro2micro.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.run.ExperimentRun;
import org.macro2micro.run.RunOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs an experiment file. */
@Command(
    name = "run",
    description = {
      "Runs an experiment: leaves one subject out after the other and prints the table.",
      "A run that was stopped goes on where it was: start it again with the same folder."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example: macro2micro run examples/mer-flow.yaml --set micro.root=FOLDER"})
final class RunCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "EXPERIMENT.yaml", description = "what to run")
  private @Nullable Path experiment;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "overrides a setting, such as --set seed=2; may be repeated")
  private List<String> assignments = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "the run's folder (default: runs/ and the experiment's name)")
  private @Nullable Path out;

  @Option(names = "--json", description = "one JSON object on standard output, nothing else")
  private boolean json;

  RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (experiment == null) {
      throw new InputException("run: no experiment file given");
    }
    ExperimentFile file = ExperimentFile.read(experiment, assignments);
    Path folder = out == null ? Path.of("runs", baseName(experiment)) : out;
    RunOutcome outcome;
    try (ProgressDisplay progress = new ProgressDisplay(terminal)) {
      outcome = new ExperimentRun(file, folder, progress).run();
    }
    if (json) {
      terminal.out().println(ResultJson.of(outcome));
    } else {
      ResultText.print(terminal, outcome);
    }
    return 0;
  }

  private static String baseName(Path file) {
    return file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
  }
}
