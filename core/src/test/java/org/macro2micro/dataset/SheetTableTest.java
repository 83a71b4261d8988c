package org.macro2micro.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTableTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameAFile() {
    file = folder.resolve("sheet.xlsx");
  }

  @Test
  void cellsAreTextAndNumbersAreWrittenOut() throws Exception {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "tests", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("one");
      sheet.value(0, 0, " a\u00a0");
      sheet.value(0, 2, 46.0);
      sheet.value(2, 0, 1.5);
      sheet.value(2, 1, true);
      sheet.value(2, 2, 1e300);
      sheet.formula(2, 3, "1+1");
      workbook.newWorksheet("two").value(0, 0, "b");
    }
    List<SheetTable> tables = SheetTable.ofWorkbook(file);
    assertThat(tables).hasSize(2);
    List<SheetTable.Row> rows = tables.get(0).rows();
    assertThat(rows.get(0).cells()).startsWith("a", "", "46");
    assertThat(rows.get(1).number()).isEqualTo(3);
    assertThat(rows.get(1).cell(0)).isEqualTo("1.5");
    assertThat(rows.get(1).cell(2)).isEqualTo("1E+300");
    assertThat(rows.get(1).cell(99)).isEmpty();
    assertThat(tables.get(1).rows().get(0).cell(0)).isEqualTo("b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not a workbook", "PK\u0003\u0004 and then nonsense"})
  void whatIsNoWorkbookIsOneClearError(String text) throws Exception {
    Trees.text(file, text);
    assertRefused("the sheet can't be read", "an Excel workbook", "Copy the file again");
  }

  @Test
  void anOldWorkbookUnderANewNameIsToldFromDamage() throws Exception {
    byte[] old = new byte[4_096];
    byte[] magic = java.util.HexFormat.of().parseHex("d0cf11e0a1b11ae1");
    System.arraycopy(magic, 0, old, 0, magic.length);
    Files.write(file, old);
    assertRefused("an old Excel workbook (.xls)", "save it as .xlsx");
  }

  @Test
  void formulasCountAsTheirLastResult() throws Exception {
    Trees.xlsx(file, List.of(List.of("OnsetFrame", 46)));
    replaceInSheet("<v>46</v>", "<f>40+6</f><v>46</v>");
    assertThat(SheetTable.ofWorkbook(file).get(0).rows().get(0).cell(1)).isEqualTo("46");
  }

  @Test
  void bigFilesAreRefusedUnread() throws Exception {
    Files.write(file, new byte[16_000_001]);
    assertRefused("16000001 bytes");
    assertThatThrownBy(() -> SheetTable.ofCsv(file)).hasMessageContaining("16000001 bytes");
  }

  /** Each is an encoding, whether a byte order mark is written, and a separator. */
  @ParameterizedTest
  @CsvSource({
    "UTF-8,false,;",
    "UTF-8,true,;",
    "UTF-16,false,tab",
    "UTF-16LE,true,;",
    "windows-1252,false,;"
  })
  void aTextMayHaveAnyEncodingAndSeparator(String charset, boolean mark, String separator)
      throws Exception {
    String between = separator.equals("tab") ? "\t" : separator;
    String text =
        (mark ? "\uFEFF" : "")
            + "Subject;Filename;Émotion\r\n1;EP02_01f;\"joie, 0,5\"\r\n\r\n".replace(";", between);
    Path csv = Files.write(folder.resolve("a.csv"), text.getBytes(Charset.forName(charset)));
    List<SheetTable.Row> rows = SheetTable.of(csv).get(0).rows();
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).cells()).containsExactly("Subject", "Filename", "Émotion");
    assertThat(rows.get(1).cells()).containsExactly("1", "EP02_01f", "joie, 0,5");
  }

  @Test
  void aTextUnderAWorkbooksNameIsTold() throws Exception {
    Trees.text(file, "Subject;Filename\n1;EP02_01f\n");
    assertRefused("the sheet is a text, not a workbook");
  }

  @Test
  void damageIsToldInPlainWords() throws Exception {
    Files.write(file, new byte[] {'P', 'K', 3, 4, 0, 0, 1});
    assertRefused("(it is damaged)");
  }

  @Test
  void endlessRowsAreRefused() throws Exception {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i <= 20_000; i++) {
      rows.add(List.of(i));
    }
    Trees.xlsx(file, rows);
    assertRefused("more than 20,000 rows");
    Trees.text(file, "x\n".repeat(20_001));
    assertThatThrownBy(() -> SheetTable.ofCsv(file)).hasMessageContaining("more than 20,000 rows");
  }

  @Test
  void zipBombsAreRefused() throws Exception {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < 50; i++) {
        zip.putNextEntry(new ZipEntry("xl/part" + i + ".bin"));
        zip.write(new byte[1_000_000]);
      }
    }
    assertThat(Files.size(file)).isLessThan(100_000);
    assertRefused("unpacks to more than 48 megabytes");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < 1_001; i++) {
        zip.putNextEntry(new ZipEntry("xl/part" + i));
      }
    }
    assertRefused("1001 parts");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FXSHRXW1", "AAAA1", "ZZZ1", "[[[[[[1"})
  void cellsInColumnsNoSpreadsheetHasAreRefused(String cell) throws Exception {
    Trees.xlsx(file, List.of(List.of("a", "b")));
    replaceInSheet("r=\"B1\"", "r=\"" + cell + "\"");
    assertRefused("text that no spreadsheet program writes");
  }

  @Test
  void theLastColumnOfASpreadsheetIsFine() throws Exception {
    Trees.xlsx(file, List.of(List.of("a", "b")));
    replaceInSheet("r=\"B1\"", "r=\"XFD1\"");
    assertThat(SheetTable.ofWorkbook(file).get(0).rows()).hasSize(1);
  }

  @Test
  void csvThatIsNotTextIsOneClearError() throws Exception {
    Files.write(file, new byte[] {(byte) 0xff, 0, ',', (byte) 0x80, '\n'});
    assertThatThrownBy(() -> SheetTable.ofCsv(file))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("it is not text");
  }

  private void replaceInSheet(String from, String to) throws IOException {
    Path changed = folder.resolve("changed.xlsx");
    try (ZipFile in = new ZipFile(file.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(changed))) {
      for (ZipEntry entry : Collections.list(in.entries())) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        byte[] bytes = in.getInputStream(entry).readAllBytes();
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (entry.getName().contains("worksheets/sheet")) {
          assertThat(text).contains(from);
          text = text.replace(from, to);
        }
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
    }
    file = changed;
  }

  private void assertRefused(String... texts) {
    assertThatThrownBy(() -> SheetTable.ofWorkbook(file))
        .isInstanceOf(DatasetException.class)
        .satisfies(e -> assertThat(e.getMessage()).contains(texts).contains(file.toString()));
  }
}
