package org.macro2micro.lab.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetTest {
  @TempDir Path temp;

  @Test
  void noEntryTellsWhenItWasWritten() throws IOException {
    Path file = temp.resolve("sheet.xlsx");
    Sheet.write(file, "Sheet1", List.of(List.of("a", 1)));
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        assertThat(entry.getTimeLocal()).isEqualTo(LocalDateTime.of(2014, 5, 8, 0, 0));
      }
      String core =
          new String(
              zip.getInputStream(zip.getEntry("docProps/core.xml")).readAllBytes(),
              StandardCharsets.UTF_8);
      assertThat(core).contains("2014-05-08T00:00:00Z");
    }
    assertThat(temp.toFile().list()).containsExactly("sheet.xlsx");
  }
}
