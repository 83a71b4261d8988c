package org.macro2micro.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.macro2micro.config.ExperimentFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Runs an experiment file. */
@Command(
    name = "run",
    description = {
      "Runs an experiment file and prints the scores of its rows.",
      "Each person is left out of the training once and then tested. A run that was stopped goes on"
          + " where it was when it is started again with the same folder."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example: macro2micro run examples/mer-flow-ours.yaml --set micro.root=FOLDER"})
final class RunCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Optional<Cluster> cluster;

  @Parameters(index = "0", paramLabel = "EXPERIMENT.yaml", description = "The experiment file.")
  private @Nullable Path experiment;

  @Mixin private RunOptions options = new RunOptions();

  RunCommand(Terminal terminal, Optional<Cluster> cluster) {
    this.terminal = terminal;
    this.cluster = cluster;
  }

  @Override
  public Integer call() throws Exception {
    if (experiment == null) {
      throw new InputException("run: no experiment file is given");
    }
    ExperimentFile file = ExperimentFile.read(experiment, options.assignments());
    return options.carryOut(file, baseName(experiment), 1, terminal, cluster);
  }

  private static String baseName(Path file) {
    return file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
  }
}
