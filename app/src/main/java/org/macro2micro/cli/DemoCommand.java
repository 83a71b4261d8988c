package org.macro2micro.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.macro2micro.base.OwnResource;
import org.macro2micro.config.ExperimentFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The whole way on generated faces, in a few minutes. */
@Command(
    name = "demo",
    description = {
      "Generates a micro database (CASME II layout) and a macro database (CK+ layout), reads them",
      "back, trains MaNet and MiNet, transfers, and prints the rows L_c and all terms."
    },
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private static final String EXPERIMENT = "demo.yaml";

  private final Terminal terminal;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "other faces, other weights (default: ${DEFAULT-VALUE})")
  private long seed;

  @Mixin private RunOptions options = new RunOptions();

  DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    List<String> assignments = new ArrayList<>(List.of("seed=" + seed));
    assignments.addAll(options.assignments());
    ExperimentFile file =
        ExperimentFile.parse(
            EXPERIMENT, OwnResource.text(DemoCommand.class, EXPERIMENT), assignments);
    return options.carryOut(file, "demo-" + seed, terminal);
  }
}
