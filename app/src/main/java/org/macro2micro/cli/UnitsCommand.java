package org.macro2micro.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.config.TableSize;
import org.macro2micro.experiment.HoldOut;
import org.macro2micro.run.UnitOutcome;
import org.macro2micro.run.UnitRequest;
import org.macro2micro.run.UnitRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains and tests methods that tell action units. */
@Command(
    name = "units",
    description = {
      "Tells the action units of clips and prints the F1 of each.",
      "The units are 1, 2, 4, 5, 6, 7, 9, 10, 12, 14, 15 and 17. Each person, or each database, is"
          + " left out of the training once and then tested. What a coder doubted, alternatives and"
          + " clips that nobody coded are left out of training and scores. A run that was stopped"
          + " goes on where it was when it is started again with the same folder."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example: macro2micro units casme2=FOLDER samm=FOLDER --hold-out database"})
final class UnitsCommand implements Callable<Integer> {
  private static final String ROWS = "units,au-gacn";
  private static final String FULL = "full";
  private static final String SUBJECT = "subject";

  private final Terminal terminal;

  @Parameters(
      arity = "1..*",
      paramLabel = "DATABASE=FOLDER",
      description =
          "Databases whose action units are coded, with their folders: casme2, samm, composite, ckplus"
              + " or mmi.")
  private Map<String, Path> folders = new LinkedHashMap<>();

  @Option(
      names = "--rows",
      split = ",",
      paramLabel = "METHOD",
      defaultValue = ROWS,
      description = "Methods that tell action units (default: ${DEFAULT-VALUE}).")
  private List<String> rows = new ArrayList<>();

  @Option(
      names = "--hold-out",
      paramLabel = "WHAT",
      defaultValue = SUBJECT,
      description = "What is tested at a time: subject or database (default: ${DEFAULT-VALUE}).")
  private String holdOut = SUBJECT;

  @Option(
      names = "--size",
      paramLabel = "SIZE",
      defaultValue = FULL,
      description = "Size of the networks: tiny, small or full (default: ${DEFAULT-VALUE}).")
  private String size = FULL;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Override a setting, as in --set seed=2; may be repeated.")
  private List<String> assignments = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Folder of the results (default: runs/units, the same each time); a stopped run goes on in"
              + " it.")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print one JSON object and nothing else.")
  private boolean json;

  UnitsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    ExperimentFile file = size().experiment(assignments);
    UnitRequest request;
    try {
      request = new UnitRequest(folders, rows, held(), file);
    } catch (IllegalArgumentException e) {
      throw new InputException(String.valueOf(e.getMessage()));
    }
    Path folder = out == null ? Path.of("runs", "units") : out;
    OutputPlace.requireFolder("--out", folder);
    UnitOutcome outcome =
        Stopping.during(
            terminal,
            folder,
            () -> {
              try (ProgressDisplay progress = new ProgressDisplay(terminal)) {
                return new UnitRun(request, folder, progress).run();
              }
            });
    if (json) {
      terminal.out().println(UnitText.json(outcome));
    } else {
      UnitText.print(terminal, outcome);
    }
    return 0;
  }

  private HoldOut held() throws InputException {
    for (HoldOut each : HoldOut.values()) {
      if (each.word().equals(holdOut)) {
        return each;
      }
    }
    throw new InputException(
        "units: --hold-out: found %s, expected subject or database".formatted(holdOut));
  }

  private TableSize size() throws InputException {
    return switch (size.toLowerCase(Locale.ROOT)) {
      case "tiny" -> TableSize.TINY;
      case "small" -> TableSize.SMALL;
      case FULL -> TableSize.FULL;
      default ->
          throw new InputException(
              "units: --size: found %s, expected tiny, small or full".formatted(size));
    };
  }
}
