package org.macro2micro.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macro2micro.experiment.PaperTable;
import org.macro2micro.experiment.Row;
import org.macro2micro.experiment.Scoreboard;
import org.macro2micro.experiment.TableColumn;
import org.macro2micro.metric.Score;

/**
 * The paper's table as every form of it prints it.
 *
 * @param table what was measured
 * @param groups the heads, in the paper's order
 * @param notes what a reader must know, a paragraph each
 */
record TableView(PaperTable table, List<TableGroup> groups, List<String> notes) {
  static TableView of(PaperTable table) {
    List<TableGroup> groups = new ArrayList<>();
    for (TableColumn column : table.columns()) {
      for (String part : column.parts()) {
        groups.add(
            new TableGroup(
                column,
                part,
                PaperNames.head(column.task(), part),
                PaperTable.metrics(table.number())));
      }
    }
    TableView silent = new TableView(table, groups, List.of());
    return new TableView(table, groups, TableNotes.of(silent));
  }

  /** "Table 2: TITLE". */
  String title() {
    return "Table " + table.number() + ": " + table.title();
  }

  /** The number of this row and score under this head; empty if none was measured. */
  Optional<TableLine> line(TableGroup group, Row row, Score metric) {
    return group
        .column()
        .score(row, group.part(), metric)
        .map(
            measured ->
                new TableLine(
                    group,
                    metric,
                    measured,
                    paper(group, row, metric),
                    group.compares() ? group.column().difference(row, metric) : Optional.empty()));
  }

  /** A row's cells, head by head; a dash where nothing was measured. */
  List<String> cells(Row row) {
    List<String> cells = new ArrayList<>();
    for (TableGroup group : groups) {
      for (Score metric : group.metrics()) {
        cells.add(
            line(group, row, metric)
                .map(TableLine::cell)
                .orElseGet(() -> TableLine.unmeasured(paper(group, row, metric))));
      }
    }
    return cells;
  }

  /** All numbers under a head, row by row. */
  List<TableLine> lines(TableGroup group) {
    List<TableLine> lines = new ArrayList<>();
    for (Row row : table.rows()) {
      group.metrics().forEach(metric -> line(group, row, metric).ifPresent(lines::add));
    }
    return lines;
  }

  /** The name of a score in this table. */
  String scoreName(Score metric) {
    return PaperNames.score(table.number(), metric);
  }

  /**
   * The paper's number. Table 3 has none for single databases; those of all terms under CK+ are
   * Table 5's "ours", whose composite numbers are that row's.
   */
  Optional<Double> paper(TableGroup group, Row row, Score metric) {
    PublishedResults paper = PublishedResults.paper();
    var key = group.column().task().key();
    if (PaperTable.comparesMethods(table.number())) {
      String name = row.equals(Row.ALL_TERMS) ? "ours" : PaperNames.method(row).orElse("");
      boolean whole = group.part().equals(Scoreboard.ALL);
      String single = key.micro().get(0);
      String column =
          whole ? (PaperTable.isComposite(table.number()) ? "composite" : single) : group.part();
      return paper.published(table.number(), name, column, metric.key());
    }
    if (table.number() == 2) {
      return paper.published(2, row.toString(), key.toString(), metric.key());
    }
    if (group.part().equals(Scoreboard.ALL)) {
      return paper.published(3, row.toString(), key.macro(), metric.key());
    }
    boolean printed = row.equals(Row.ALL_TERMS) && key.macro().equals("ckplus");
    return printed ? paper.published(5, "ours", group.part(), metric.key()) : Optional.empty();
  }
}
