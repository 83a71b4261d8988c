package org.macro2micro.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.macro2micro.config.TableSize;
import org.macro2micro.report.table.TableFormat;
import org.macro2micro.run.FoldExecutor;
import org.macro2micro.run.TablePlan;
import org.macro2micro.run.TableRequest;
import org.macro2micro.run.TableRun;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes Tables 2 to 5 of the paper. */
@Command(
    name = "table",
    description = {
      "Makes a table of the paper and sets its numbers beside those measured.",
      "Tables 2 (each micro database alone) and 3 (the composite task) compare the terms of Eq. 8."
          + " Tables 4 and 5 compare other methods with the paper's in the same way. A table that was"
          + " stopped goes on where it was when it is started again with the same folder."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: macro2micro table 2 --casme2 CASME2 --ckplus CKPLUS --seeds 3",
      "Without the databases: macro2micro table 2 --lab --size tiny",
      "The preparation for one method: --set methods.lbp-top.preprocess.size=64",
      "--set preprocess.KEY=VALUE does not change what a method sets for itself."
    })
final class TableCommand implements Callable<Integer> {
  private static final String SEEDS = "seeds=";

  /** A table of more seeds would take years; a larger number is a slip. */
  private static final int MOST_SEEDS = 1000;

  private final Terminal terminal;
  private final Optional<Cluster> cluster;

  @Parameters(index = "0", paramLabel = "2|3|4|5", description = "Number of the table.")
  private int number;

  @ArgGroup(validate = false, order = 1, heading = "%nDatabases:%n")
  private TableDatabases databases = new TableDatabases();

  @ArgGroup(validate = false, order = 2, heading = "%nWhat the table holds:%n")
  private TableContentOptions content = new TableContentOptions();

  @ArgGroup(validate = false, order = 3, heading = "%nHow it runs:%n")
  private RunOptions options = new RunOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--explain",
      description =
          "Print what is there already, what is still to be trained and how long that takes; train"
              + " nothing.")
  private boolean explain;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "Form of the printed table: text, markdown, latex, csv or json (default:"
              + " ${DEFAULT-VALUE}).")
  private String format = "text";

  TableCommand(Terminal terminal, Optional<Cluster> cluster) {
    this.terminal = terminal;
    this.cluster = cluster;
  }

  @Override
  public Integer call() throws Exception {
    if (options.json()
        && GivenOptions.has(spec, "--format")
        && printed(format) != TableFormat.JSON) {
      throw new InputException(
          "table: --json and --format %s are two forms; name one".formatted(format));
    }
    TableFormat printed = options.json() ? TableFormat.JSON : printed(format);
    if (explain) {
      GivenOptions.refuse(spec, "table --explain", List.of("--jobs", "--format"));
    }
    TableRequest request = request();
    Path folder = options.folder("table-" + number, cluster);
    if (explain) {
      TablePlanText.print(terminal, TablePlan.of(request, folder), options.json());
      return 0;
    }
    if (cluster.isPresent()) {
      WholePaths.require(request.size().experiment(request.assignments()));
    }
    RunOptions.requireWritable(folder);
    int usual = number < 4 ? 1 : Runtime.getRuntime().availableProcessors();
    TableRun.Outcome outcome =
        Stopping.during(
            terminal,
            folder,
            () -> {
              try (ProgressDisplay progress = new ProgressDisplay(terminal);
                  FoldExecutor executor = options.executor(usual, folder, cluster)) {
                return new TableRun(request, folder, progress).run(executor);
              }
            });
    terminal.out().print(printed.render(outcome.table()));
    if (printed == TableFormat.TEXT) {
      terminal.out().printf("%nreport: %s%n", outcome.files().get(outcome.files().size() - 1));
    }
    terminal.out().flush();
    return 0;
  }

  private TableRequest request() throws InputException {
    if (number < 2 || number > 5) {
      throw new InputException("table: found %d, expected 2, 3, 4 or 5".formatted(number));
    }
    boolean flow = databases.flow();
    if (flow && number != 5) {
      throw new InputException("table %d: --flow is for table 5".formatted(number));
    }
    if (flow) {
      GivenOptions.refuse(
          spec, "table 5 --flow", List.of("--casme2", "--smic", "--samm", "--size"));
    }
    Map<String, Path> roots = databases.roots();
    Set<String> drawn = databases.drawn();
    TableSize chosen = flow ? TableSize.FLOW : content.size();
    List<Long> counted = LongStream.rangeClosed(1, seeds()).boxed().toList();
    List<String> settings =
        options.assignments().stream().filter(text -> !text.startsWith(SEEDS)).toList();
    try {
      return new TableRequest(
          number,
          roots,
          drawn,
          content.schemes(),
          counted,
          chosen,
          content.rows(number, flow),
          settings);
    } catch (IllegalArgumentException e) {
      throw new InputException(e);
    }
  }

  /** Returns the number of seeds, from --seeds N or, as with other settings, --set seeds=N. */
  private int seeds() throws InputException {
    String text = String.valueOf(content.seeds());
    for (String assignment : options.assignments()) {
      text = assignment.startsWith(SEEDS) ? assignment.substring(SEEDS.length()) : text;
    }
    try {
      int count = Integer.parseInt(text.strip());
      if (count >= 1 && count <= MOST_SEEDS) {
        return count;
      }
    } catch (NumberFormatException e) {
      throw new InputException("table: seeds %s, expected a number from 1".formatted(text));
    }
    throw new InputException(
        "table: seeds %s, expected at least 1 and at most %d".formatted(text, MOST_SEEDS));
  }

  private static TableFormat printed(String format) throws InputException {
    List<String> known = new ArrayList<>();
    for (TableFormat each : TableFormat.values()) {
      String name = each.name().toLowerCase(Locale.ROOT);
      if (name.equals(format)) {
        return each;
      }
      known.add(name);
    }
    throw new InputException(
        "table: --format %s, expected one of %s".formatted(format, String.join(", ", known)));
  }
}
