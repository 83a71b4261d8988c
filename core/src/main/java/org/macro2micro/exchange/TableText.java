package org.macro2micro.exchange;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.macro2micro.dataset.DatasetException;

/** Tables as text (RFC 4180 with any separator), and back. */
final class TableText {
  private static final int MOST_ROWS = 1_000_000;

  private TableText() {}

  /**
   * One row.
   *
   * @param line the line that it begins at, from 1
   * @param cells its texts as they are
   */
  record Row(long line, List<String> cells) {
    Row {
      cells = List.copyOf(cells);
    }

    /** Returns the text in a column; empty beyond the row's end and for column -1. */
    String cell(int column) {
      return column >= 0 && column < cells.size() ? cells.get(column) : "";
    }

    boolean isBlank() {
      return cells.stream().allMatch(String::isBlank);
    }
  }

  static String of(List<List<String>> rows, char separator) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv =
        CsvWriter.builder().fieldSeparator(separator).lineDelimiter(LineDelimiter.LF).build(text)) {
      rows.forEach(csv::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException("export: a table to memory", e);
    }
    return text.toString();
  }

  /**
   * Reads the rows that are not blank.
   *
   * @throws DatasetException if quotes do not close, or the table is larger than any of its kind
   */
  static List<Row> read(Source source, char separator) throws DatasetException {
    List<Row> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .ignoreDifferentFieldCount(true)
            .ofCsvRecord(source.text())) {
      for (CsvRecord record : reader) {
        Row row = new Row(record.getStartingLineNumber(), record.getFields());
        if (rows.size() >= MOST_ROWS) {
          throw source.wrong(
              "more than %d rows".formatted(MOST_ROWS), "one row for each event", "Divide it.");
        }
        if (!row.isBlank()) {
          rows.add(row);
        }
      }
    } catch (IOException | RuntimeException e) {
      // The reader throws unchecked exceptions on fields of more than 16 million characters.
      throw source.wrong(
          "the table can't be read after line "
              + (rows.isEmpty() ? 0 : rows.get(rows.size() - 1).line()),
          "text with one row for each event",
          "Look for a quote that does not close, or export the table again.",
          e);
    }
    return rows;
  }
}
