package org.macro2micro.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A table whose columns are known by the words in their heads, whatever their order, case and
 * spaces, and skipping blank columns and preface rows. If two columns have the same head, the first
 * one with a text counts.
 *
 * @param file where the table was read
 * @param rows the rows below the heads
 * @param places the columns of each field, left to right
 */
record SheetColumns(
    Path file, List<SheetTable.Row> rows, Map<SheetColumns.Field, List<Integer>> places) {
  private static final int MOST_PREFACE_ROWS = 40;

  /**
   * A column a reader needs.
   *
   * @param title the head as the database's authors write it
   * @param words the heads that are taken for it, in {@link FolderSearch#plain(String) plain} form
   */
  record Field(String title, Set<String> words) {
    Field {
      words = Set.copyOf(words);
    }

    /** A column known by its title and some other heads. */
    static Field of(String title, String... others) {
      Set<String> words = new HashSet<>(Set.of(others));
      words.add(FolderSearch.plain(title));
      return new Field(title, words);
    }
  }

  /**
   * Finds the row of heads in the first table that has all the fields.
   *
   * @throws DatasetException if no table has them all, or the one that does has no further row
   */
  static SheetColumns find(Path file, List<SheetTable> tables, List<Field> fields)
      throws DatasetException {
    return find(file, tables, fields, List.of());
  }

  /** The same, with more fields that only some editions have. */
  static SheetColumns find(
      Path file, List<SheetTable> tables, List<Field> fields, List<Field> optional)
      throws DatasetException {
    List<String> expected = fields.stream().map(Field::title).toList();
    Map<Field, List<Integer>> nearest = Map.of();
    for (SheetTable table : tables) {
      List<SheetTable.Row> rows = table.rows();
      for (int i = 0; i < Math.min(MOST_PREFACE_ROWS, rows.size()); i++) {
        Map<Field, List<Integer>> places = places(rows.get(i), fields);
        if (places.size() == fields.size() && i + 1 < rows.size()) {
          places.putAll(places(rows.get(i), optional));
          return new SheetColumns(file, rows.subList(i + 1, rows.size()), places);
        }
        nearest = places.size() > nearest.size() ? places : nearest;
      }
    }
    if (nearest.size() == fields.size()) {
      throw new DatasetException(
          "the sheet has heads but no rows: the database is empty",
          file,
          "one row for each clip below the heads " + expected,
          "Copy the file again from the original download.");
    }
    Set<Field> found = nearest.keySet();
    throw new DatasetException(
        "the sheet lacks columns "
            + fields.stream().filter(f -> !found.contains(f)).map(Field::title).toList(),
        file,
        "one row of heads with " + expected + " in any order",
        "Rename the columns, or copy the file again from the original download.");
  }

  private static Map<Field, List<Integer>> places(SheetTable.Row row, List<Field> fields) {
    Map<Field, List<Integer>> places = new LinkedHashMap<>();
    for (Field field : fields) {
      List<Integer> columns =
          IntStream.range(0, row.cells().size())
              .filter(c -> field.words().contains(FolderSearch.plain(row.cell(c))))
              .boxed()
              .toList();
      if (!columns.isEmpty()) {
        places.put(field, columns);
      }
    }
    return places;
  }

  /** The text of a field, empty if it has none. */
  String text(SheetTable.Row row, Field field) {
    return texts(row, field).stream().findFirst().orElse("");
  }

  /** What to note about a row in which columns of the same head say different things. */
  List<String> contradictions(SheetTable.Row row) {
    List<String> contradictions = new ArrayList<>();
    for (Field field : places.keySet()) {
      List<String> texts = texts(row, field);
      if (texts.size() > 1) {
        contradictions.add(
            "row %d of %s has %d columns \"%s\" that differ, %s: the first is used"
                .formatted(row.number(), file.getFileName(), texts.size(), field.title(), texts));
      }
    }
    return contradictions;
  }

  private List<String> texts(SheetTable.Row row, Field field) {
    return places.getOrDefault(field, List.of()).stream()
        .map(row::cell)
        .filter(text -> !text.isEmpty())
        .distinct()
        .toList();
  }

  /** How a row is named in a problem: "row 12 of CASME2-coding-20140508.xlsx". */
  String nameOf(SheetTable.Row row) {
    return "row " + row.number() + " of " + file.getFileName();
  }
}
