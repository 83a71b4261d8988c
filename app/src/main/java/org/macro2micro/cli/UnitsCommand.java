package org.macro2micro.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.config.TableSize;
import org.macro2micro.experiment.HoldOut;
import org.macro2micro.run.UnitOutcome;
import org.macro2micro.run.UnitRequest;
import org.macro2micro.run.UnitRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      converter = SizeText.class,
      defaultValue = FULL,
      description = "Size of the networks: tiny, small or full (default: ${DEFAULT-VALUE}).")
  private TableSize size = TableSize.FULL;

  @Mixin private ResultOptions options = new ResultOptions();

  UnitsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    ExperimentFile file = size.experiment(options.assignments());
    UnitRequest request;
    try {
      request = new UnitRequest(folders, rows, held(), file);
    } catch (IllegalArgumentException e) {
      throw new InputException(String.valueOf(e.getMessage()));
    }
    Path folder = options.folder("units");
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
    if (options.json()) {
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
}
