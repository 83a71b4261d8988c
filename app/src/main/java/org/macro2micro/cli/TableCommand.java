package org.macro2micro.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.macro2micro.config.TableSize;
import org.macro2micro.experiment.Row;
import org.macro2micro.report.table.TableFormat;
import org.macro2micro.run.FoldExecutor;
import org.macro2micro.run.TablePlan;
import org.macro2micro.run.TableRequest;
import org.macro2micro.run.TableRows;
import org.macro2micro.run.TableRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tables 2 to 5 of the paper. */
@Command(
    name = "table",
    description = {
      "Makes a table of the paper, each cell \"measured (paper)\": 2 (each micro database alone) and 3",
      "(the composite task) are the terms of Eq. 8, 4 and 5 other methods beside ours likewise.",
      "A table that was stopped goes on where it was: start it again with the same folder."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: macro2micro table 2 --casme2 CASME2 --ckplus CKPLUS --seeds 3",
      "Without the databases: macro2micro table 2 --lab --size tiny",
      "For one method alone:  --set methods.lbp-top.preprocess.size=64; what --set says of preprocess",
      "                       for all leaves a method's own preparation as it is."
    })
final class TableCommand implements Callable<Integer> {
  private static final String SEEDS = "seeds=";

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "2|3|4|5", description = "which table")
  private int number;

  @Option(
      names = "--size",
      paramLabel = "SIZE",
      defaultValue = "full",
      description = "of networks and lab: tiny, small, full (default: ${DEFAULT-VALUE})")
  private String size = "full";

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "1",
      description = "how many, counted from 1 (default: ${DEFAULT-VALUE})")
  private int seeds;

  @Option(
      names = "--scheme",
      paramLabel = "DATABASE=SCHEME",
      description = "label scheme in Table 2; usual: casme2=casme2-5, smic=smic-3, samm=samm-5")
  private Map<String, String> schemes = new LinkedHashMap<>();

  @Option(
      names = "--rows",
      split = ",",
      paramLabel = "ROW",
      converter = RowText.class,
      description = "other rows than the table's usual ones, c first: --rows c,lbp-top,ststnet")
  private List<Row> rows = new ArrayList<>();

  @Option(
      names = "--control",
      description = "adds the row c-continued: phase 3 with L_c alone, which the paper lacks")
  private boolean control;

  @Option(
      names = "--explain",
      description = "prints the plan: pieces, which are there, estimated time; trains nothing")
  private boolean explain;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "printed: text, markdown, latex, csv, json (default: ${DEFAULT-VALUE})")
  private String format = "text";

  @Mixin private TableDatabases databases = new TableDatabases();

  @Mixin private RunOptions options = new RunOptions();

  TableCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    TableFormat printed =
        options.json() ? TableFormat.JSON : word(TableFormat.class, "--format", format);
    TableRequest request = request();
    Path folder = options.folder("table-" + number);
    if (explain) {
      TablePlanText.print(terminal, TablePlan.of(request, folder), options.json());
      return 0;
    }
    TableRun.Outcome outcome;
    int usual = number < 4 ? 1 : Runtime.getRuntime().availableProcessors();
    try (ProgressDisplay progress = new ProgressDisplay(terminal);
        FoldExecutor executor = options.executor(usual, folder)) {
      outcome = new TableRun(request, folder, progress).run(executor);
    }
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
    Map<String, Path> roots = databases.roots();
    Set<String> drawn = databases.drawn();
    TableSize chosen = flow ? TableSize.FLOW : word(TableSize.class, "--size", size);
    List<Long> counted = LongStream.rangeClosed(1, seeds()).boxed().toList();
    List<String> settings =
        options.assignments().stream().filter(text -> !text.startsWith(SEEDS)).toList();
    try {
      return new TableRequest(number, roots, drawn, schemes, counted, chosen, rows(), settings);
    } catch (IllegalArgumentException e) {
      throw new InputException(e);
    }
  }

  /** How many seeds: --seeds N, or, as with other settings, --set seeds=N. */
  private int seeds() throws InputException {
    String text = String.valueOf(seeds);
    for (String assignment : options.assignments()) {
      text = assignment.startsWith(SEEDS) ? assignment.substring(SEEDS.length()) : text;
    }
    try {
      int count = Integer.parseInt(text.strip());
      if (count >= 1) {
        return count;
      }
    } catch (NumberFormatException e) {
      throw new InputException("table: seeds %s, expected a number from 1".formatted(text));
    }
    throw new InputException("table: seeds %s, expected at least 1".formatted(text));
  }

  private List<Row> rows() {
    List<Row> wanted = new ArrayList<>(rows);
    if (wanted.isEmpty()) {
      wanted.addAll(TableRows.of(number, databases.flow()));
    }
    if (control) {
      wanted.add(1, Row.CONTROL);
    }
    return wanted;
  }

  private static <E extends Enum<E>> E word(Class<E> type, String option, String word)
      throws InputException {
    List<String> known = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      String name = constant.name().toLowerCase(java.util.Locale.ROOT);
      if (name.equals(word)) {
        return constant;
      }
      known.add(name);
    }
    throw new InputException(
        "table: %s %s, expected one of %s".formatted(option, word, String.join(", ", known)));
  }
}
