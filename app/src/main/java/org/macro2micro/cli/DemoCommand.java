package org.macro2micro.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.macro2micro.base.OwnResource;
import org.macro2micro.config.ExperimentFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the whole way on generated faces, in a few minutes. */
@Command(
    name = "demo",
    description = {
      "Shows the whole way on generated faces in one to two minutes.",
      "The demo draws a micro database in the layout of CASME II and a macro database in that of CK+,"
          + " reads them back, trains MaNet and MiNet, lets MaNet guide MiNet, and prints the rows L_c"
          + " and all terms."
    },
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private static final String EXPERIMENT = "demo.yaml";

  private final Terminal terminal;
  private final Optional<Cluster> cluster;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of the faces and of all weights (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Mixin private RunOptions options = new RunOptions();

  DemoCommand(Terminal terminal, Optional<Cluster> cluster) {
    this.terminal = terminal;
    this.cluster = cluster;
  }

  @Override
  public Integer call() throws Exception {
    for (String assignment : options.assignments()) {
      if (assignment.split("=", 2)[0].strip().equals("seed")) {
        throw new InputException(
            "demo: --set %s: the demo has an option for it; write --seed N".formatted(assignment));
      }
    }
    List<String> assignments = new ArrayList<>(List.of("seed=" + seed));
    assignments.addAll(options.assignments());
    ExperimentFile file =
        ExperimentFile.parse(
            EXPERIMENT, OwnResource.text(DemoCommand.class, EXPERIMENT), assignments);
    // A second thread makes networks as small as these slower, a second process makes them faster.
    int processors = Runtime.getRuntime().availableProcessors();
    return options.carryOut(file, "demo-" + seed, processors, terminal, cluster);
  }
}
