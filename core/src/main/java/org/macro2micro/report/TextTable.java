package org.macro2micro.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.macro2micro.experiment.Row;
import org.macro2micro.experiment.RowDifference;
import org.macro2micro.experiment.RowScores;
import org.macro2micro.experiment.RunResult;
import org.macro2micro.experiment.RunScores;
import org.macro2micro.experiment.Scoreboard;
import org.macro2micro.experiment.SeedScore;
import org.macro2micro.metric.Score;

/**
 * A table in characters, for a terminal or a Markdown file.
 *
 * @param caption one line of what it holds
 * @param head the columns' names
 * @param rows cells, as many a row as there are columns
 */
public record TextTable(String caption, List<String> head, List<List<String>> rows) {
  public TextTable {
    head = List.copyOf(head);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != head.size()) {
        throw new IllegalArgumentException(
            "table \"%s\": %d cells in a row, expected %d"
                .formatted(caption, row.size(), head.size()));
      }
    }
  }

  /** Every row's accuracy, F1 and UAR with their intervals, and its difference to the first row. */
  public static TextTable scores(RunResult result) {
    Row baseline = result.rows().get(0).row();
    List<List<String>> rows = new ArrayList<>();
    for (RowScores row : result.rows()) {
      List<String> cells = new ArrayList<>();
      cells.add(row.row().toString());
      for (Score score : Score.values()) {
        cells.add(withInterval(row.score(score)));
      }
      Optional<RowDifference> difference = result.difference(row.row(), Score.UF1);
      cells.add(
          difference
              .map(
                  d ->
                      NumberText.difference(d.difference())
                          + " "
                          + NumberText.differenceInterval(d.interval()))
              .orElse("-"));
      cells.add(difference.map(d -> NumberText.p(d.p())).orElse("-"));
      rows.add(cells);
    }
    String head = " (" + result.selection().head() + ")";
    return new TextTable(
        "%s: %d clips of %d subjects; [95%% over subjects]"
            .formatted(result.title(), result.clips(), result.subjects()),
        List.of("row", "accuracy" + head, "F1" + head, "UAR" + head, "F1 less " + baseline, "p"),
        rows);
  }

  /** UF1 and UAR over each database's clips; empty unless there are several databases. */
  public static Optional<TextTable> databases(RunResult result) {
    if (result.databases().size() < 2) {
      return Optional.empty();
    }
    List<String> head = new ArrayList<>(List.of("row"));
    for (String database : result.databases()) {
      head.add(database + " UF1");
      head.add(database + " UAR");
    }
    List<List<String>> rows = new ArrayList<>();
    for (RowScores row : result.rows()) {
      List<String> cells = new ArrayList<>(List.of(row.row().toString()));
      for (String database : result.databases()) {
        cells.add(NumberText.score(row.score(database, Score.UF1).mean()));
        cells.add(NumberText.score(row.score(database, Score.UAR).mean()));
      }
      rows.add(cells);
    }
    String caption = "By database (" + result.selection().head() + ")";
    return Optional.of(new TextTable(caption, head, rows));
  }

  /** Every row's accuracy, UF1 and UAR with their intervals, and each run's own UF1. */
  public static TextTable scores(RunScores scored) {
    List<List<String>> rows = new ArrayList<>();
    for (RowScores row : scored.rows()) {
      List<String> cells =
          new ArrayList<>(List.of(row.row().toString(), String.valueOf(row.clips())));
      cells.add(String.valueOf(row.subjects()));
      for (Score score : Score.values()) {
        cells.add(withInterval(row.score(score)));
      }
      cells.add(
          row.score(Score.UF1).bySeed().stream()
              .map(NumberText::brief)
              .collect(Collectors.joining(" ")));
      rows.add(cells);
    }
    return new TextTable(
        "Means over runs (%s); [95%% over subjects]"
            .formatted(String.join(", ", scored.selection())),
        List.of("row", "clips", "subjects", "accuracy", "F1 = UF1", "UAR", "UF1 of each run"),
        rows);
  }

  /** UF1 and UAR with intervals over each database's clips; empty unless a row has several. */
  public static Optional<TextTable> databases(RunScores scored) {
    List<List<String>> rows = new ArrayList<>();
    for (RowScores row : scored.rows()) {
      for (String part : row.parts()) {
        if (!part.equals(Scoreboard.ALL)) {
          rows.add(
              List.of(
                  row.row().toString(),
                  part,
                  withInterval(row.score(part, Score.UF1)),
                  withInterval(row.score(part, Score.UAR))));
        }
      }
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new TextTable("By database", List.of("row", "database", "UF1", "UAR"), rows));
  }

  /** The table in aligned columns; every line ends in a line feed. */
  public String plain() {
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < head.size(); column++) {
      int width = oneLine(head.get(column)).length();
      for (List<String> row : rows) {
        width = Math.max(width, oneLine(row.get(column)).length());
      }
      widths.add(width);
    }
    StringBuilder text = new StringBuilder(oneLine(caption)).append('\n');
    text.append(aligned(head, widths));
    text.append(aligned(widths.stream().map("-"::repeat).toList(), widths));
    rows.forEach(row -> text.append(aligned(row, widths)));
    return text.toString();
  }

  /** The table in GitHub's Markdown; every line ends in a line feed. */
  public String markdown() {
    StringBuilder text = new StringBuilder(marked(caption)).append("\n\n");
    text.append(line(head));
    text.append(line(Collections.nCopies(head.size(), "---")));
    rows.forEach(row -> text.append(line(row)));
    return text.toString();
  }

  private static String withInterval(SeedScore score) {
    return NumberText.score(score.mean()) + " " + NumberText.interval(score.interval());
  }

  /** Cells side by side, two blanks between; one line. */
  public static String aligned(List<String> cells, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = oneLine(cells.get(column));
      line.append(cell).append(" ".repeat(widths.get(column) - cell.length() + 2));
    }
    return line.toString().stripTrailing() + "\n";
  }

  private static String line(List<String> cells) {
    return cells.stream().map(TextTable::marked).collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /** Text that can't end a cell or begin a tag or an emphasis. */
  public static String marked(String text) {
    return oneLine(text).replaceAll("([\\\\|<>*_`])", "\\\\$1");
  }

  /** Control characters could move the cursor of a terminal or end a line. */
  public static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }
}
