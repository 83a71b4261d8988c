package org.macro2micro.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The table of libraries of an architecture page, held against what the code does: which packages
 * know a library, whose classes are known by how their names begin.
 *
 * @param page as messages name it
 */
record LibraryTable(String page, List<Row> rows) {
  private static final String LIBRARY = "library";
  private static final String CLASSES = "classes";
  private static final String KNOWN_IN = "known in";

  /** A library, the line of its row, how its classes' names begin, and who may know it. */
  private record Row(int line, String library, List<String> classes, List<String> knownIn) {

    boolean has(String className) {
      return classes.stream().anyMatch(start -> className.startsWith(start + "."));
    }
  }

  static LibraryTable of(String page, List<String> lines) {
    List<Row> rows = new ArrayList<>();
    for (MarkdownTable.Row row : MarkdownTable.of(page, lines, LIBRARY, CLASSES, KNOWN_IN).rows()) {
      String library = row.cells().get(LIBRARY);
      rows.add(new Row(row.line(), library, row.names(CLASSES), row.names(KNOWN_IN)));
    }
    return new LibraryTable(page, rows);
  }

  /**
   * Where table and code say different things: one sentence each, which names the line to change.
   *
   * @param code package -> whole names of classes from elsewhere
   */
  List<String> departures(PackageUses code) {
    List<String> departures = new ArrayList<>();
    for (Row row : rows) {
      departures.addAll(departures(row, code));
    }
    code.found()
        .forEach(
            (name, uses) ->
                uses.forEach(
                    (used, use) -> {
                      if (rows.stream().noneMatch(row -> row.has(used))) {
                        departures.add(
                            "%s: no row of the libraries has the class %s of `%s` (%s); add one"
                                .formatted(page, used, name, use));
                      }
                    }));
    return departures;
  }

  private List<String> departures(Row row, PackageUses code) {
    Map<String, String> users = users(row, code);
    List<String> departures = new ArrayList<>();
    users.forEach(
        (name, use) -> {
          if (!row.knownIn().contains(name)) {
            departures.add(
                at(row)
                    + "`%s` uses %s, which its row does not allow (%s); take the use out of the"
                        .formatted(name, row.library(), use)
                    + " code, or name the package in the column "
                    + KNOWN_IN);
          }
        });
    Set<String> idle = new TreeSet<>(row.knownIn());
    idle.removeAll(users.keySet());
    for (String name : idle) {
      departures.add(
          at(row)
              + "`%s` does not use %s; take it out of the column %s"
                  .formatted(name, row.library(), KNOWN_IN));
    }
    if (users.isEmpty()) {
      departures.add(at(row) + "nothing uses %s; take the row away".formatted(row.library()));
    }
    return departures;
  }

  private static Map<String, String> users(Row row, PackageUses code) {
    Map<String, String> users = new TreeMap<>();
    code.found()
        .forEach(
            (name, uses) ->
                uses.forEach(
                    (used, use) -> {
                      if (row.has(used)) {
                        users.putIfAbsent(name, use);
                      }
                    }));
    return users;
  }

  private String at(Row row) {
    return "%s:%d: ".formatted(page, row.line());
  }
}
