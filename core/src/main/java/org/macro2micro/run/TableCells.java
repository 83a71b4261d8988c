package org.macro2micro.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.config.SettingsException;
import org.macro2micro.dataset.CompositeReader;
import org.macro2micro.experiment.ColumnKey;
import org.macro2micro.experiment.PaperTable;

/**
 * The runs that a table is made of: one for each column that can be filled and each seed, in an
 * order in which runs that share trained pieces follow each other.
 */
final class TableCells {
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
   * @param seed its seed
   */
  record Cell(ColumnKey key, long seed) {
    /** Its folder below the table's. */
    String folder() {
      return "columns/%s-%s/seed-%d".formatted(String.join("+", key.micro()), key.macro(), seed);
    }

    @Override
    public String toString() {
      return "%s guided by %s, seed %d"
          .formatted(String.join(" + ", key.micro()), key.macro(), seed);
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
        keys.forEach(key -> cells.add(new Cell(key, seed)));
      }
    }
    return cells;
  }

  private boolean isThere(String database) {
    return request.lab().contains(database) || request.roots().containsKey(database);
  }

  /** The label scheme of a column. */
  String scheme(ColumnKey key) {
    if (request.number() == 3) {
      return "cde";
    }
    String database = key.micro().get(0);
    String usual = USUAL_SCHEMES.getOrDefault(database, "cde");
    return request.schemes().getOrDefault(database, usual);
  }

  /** The short name of what a column tests on: one database, or several together. */
  static String database(ColumnKey key) {
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
    assignments.add("rows=[" + String.join(", ", request.rows()) + "]");
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

  /** As a YAML scalar, whatever stands in it. */
  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
