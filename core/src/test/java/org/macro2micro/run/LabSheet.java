package org.macro2micro.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.macro2micro.dataset.Trees;

/** The coding sheet of a CASME II that the lab has drawn, with one person's labels changed. */
final class LabSheet {
  private static final String NAME = "CASME2-coding-20140508.xlsx";
  private static final int SUBJECT = 0;

  private LabSheet() {}

  /**
   * Writes the sheet anew.
   *
   * @param subject number of the person, as in the sheet
   * @param column its title
   * @param change another word for each; null leaves it
   */
  static void change(
      Path database, String subject, String column, UnaryOperator<@Nullable String> change)
      throws IOException {
    Path sheet = database.resolve(NAME);
    List<List<Object>> rows = read(sheet);
    int at = rows.get(0).indexOf(column);
    if (at < 0) {
      throw new IllegalArgumentException(column + " is not in " + rows.get(0));
    }
    for (List<Object> row : rows) {
      String other = row.get(SUBJECT).equals(subject) ? change.apply(row.get(at).toString()) : null;
      if (other != null) {
        row.set(at, other);
      }
    }
    Files.delete(sheet);
    Trees.xlsx(sheet, rows);
  }

  private static List<List<Object>> read(Path sheet) throws IOException {
    List<List<Object>> rows = new ArrayList<>();
    try (ReadableWorkbook book = new ReadableWorkbook(sheet.toFile());
        Stream<Row> read = book.getFirstSheet().openStream()) {
      for (Row row : read.toList()) {
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
          cells.add(row.getOptionalCell(i).map(LabSheet::value).orElse(""));
        }
        rows.add(cells);
      }
    }
    return rows;
  }

  private static Object value(Cell cell) {
    return cell.getType() == CellType.NUMBER ? cell.asNumber() : cell.getText();
  }
}
