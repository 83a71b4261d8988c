package org.macro2micro.architecture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The table of packages of an architecture page, held against what the code does.
 *
 * @param page as messages name it
 */
record PackageTable(String page, List<Row> rows) {
  private static final String PACKAGE = "package";
  private static final String USES = "uses";

  /** A package, the line of its row in the page, and the packages that the row says it uses. */
  private record Row(int line, String name, List<String> uses) {}

  static PackageTable of(String page, List<String> lines) {
    List<Row> rows = new ArrayList<>();
    for (MarkdownTable.Row row : MarkdownTable.of(page, lines, PACKAGE, USES).rows()) {
      rows.add(new Row(row.line(), String.join(", ", row.names(PACKAGE)), row.names(USES)));
    }
    return new PackageTable(page, rows);
  }

  /**
   * Where table and code say different things, or the table's order is not from low to high: one
   * sentence each, which names the line to change. It is empty if they agree.
   */
  List<String> departures(PackageUses code) {
    List<String> departures = new ArrayList<>();
    Map<String, Integer> lineOf = new HashMap<>();
    for (Row row : rows) {
      Integer earlier = lineOf.putIfAbsent(row.name(), row.line());
      if (earlier != null) {
        departures.add(
            at(row) + "`%s` has a row on line %d already".formatted(row.name(), earlier));
      }
    }
    for (String name : code.found().keySet()) {
      if (!lineOf.containsKey(name)) {
        departures.add(missing(name, code));
      }
    }
    for (Row row : rows) {
      if (code.found().containsKey(row.name())) {
        departures.addAll(unequal(row, code));
        departures.addAll(below(row, code, lineOf));
      } else {
        departures.add(
            at(row)
                + "there is no package `%s` in the code; take the row away".formatted(row.name()));
      }
    }
    return departures;
  }

  private String missing(String name, PackageUses code) {
    String where =
        rows.stream()
            .filter(row -> code.of(row.name()).contains(name))
            .map(row -> "above line " + row.line())
            .findFirst()
            .orElse("as the last");
    return "%s: no row for the package `%s`; add one %s, %s: %s"
        .formatted(page, name, where, USES, cell(name, code));
  }

  private List<String> unequal(Row row, PackageUses code) {
    Map<String, String> used = code.found().getOrDefault(row.name(), new TreeMap<>());
    List<String> unnamed = new ArrayList<>();
    used.forEach(
        (name, use) -> {
          if (!row.uses().contains(name)) {
            unnamed.add("`%s` (%s)".formatted(name, use));
          }
        });
    List<String> unused = new ArrayList<>();
    for (String name : row.uses()) {
      if (!used.containsKey(name)) {
        unused.add("`%s`".formatted(name));
      }
    }
    List<String> said = new ArrayList<>();
    if (!unnamed.isEmpty()) {
      said.add("uses " + String.join(", ", unnamed) + ", which its row does not name");
    }
    if (!unused.isEmpty()) {
      said.add("does not use " + String.join(", ", unused) + ", which its row names");
    }
    return said.isEmpty()
        ? List.of()
        : List.of(
            at(row)
                + "`%s` %s; change the code, or let the column %s say: %s"
                    .formatted(
                        row.name(), String.join(", and ", said), USES, cell(row.name(), code)));
  }

  /** What the column should say, lowest first as in the table. */
  private String cell(String name, PackageUses code) {
    List<String> order = rows.stream().map(Row::name).toList();
    List<String> uses = new ArrayList<>(code.of(name));
    uses.sort(Comparator.comparing(order::indexOf));
    return uses.isEmpty() ? "-" : String.join(", ", uses);
  }

  private List<String> below(Row row, PackageUses code, Map<String, Integer> lineOf) {
    return code.of(row.name()).stream()
        .filter(used -> lineOf.getOrDefault(used, 0) > row.line())
        .map(
            used ->
                at(row)
                    + "`%s` uses `%s`, which stands below it, on line %d; move the row there up"
                        .formatted(row.name(), used, lineOf.get(used)))
        .toList();
  }

  private String at(Row row) {
    return "%s:%d: ".formatted(page, row.line());
  }
}
