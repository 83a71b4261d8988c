package org.macro2micro.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.macro2micro.experiment.Row;
import org.macro2micro.report.NumberText;
import org.macro2micro.run.RunComparison;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares a row of one run with a row of another. */
@Command(
    name = "compare",
    description = {
      "Says whether two rows of finished runs differ by more than chance.",
      "It prints the difference with its 95%% interval and a paired permutation test over subjects."
          + " Several runs on one side are several seeds of the same settings."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: macro2micro compare --first runs/a-1,runs/a-2 --second runs/b-1,runs/b-2 --row c"
    })
final class CompareCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--first",
      required = true,
      split = ",",
      paramLabel = "RUN",
      description = "Folders of runs, one for each seed.")
  private List<Path> first = new ArrayList<>();

  @Option(
      names = "--second",
      required = true,
      split = ",",
      paramLabel = "RUN",
      description =
          "Folders of as many other runs, seed by seed, or of one run to compare with all; may be the"
              + " same folders if --second-row names another row.")
  private List<Path> second = new ArrayList<>();

  @Option(
      names = "--row",
      defaultValue = "c",
      converter = RowText.class,
      paramLabel = "ROW",
      description = "Row of the first runs (default: ${DEFAULT-VALUE}).")
  private Row row = Row.L_C;

  @Option(
      names = "--second-row",
      converter = RowText.class,
      paramLabel = "ROW",
      description = "Row of the second runs (default: the same as --row).")
  private @Nullable Row secondRow;

  @Option(names = "--json", description = "Print one JSON object and nothing else.")
  private boolean json;

  CompareCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    RunComparison comparison =
        RunComparison.of(
            new RunComparison.Side(first, row),
            new RunComparison.Side(second, secondRow == null ? row : secondRow));
    if (json) {
      terminal.out().println(ResultJson.line(comparison));
      return 0;
    }
    terminal
        .out()
        .printf(
            "%d clips of %d subjects, runs: first %d, second %d%n",
            comparison.clips(), comparison.subjects(), first.size(), second.size());
    for (RunComparison.Line line : comparison.lines()) {
      terminal
          .out()
          .printf(
              Locale.ROOT,
              "%-8s  first %s  second %s  difference %s %s  p %.4f%n",
              line.score(),
              NumberText.score(line.first()),
              NumberText.score(line.second()),
              NumberText.difference(line.difference()),
              NumberText.differenceInterval(line.interval()),
              line.p());
    }
    comparison.notes().forEach(terminal.out()::println);
    return 0;
  }
}
