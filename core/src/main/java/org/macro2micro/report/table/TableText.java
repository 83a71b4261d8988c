package org.macro2micro.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.macro2micro.experiment.Row;
import org.macro2micro.report.NumberText;
import org.macro2micro.report.TextTable;

/** The paper's table in characters: the table, then each head's numbers one by one, then notes. */
final class TableText {
  private static final String GAP = "  ";

  private TableText() {}

  /** Returns the table for a terminal; every line ends in a line feed. */
  static String plain(TableView view) {
    StringBuilder text = new StringBuilder(TextTable.oneLine(view.title())).append("\n\n");
    overview(view, text);
    for (TableGroup group : view.groups()) {
      text.append('\n').append(details(view, group).plain());
    }
    text.append('\n');
    view.notes().forEach(note -> text.append(TextTable.oneLine(note)).append('\n'));
    return text.toString();
  }

  /** Returns the table for a Markdown file; every line ends in a line feed. */
  static String markdown(TableView view) {
    List<String> head = new ArrayList<>(List.of("row"));
    for (TableGroup group : view.groups()) {
      for (var metric : group.metrics()) {
        head.add(group.name() + ", " + group.selection() + ": " + view.scoreName(metric));
      }
    }
    StringBuilder text = new StringBuilder();
    text.append(new TextTable(view.title(), head, overviewRows(view)).markdown());
    for (TableGroup group : view.groups()) {
      text.append('\n').append(details(view, group).markdown());
    }
    text.append('\n');
    view.notes().forEach(note -> text.append("- ").append(TextTable.marked(note)).append('\n'));
    return text.toString();
  }

  private static List<List<String>> overviewRows(TableView view) {
    List<List<String>> rows = new ArrayList<>();
    for (Row row : view.table().rows()) {
      List<String> cells = new ArrayList<>(List.of(PaperNames.row(row)));
      cells.addAll(view.cells(row));
      rows.add(cells);
    }
    return rows;
  }

  /** Three lines of head, since a head spans the scores below it. */
  private static void overview(TableView view, StringBuilder text) {
    List<List<String>> rows = overviewRows(view);
    List<String> names = new ArrayList<>(List.of("row"));
    for (TableGroup group : view.groups()) {
      group.metrics().forEach(metric -> names.add(view.scoreName(metric)));
    }
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < names.size(); column++) {
      int width = names.get(column).length();
      for (List<String> row : rows) {
        width = Math.max(width, row.get(column).length());
      }
      widths.add(width);
    }
    List<Integer> spans = new ArrayList<>(List.of(widths.get(0)));
    int column = 1;
    for (TableGroup group : view.groups()) {
      int last = column + group.metrics().size() - 1;
      int span = GAP.length() * (last - column);
      for (int inner = column; inner <= last; inner++) {
        span += widths.get(inner);
      }
      int head = Math.max(group.name().length(), group.selection().length());
      widths.set(last, widths.get(last) + Math.max(0, head - span));
      spans.add(Math.max(span, head));
      column = last + 1;
    }
    text.append(TextTable.aligned(heads(view, TableGroup::name), spans));
    text.append(TextTable.aligned(heads(view, TableGroup::selection), spans));
    text.append(TextTable.aligned(names, widths));
    text.append(TextTable.aligned(widths.stream().map("-"::repeat).toList(), widths));
    rows.forEach(row -> text.append(TextTable.aligned(row, widths)));
  }

  private static List<String> heads(TableView view, Function<TableGroup, String> words) {
    List<String> heads = new ArrayList<>(List.of(""));
    view.groups().forEach(group -> heads.add(words.apply(group)));
    return heads;
  }

  /** One head's numbers: a line a row and score, with every seed and the comparison. */
  private static TextTable details(TableView view, TableGroup group) {
    List<String> head = new ArrayList<>(List.of("row", "score", "mean [95% over subjects]"));
    group.column().seeds().forEach(seed -> head.add("seed " + seed));
    head.add("paper");
    if (group.compares()) {
      head.addAll(List.of("less L_c [95%]", "p"));
    }
    List<List<String>> rows = new ArrayList<>();
    for (TableLine line : view.lines(group)) {
      List<String> cells = new ArrayList<>();
      cells.add(PaperNames.row(line.measured().row()));
      cells.add(view.scoreName(line.metric()));
      cells.add(line.withInterval());
      cells.addAll(line.bySeed());
      cells.add(line.paper().map(NumberText::brief).orElse("-"));
      if (group.compares()) {
        cells.addAll(List.of(line.versus(), line.p()));
      }
      rows.add(cells);
    }
    return new TextTable(group.caption(), head, rows);
  }
}
