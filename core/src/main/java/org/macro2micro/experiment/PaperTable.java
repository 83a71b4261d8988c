package org.macro2micro.experiment;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.macro2micro.base.WholeFile;
import org.macro2micro.metric.Score;

/**
 * The paper's Table 2, 3, 4 or 5, measured anew. Columns whose databases were not given are not
 * there.
 *
 * @param number 2 or 4 (single databases), 3 or 5 (the composite task)
 * @param title one line of what was run
 * @param rows in the table's order, "c" first; a column may lack one whose method can't use its
 *     clips: in 2 and 3 terms of Eq. 8, in 4 and 5 other methods' names too
 * @param columns those that could be filled, in any order: they are kept in the paper's
 * @param remarks what else a reader must know, a paragraph each; may be empty
 */
public record PaperTable(
    int number, String title, List<Row> rows, List<TableColumn> columns, List<String> remarks) {
  /** The paper's micro databases in the order of its columns. */
  public static final List<String> MICRO = List.of("casme2", "smic", "samm");

  /** The paper's macro databases in the order of its columns. */
  public static final List<String> MACRO = List.of("ckplus", "mmi");

  public PaperTable {
    requireNumber(number);
    rows = List.copyOf(rows);
    columns = columns.stream().sorted(Comparator.comparingInt(PaperTable::place)).toList();
    remarks = List.copyOf(remarks);
    requireRows(number, rows);
    List<ColumnKey> keys = columns.stream().map(column -> column.task().key()).toList();
    if (new HashSet<>(keys).size() != keys.size()) {
      throw new IllegalArgumentException(
          "table %d: columns %s; expected each once".formatted(number, keys));
    }
    for (TableColumn column : columns) {
      requireFull(number, rows, column);
    }
  }

  /**
   * Refuses rows that a table can't have.
   *
   * @throws IllegalArgumentException if "c" is not first, one is there twice, or one of Table 2 or
   *     3 is another method
   */
  public static void requireRows(int number, List<Row> rows) {
    if (!rows.stream().findFirst().equals(Optional.of(Row.L_C))
        || new HashSet<>(rows).size() != rows.size()) {
      throw new IllegalArgumentException(
          "table %d: rows %s; expected \"%s\" first, each once".formatted(number, rows, Row.L_C));
    }
    if (!comparesMethods(number)) {
      for (Row row : rows) {
        if (!row.isOfTerms()) {
          throw new IllegalArgumentException(
              "table %d, row \"%s\": expected %s; tables 4 and 5 have other methods"
                  .formatted(number, row, Row.expectedTerms()));
        }
      }
    }
  }

  /**
   * Whether a table sets other methods beside ours (4 and 5), and not the terms of Eq. 8 beside
   * each other (2 and 3).
   */
  public static boolean comparesMethods(int number) {
    requireNumber(number);
    return number > 3;
  }

  /** Whether a table is of the databases together (3 and 5), and not of each alone (2 and 4). */
  public static boolean isComposite(int number) {
    requireNumber(number);
    return number % 2 == 1;
  }

  /**
   * The scores that a table prints, in its order: accuracy and F1, or UF1 and UAR.
   *
   * @throws IllegalArgumentException if there is no such table
   */
  public static List<Score> metrics(int number) {
    return !isComposite(number)
        ? List.of(Score.ACCURACY, Score.UF1)
        : List.of(Score.UF1, Score.UAR);
  }

  /**
   * The columns of the paper's own table, in its order. In Tables 4 and 5, where most rows are
   * guided by nothing, once for each macro database that may guide ours.
   */
  public static List<ColumnKey> paperColumns(int number) {
    boolean composite = isComposite(number);
    return MACRO.stream()
        .flatMap(
            macro ->
                !composite
                    ? MICRO.stream().map(micro -> new ColumnKey(List.of(micro), macro))
                    : List.of(new ColumnKey(MICRO, macro)).stream())
        .toList();
  }

  /**
   * The paper's columns that are not there, in its order. A composite column of fewer databases
   * than the paper's stands for the paper's.
   */
  public List<ColumnKey> missing() {
    return paperColumns(number).stream()
        .filter(
            key ->
                columns.stream()
                    .map(column -> column.task().key())
                    .noneMatch(
                        own ->
                            (own.macro().equals(key.macro()) || comparesMethods(number))
                                && (isComposite(number) || own.micro().equals(key.micro()))))
        .filter(key -> !comparesMethods(number) || key.macro().equals(MACRO.get(0)))
        .toList();
  }

  /** How many comparisons with the first row the table holds. */
  public int comparisons() {
    return columns.stream().mapToInt(column -> column.differences().size()).sum();
  }

  /**
   * Writes the table as JSON, whole or not at all.
   *
   * @throws IOException if the file can't be written
   */
  public void write(Path json) throws IOException {
    WholeFile.write(json, RunJson.pretty(this));
  }

  /**
   * The table as {@link #write} wrote it; empty if there is no such file.
   *
   * @throws IOException if the file can't be read or is not a table
   */
  public static Optional<PaperTable> read(Path json) throws IOException {
    return RunJson.read(json, new TypeReference<>() {});
  }

  private static void requireNumber(int number) {
    if (number < 2 || number > 5) {
      throw new IllegalArgumentException(
          "table " + number + ": expected 2 or 4 (single databases), 3 or 5 (the composite task)");
    }
  }

  /** Another method that can't use a column's clips has no score there at all. */
  private static void requireFull(int number, List<Row> rows, TableColumn column) {
    for (Row row : rows) {
      if (!row.isOfTerms() && column.lacks(row)) {
        continue;
      }
      for (Score metric : metrics(number)) {
        boolean scored = column.score(row, Scoreboard.ALL, metric).isPresent();
        boolean compared =
            column.difference(row, metric).filter(d -> d.baseline().equals(Row.L_C)).isPresent();
        if (!scored || (!row.equals(Row.L_C) && !compared)) {
          throw new IllegalArgumentException(
              "table %d, column %s, row \"%s\": no %s, or no comparison of it with row \"%s\""
                  .formatted(number, column.task().key(), row, metric.key(), Row.L_C));
        }
      }
    }
  }

  /** The column's place in the paper; columns the paper lacks come last. */
  private static int place(TableColumn column) {
    ColumnKey key = column.task().key();
    int macro = MACRO.indexOf(key.macro());
    int micro = MICRO.indexOf(key.micro().get(0));
    int last = MICRO.size();
    return (macro < 0 ? MACRO.size() : macro) * (last + 1) + (micro < 0 ? last : micro);
  }
}
