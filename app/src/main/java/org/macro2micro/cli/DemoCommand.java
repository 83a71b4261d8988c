package org.macro2micro.cli;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.run.ExperimentRun;
import org.macro2micro.run.RunOutcome;
import picocli.CommandLine.Command;
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
      names = "--out",
      paramLabel = "DIR",
      description = "the run's folder (default: runs/demo-SEED)")
  private @Nullable Path out;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "other faces, other weights (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "overrides a setting of the demo; may be repeated")
  private List<String> assignments = List.of();

  @Option(names = "--json", description = "one JSON object on standard output, nothing else")
  private boolean json;

  DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    List<String> all = new java.util.ArrayList<>(List.of("seed=" + seed));
    all.addAll(assignments);
    ExperimentFile file = ExperimentFile.parse(EXPERIMENT, experiment(), all);
    Path folder = out == null ? Path.of("runs", "demo-" + seed) : out;
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

  private static String experiment() throws java.io.IOException {
    try (InputStream in = DemoCommand.class.getResourceAsStream(EXPERIMENT)) {
      if (in == null) {
        throw new IllegalStateException("the product's own " + EXPERIMENT + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
