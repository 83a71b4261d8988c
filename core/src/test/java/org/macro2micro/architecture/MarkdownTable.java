package org.macro2micro.architecture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The table of a Markdown page that has the wanted columns, wherever it stands and whatever other
 * columns it has.
 *
 * @param rows from top to bottom
 */
record MarkdownTable(List<Row> rows) {

  /**
   * A row below the headers.
   *
   * @param line counted from 1 in the page
   * @param cells by column, stripped
   */
  record Row(int line, Map<String, String> cells) {

    /** The comma-separated names of a cell, without code marks; {@code -} stands for none. */
    List<String> names(String column) {
      List<String> names = new ArrayList<>();
      for (String part : cells.getOrDefault(column, "").split(",", -1)) {
        String name = part.replace("`", "").strip();
        if (!name.isEmpty() && !name.equals("-")) {
          names.add(name);
        }
      }
      return names;
    }
  }

  /**
   * Finds the first table whose headers contain all of the columns.
   *
   * @throws IllegalStateException if there is none, or a row has more or fewer cells than headers
   */
  static MarkdownTable of(String page, List<String> lines, String... columns) {
    List<String> wanted = List.of(columns);
    for (int i = 0; i + 1 < lines.size(); i++) {
      List<String> headers = cells(lines.get(i));
      if (headers.containsAll(wanted) && lines.get(i + 1).matches("[|\\s:-]*-[|\\s:-]*")) {
        return new MarkdownTable(rows(page, lines, headers, i + 2));
      }
    }
    throw new IllegalStateException(
        "%s has no table with the columns %s; restore their names".formatted(page, wanted));
  }

  private static List<Row> rows(String page, List<String> lines, List<String> headers, int first) {
    List<Row> rows = new ArrayList<>();
    for (int i = first; i < lines.size() && lines.get(i).strip().startsWith("|"); i++) {
      List<String> cells = cells(lines.get(i));
      if (cells.size() != headers.size()) {
        throw new IllegalStateException(
            "%s:%d: the row has %d cells, expected %d as in the headers %s"
                .formatted(page, i + 1, cells.size(), headers.size(), headers));
      }
      Map<String, String> byColumn = new LinkedHashMap<>();
      for (int c = 0; c < headers.size(); c++) {
        byColumn.put(headers.get(c), cells.get(c));
      }
      rows.add(new Row(i + 1, byColumn));
    }
    return rows;
  }

  private static List<String> cells(String line) {
    String row = line.strip();
    if (!row.startsWith("|") || row.length() < 2) {
      return List.of();
    }
    String inner = row.substring(1, row.endsWith("|") ? row.length() - 1 : row.length());
    List<String> cells = new ArrayList<>();
    for (String cell : inner.split("(?<!\\\\)\\|", -1)) {
      cells.add(cell.strip());
    }
    return cells;
  }
}
