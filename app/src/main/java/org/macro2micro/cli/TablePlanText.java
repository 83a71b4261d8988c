package org.macro2micro.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintStream;
import org.macro2micro.run.TablePlan;

/** Prints a table's plan for people and for programs. */
final class TablePlanText {
  private TablePlanText() {}

  static void print(Terminal terminal, TablePlan plan, boolean json)
      throws JsonProcessingException {
    if (json) {
      terminal.out().println(ResultJson.line(plan));
      return;
    }
    PrintStream out = terminal.out();
    plan.drawn()
        .forEach((database, clips) -> out.printf("to draw: %s, %d clips%n", database, clips));
    int width = plan.lines().stream().mapToInt(line -> line.run().length()).max().orElse(0);
    out.printf(
        "%-" + Math.max(3, width) + "s  MaNet     folds  results kept  still to train%n", "run");
    for (TablePlan.Line line : plan.lines()) {
      out.printf(
          "%-" + Math.max(3, width) + "s  %-8s  %5d  %12s  %s%n",
          line.run(),
          line.maNet().words(),
          line.folds(),
          line.kept() + " of " + line.results(),
          duration(line.seconds()));
    }
    out.printf(
        "in all %s on this machine, if nothing else runs on it; kept results count only if their inputs are unchanged%n",
        duration(plan.seconds()));
    out.flush();
  }

  private static String duration(double seconds) {
    if (Double.isNaN(seconds)) {
      return "not estimated";
    }
    if (seconds == 0) {
      return "nothing";
    }
    if (seconds < 90) {
      return "about %d s".formatted(Math.max(1, Math.round(seconds)));
    }
    if (seconds < 90 * 60) {
      return "about %d min".formatted(Math.round(seconds / 60));
    }
    return "about %.1f h".formatted(seconds / 3600);
  }
}
