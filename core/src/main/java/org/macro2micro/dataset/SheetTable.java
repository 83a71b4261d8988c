package org.macro2micro.dataset;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.macro2micro.base.TextFile;

/**
 * One table of text, from a spreadsheet or a CSV file. Files that are larger than any database's
 * own are refused before they are unpacked.
 *
 * @param file where it was read
 * @param rows its rows; entirely blank ones are left out
 */
record SheetTable(Path file, List<Row> rows) {
  private static final int MOST_MEGABYTES = 16;
  private static final long MOST_BYTES = MOST_MEGABYTES * 1_000_000L;
  private static final int LINES_LOOKED_AT = 60;
  private static final int MOST_ROWS = 20_000;
  private static final int MOST_COLUMNS = 256;
  private static final int MOST_DIGITS = 18;

  /** What workbooks of Excel 97 to 2003 begin with. */
  private static final byte[] OLD_WORKBOOK = {
    (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
  };

  /**
   * One row.
   *
   * @param number its number as a spreadsheet program shows it, from 1
   * @param cells its texts without surrounding space; short rows are short
   */
  record Row(int number, List<String> cells) {
    Row {
      cells = List.copyOf(cells);
    }

    /** The text in a column; empty beyond the row's end. */
    String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }

    boolean isBlank() {
      return cells.stream().allMatch(String::isEmpty);
    }
  }

  SheetTable {
    rows = rows.stream().filter(row -> !row.isBlank()).toList();
  }

  /** The sheets of a workbook in their order. */
  static List<SheetTable> ofWorkbook(Path file) throws DatasetException {
    try {
      requireSize(file);
      requireNewFormat(file);
      WorkbookBounds.check(file);
      List<SheetTable> tables = new ArrayList<>();
      try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
        for (Sheet sheet : workbook.getSheets().toList()) {
          tables.add(new SheetTable(file, rows(sheet)));
        }
      }
      return tables;
    } catch (IOException | RuntimeException e) {
      // The spreadsheet reader throws unchecked exceptions on most kinds of damage.
      throw unreadable(file, e, "an Excel workbook (.xlsx)");
    }
  }

  /** The tables in a file: those of a workbook, or the one of a text if its name ends in csv. */
  static List<SheetTable> of(Path file) throws DatasetException {
    return isCsv(file) ? List.of(ofCsv(file)) : ofWorkbook(file);
  }

  static boolean isCsv(Path file) {
    return Listing.nameOf(file).strip().toLowerCase(Locale.ROOT).endsWith(".csv");
  }

  /**
   * The table in a text whose fields are separated by commas, semicolons or tabs, whichever its
   * first lines have most of; in any encoding that {@link TextFile} reads.
   */
  static SheetTable ofCsv(Path file) throws DatasetException {
    try {
      requireSize(file);
      String text = TextFile.of(file, MOST_MEGABYTES).text();
      List<Row> rows = new ArrayList<>();
      try (CsvReader<CsvRecord> reader =
          CsvReader.builder()
              .ignoreDifferentFieldCount(true)
              .fieldSeparator(separator(text))
              .ofCsvRecord(text)) {
        for (CsvRecord row : reader) {
          requireRows(rows.size());
          rows.add(new Row((int) row.getStartingLineNumber(), stripped(row.getFields())));
        }
      }
      return new SheetTable(file, rows);
    } catch (IOException | RuntimeException e) {
      throw unreadable(file, e, "comma-separated text");
    }
  }

  private static char separator(String text) {
    char separator = ',';
    long most = 0;
    String head = text.lines().limit(LINES_LOOKED_AT).collect(Collectors.joining());
    for (char candidate : new char[] {',', ';', '\t'}) {
      long count = head.chars().filter(c -> c == candidate).count();
      if (count > most) {
        separator = candidate;
        most = count;
      }
    }
    return separator;
  }

  private static DatasetException unreadable(Path file, Exception cause, String expected) {
    DatasetException error =
        new DatasetException(
            "the sheet can't be read (" + words(cause) + ")",
            file,
            expected + " as the database's authors distribute it",
            "Copy the file again from the original download.");
    error.initCause(cause);
    return error;
  }

  /** What the libraries say of damage speaks of their own insides. */
  private static String words(Exception cause) {
    boolean own = cause.getClass().equals(IOException.class);
    return own ? String.valueOf(cause.getMessage()) : "it is damaged";
  }

  private static void requireSize(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new IOException("it has " + Files.size(file) + " bytes, at most 16 million are read");
    }
  }

  /** Old workbooks are often renamed instead of converted. */
  private static void requireNewFormat(Path file) throws IOException, DatasetException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(OLD_WORKBOOK.length);
    }
    if (head.length > 1 && (head[0] != 'P' || head[1] != 'K') && isText(file)) {
      throw new DatasetException(
          "the sheet is a text, not a workbook, whatever its name says",
          file,
          "an Excel workbook of 2007 or later (.xlsx), or a text whose name ends in .csv",
          "Open it in a spreadsheet program and save it as .xlsx, or give it a name that ends in"
              + " .csv.");
    }
    if (Arrays.equals(head, OLD_WORKBOOK)) {
      throw new DatasetException(
          "the sheet is an old Excel workbook (.xls), whatever its name says",
          file,
          "an Excel workbook of 2007 or later (.xlsx)",
          "Open it in a spreadsheet program and save it as .xlsx; a new name alone does not convert"
              + " it.");
    }
  }

  /** Returns whether a file is a table in plain text. */
  private static boolean isText(Path file) {
    try {
      String text = TextFile.of(file, MOST_MEGABYTES).text();
      return text.matches("(?s).*[,;\t].*")
          && text.chars().allMatch(c -> c >= ' ' || c == '\t' || c == '\n' || c == '\r');
    } catch (IOException e) {
      return false;
    }
  }

  private static void requireRows(int soFar) throws IOException {
    if (soFar >= MOST_ROWS) {
      throw new IOException("it has more than 20,000 rows");
    }
  }

  private static List<Row> rows(Sheet sheet) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (Stream<org.dhatim.fastexcel.reader.Row> stream = sheet.openStream()) {
      Iterator<org.dhatim.fastexcel.reader.Row> iterator = stream.iterator();
      while (iterator.hasNext()) {
        requireRows(rows.size());
        org.dhatim.fastexcel.reader.Row row = iterator.next();
        List<String> cells = new ArrayList<>();
        for (int c = 0; c < Math.min(MOST_COLUMNS, row.getCellCount()); c++) {
          cells.add(row.getOptionalCell(c).map(SheetTable::text).orElse(""));
        }
        rows.add(new Row(row.getRowNum(), stripped(cells)));
      }
    }
    return rows;
  }

  private static String text(Cell cell) {
    if (cell.getType() == CellType.NUMBER) {
      BigDecimal number = cell.asNumber().stripTrailingZeros();
      // 1E999999999 written out would fill the memory.
      boolean brief = Math.abs(number.scale()) <= MOST_DIGITS;
      return brief ? number.toPlainString() : number.toString();
    }
    boolean computed = cell.getType() == CellType.FORMULA;
    String text = computed ? cell.getRawValue() : cell.getText();
    return text == null ? "" : text;
  }

  private static List<String> stripped(List<String> cells) {
    return cells.stream().map(cell -> cell.replace('\u00a0', ' ').strip()).toList();
  }
}
