package org.macro2micro.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macro2micro.catalog.Databases;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.config.ExperimentSettings;
import org.macro2micro.config.SettingsException;
import org.macro2micro.dataset.CompositeReader;
import org.macro2micro.dataset.FlowImageReader;
import org.macro2micro.experiment.ColumnKey;
import org.macro2micro.experiment.PaperTable;
import org.macro2micro.experiment.Row;

/**
 * The runs that a table is made of: one for each column that can be filled and each seed, in an
 * order in which runs that share trained pieces follow each other.
 */
final class TableCells {
  private static final String NO_UNITS =
      "%s: row \"%s\" has no number, since it learns from action units, which nobody coded in these clips.";

  /** The label scheme of each database alone. The paper does not tell its own. */
  private static final Map<String, String> USUAL_SCHEMES =
      Map.of("casme2", "casme2-5", "smic", "smic-3", "samm", "samm-5");

  private final TableRequest request;

  TableCells(TableRequest request) {
    this.request = request;
  }

  /**
   * One run.
   *
   * @param key its column
   * @param method whose rows it holds: empty for those of the ablation, else another method's name
   * @param rows of it
   * @param seed its seed
   */
  record Cell(ColumnKey key, String method, List<Row> rows, long seed) {
    Cell {
      rows = List.copyOf(rows);
    }

    /** Its folder below the table's. */
    String folder() {
      String column = String.join("+", key.micro()) + "-" + key.macro();
      return "columns/%s/%sseed-%d".formatted(column, method.isEmpty() ? "" : method + "/", seed);
    }

    @Override
    public String toString() {
      String micro = String.join(" + ", key.micro());
      return method.isEmpty()
          ? "%s guided by %s, seed %d".formatted(micro, key.macro(), seed)
          : "%s by %s, seed %d".formatted(micro, method, seed);
    }
  }

  /**
   * Columns whose databases are there. A composite column takes the micro databases that are.
   *
   * @throws SettingsException if there is none
   */
  List<ColumnKey> columns() throws SettingsException {
    List<ColumnKey> columns = new ArrayList<>();
    for (ColumnKey key : PaperTable.paperColumns(request.number())) {
      List<String> micro = key.micro().stream().filter(this::isThere).toList();
      if (!micro.isEmpty() && isThere(key.macro())) {
        columns.add(new ColumnKey(micro, key.macro()));
      }
    }
    if (PaperTable.comparesMethods(request.number()) && !columns.isEmpty()) {
      String guide = columns.get(0).macro();
      columns.removeIf(key -> !key.macro().equals(guide));
    }
    if (columns.isEmpty()) {
      throw new SettingsException(
          "table %d: found %s; expected the folder of at least one of casme2, smic, samm and of at least one of ckplus, mmi (--casme2 DIR --ckplus DIR), or --lab"
              .formatted(request.number(), request.roots().keySet()));
    }
    return columns;
  }

  /** All runs: those of the same micro database and seed follow each other. */
  List<Cell> cells() throws SettingsException {
    Map<List<String>, List<ColumnKey>> byMicro = new LinkedHashMap<>();
    columns().forEach(key -> byMicro.computeIfAbsent(key.micro(), m -> new ArrayList<>()).add(key));
    List<Cell> cells = new ArrayList<>();
    for (List<ColumnKey> keys : byMicro.values()) {
      for (long seed : request.seeds()) {
        for (ColumnKey key : keys) {
          byMethod()
              .forEach(
                  (method, rows) -> {
                    if (!lacksUnits(key, rows.get(0))) {
                      cells.add(new Cell(key, method, rows, seed));
                    }
                  });
        }
      }
    }
    return cells;
  }

  /** Says of each row that has no number in a column why it has none. */
  List<String> dashes(ColumnKey key) {
    return request.rows().stream()
        .filter(row -> lacksUnits(key, row))
        .map(row -> NO_UNITS.formatted(key, row))
        .toList();
  }

  /** Whether a row learns from action units that nobody coded in a column's clips. */
  private boolean lacksUnits(ColumnKey key, Row row) {
    return ExperimentSettings.pageOf(row).needs().units()
        && !Databases.byName(database(key)).codesUnits();
  }

  /** The rows of each run of a column and seed: the ablation's together, any other by itself. */
  private Map<String, List<Row>> byMethod() {
    Map<String, List<Row>> rows = new LinkedHashMap<>();
    for (Row row : request.rows()) {
      rows.computeIfAbsent(row.method().orElse(""), any -> new ArrayList<>()).add(row);
    }
    return rows;
  }

  /**
   * Looks at what the rows of all columns need, before anything is drawn or trained.
   *
   * @throws SettingsException if a column's settings can't be used, or a folder is not there
   * @throws IOException if a file that the settings name can't be read
   */
  void requireAll() throws SettingsException, IOException {
    for (Map.Entry<String, Path> root : request.roots().entrySet()) {
      Requirements.folder(root.getKey(), root.getValue());
    }
    for (Cell cell : cells()) {
      if (cell.seed() == request.seeds().get(0)) {
        Requirements.ofSettings(experiment(cell, request.roots(), Path.of("")));
      }
    }
  }

  private boolean isThere(String database) {
    return request.lab().contains(database) || request.isGiven(database);
  }

  /** The label scheme of a column. */
  String scheme(ColumnKey key) {
    if (PaperTable.isComposite(request.number())) {
      return "cde";
    }
    String database = key.micro().get(0);
    String usual = USUAL_SCHEMES.getOrDefault(database, "cde");
    return request.schemes().getOrDefault(database, usual);
  }

  /** The short name of what a column tests on: one database, or several together. */
  String database(ColumnKey key) {
    if (request.isFlow()) {
      return FlowImageReader.DATABASE;
    }
    return key.micro().size() == 1 ? key.micro().get(0) : CompositeReader.DATABASE;
  }

  /**
   * The experiment of a run.
   *
   * @param roots folder of each database
   */
  ExperimentFile experiment(Cell cell, Map<String, Path> roots, Path out) throws SettingsException {
    List<String> assignments = new ArrayList<>(request.assignments());
    assignments.add("title=" + quoted(cell.toString()));
    assignments.add("seed=" + cell.seed());
    assignments.add("rows=" + cell.rows());
    assignments.add("micro.scheme=" + scheme(cell.key()));
    String micro = database(cell.key());
    assignments.add("micro.database=" + micro);
    assignments.add("micro.root=" + quoted(String.valueOf(roots.get(micro))));
    assignments.add("macro.database=" + cell.key().macro());
    assignments.add("macro.root=" + quoted(String.valueOf(roots.get(cell.key().macro()))));
    assignments.add("work=" + quoted(out.resolve("work").toString()));
    assignments.add("cache=" + quoted(out.resolve("prepared").toString()));
    return request.size().experiment(assignments);
  }

  /** Returns the text as a YAML scalar, whatever it holds. */
  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
