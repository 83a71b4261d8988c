package org.macro2micro.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Refuses workbooks that would fill the memory: the library that reads them trusts the sizes and
 * cell names it is told. CASME II's sheet unpacks to about 100 kilobytes.
 */
final class WorkbookBounds {
  private static final int MOST_BYTES = 48_000_000;
  private static final int MOST_PARTS = 1_000;

  /** Excel's last column is XFD; the reader makes room for every column up to the one named. */
  private static final Pattern FAR_COLUMN =
      Pattern.compile("\\sr\\s*=\\s*[\"'](?:[^0-9\"']{4}|[Y-Zy-z][A-Za-z]{2})");

  private WorkbookBounds() {}

  static void check(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<? extends ZipEntry> parts = Collections.list(zip.entries());
      if (parts.size() > MOST_PARTS) {
        throw new IOException("it has " + parts.size() + " parts, at most 1,000 are read");
      }
      int left = MOST_BYTES;
      for (ZipEntry part : parts) {
        try (InputStream in = zip.getInputStream(part)) {
          byte[] bytes = in.readNBytes(left + 1);
          left -= bytes.length;
          if (left < 0) {
            throw new IOException("it unpacks to more than 48 megabytes");
          }
          checkCells(part.getName(), bytes);
        }
      }
    }
  }

  private static void checkCells(String part, byte[] bytes) throws IOException {
    if (!part.toLowerCase(Locale.ROOT).endsWith(".xml")) {
      return;
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    // A zero byte is not XML in UTF-8, and UTF-16 would hide cell names from the pattern.
    if (text.indexOf('\0') >= 0 || FAR_COLUMN.matcher(text).find()) {
      throw new IOException("part " + part + " has text that no spreadsheet program writes");
    }
  }
}
