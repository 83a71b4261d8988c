package org.macro2micro.lab.database;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Spreadsheets whose bytes depend on their content alone. */
final class Sheet {
  /** The date in the official sheet's name; any fixed one would do. */
  private static final LocalDateTime WRITTEN = LocalDateTime.of(2014, 5, 8, 0, 0);

  private Sheet() {}

  /**
   * Writes a workbook of one sheet.
   *
   * @param rows integers become numbers, empty text an empty cell, all else text
   */
  static void write(Path file, String name, List<List<Object>> rows) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Microsoft Excel", "14.0300")) {
      Worksheet sheet = workbook.newWorksheet(name);
      for (int r = 0; r < rows.size(); r++) {
        for (int c = 0; c < rows.get(r).size(); c++) {
          Object cell = rows.get(r).get(c);
          if (cell instanceof Integer number) {
            sheet.value(r, c, number);
          } else if (!cell.toString().isEmpty()) {
            sheet.value(r, c, cell.toString());
          }
        }
      }
    }
    Path raw = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.write(raw, bytes.toByteArray());
      Files.write(file, withoutClock(raw));
    } finally {
      Files.deleteIfExists(raw);
    }
  }

  /**
   * fastexcel puts the time of writing into the properties and the archive: both are replaced. It
   * goes by way of a file because the JDK can read fastexcel's archives from their directory only.
   */
  private static byte[] withoutClock(Path workbook) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipFile in = new ZipFile(workbook.toFile());
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry : Collections.list(in.entries())) {
        byte[] content = in.getInputStream(entry).readAllBytes();
        if (entry.getName().equals("docProps/core.xml")) {
          content =
              new String(content, StandardCharsets.UTF_8)
                  .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", WRITTEN + ":00Z")
                  .getBytes(StandardCharsets.UTF_8);
        }
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(WRITTEN);
        out.putNextEntry(copy);
        out.write(content);
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
