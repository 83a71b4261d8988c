package org.macro2micro.cli;

import java.util.Locale;
import org.macro2micro.experiment.MacroCheck;
import org.macro2micro.report.TextTable;
import org.macro2micro.run.RunOutcome;

/** Prints a run's outcome for people. */
final class ResultText {
  private ResultText() {}

  static void print(Terminal terminal, RunOutcome outcome) {
    terminal.out().println();
    terminal.out().print(TextTable.scores(outcome.result()).plain());
    TextTable.databases(outcome.result())
        .ifPresent(
            table -> {
              terminal.out().println();
              terminal.out().print(table.plain());
            });
    terminal.out().println();
    outcome.macro().ifPresent(check -> macro(terminal, check));
    terminal.out().println(outcome.summary());
    outcome.notes().forEach(terminal.out()::println);
    if (!outcome.problems().isEmpty()) {
      terminal
          .out()
          .printf("Problems with the data: %d; see the report.%n", outcome.problems().size());
    }
    terminal
        .out()
        .printf(Locale.ROOT, "%.0f seconds. Report: %s%n", outcome.seconds(), outcome.report());
  }

  private static void macro(Terminal terminal, MacroCheck check) {
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "MaNet on macro clips of people it was not trained on: accuracy %.3f (%d of %d clips, %d classes, chance %.3f)%n",
            check.accuracy(),
            check.right(),
            check.predictions().size(),
            check.classes(),
            1.0 / check.classes());
  }
}
