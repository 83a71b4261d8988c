package org.macro2micro.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macro2micro.experiment.Scoreboard;
import org.macro2micro.experiment.UnitScores;
import org.macro2micro.report.NumberText;
import org.macro2micro.report.TextTable;
import org.macro2micro.run.UnitOutcome;

/** Prints what a run over action units found, for people and for programs. */
final class UnitText {
  private static final String NONE = "-";

  private UnitText() {}

  static void print(Terminal terminal, UnitOutcome outcome) {
    terminal.out().print(scores(outcome).plain());
    for (UnitScores scores : outcome.scores()) {
      if (scores.part().equals(Scoreboard.ALL)) {
        terminal.out().println();
        terminal.out().print(units(scores).plain());
      }
    }
    terminal.out().println();
    outcome.scores().forEach(scores -> scores.notes().forEach(terminal.out()::println));
    terminal
        .out()
        .println(
            "A unit of probability .5 or more counts as told. Intervals: 95%, bootstrap over subjects.");
    if (!outcome.problems().isEmpty()) {
      terminal.out().println("problems: " + outcome.problems().size());
    }
    terminal.out().println("results: " + outcome.folder());
  }

  private static TextTable scores(UnitOutcome outcome) {
    List<List<String>> rows = new ArrayList<>();
    for (UnitScores scores : outcome.scores()) {
      rows.add(
          List.of(
              scores.row(),
              scores.part(),
              String.valueOf(scores.clips()),
              String.valueOf(scores.subjects()),
              number(scores.f1()),
              scores.interval() == null ? NONE : NumberText.interval(scores.interval())));
    }
    return new TextTable(
        "F1, mean over action units; one %s held out at a time, %d folds"
            .formatted(outcome.heldOut(), outcome.folds()),
        List.of("method", "clips of", "clips", "subjects", "F1", "95%"),
        rows);
  }

  private static TextTable units(UnitScores scores) {
    List<List<String>> rows = new ArrayList<>();
    for (UnitScores.Line line : scores.units()) {
      rows.add(
          List.of(
              String.valueOf(line.unit()),
              String.valueOf(line.known()),
              String.valueOf(line.shown()),
              String.valueOf(line.predicted()),
              line.f1() == null ? line.reason() : number(line.f1())));
    }
    return new TextTable(
        "%s: clips by action unit".formatted(scores.row()),
        List.of("unit", "known", "shown", "told", "F1"),
        rows);
  }

  private static String number(@Nullable Double value) {
    return value == null ? NONE : NumberText.score(value);
  }

  static String json(UnitOutcome outcome) throws JsonProcessingException {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("scores", outcome.scores());
    List<String> notes = new ArrayList<>();
    outcome.scores().forEach(scores -> notes.addAll(scores.notes()));
    object.put("notes", notes);
    object.put("held-out", outcome.heldOut());
    object.put("folds", outcome.folds());
    object.put("problems", outcome.problems());
    object.put("seconds", outcome.seconds());
    object.put("results", outcome.folder().toString());
    return ResultJson.line(object);
  }
}
