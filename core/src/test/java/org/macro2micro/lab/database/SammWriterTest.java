package org.macro2micro.lab.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.lab.LabDatabase;
import org.macro2micro.lab.plan.LabSettings;
import org.macro2micro.lab.plan.Layout;

class SammWriterTest {
  @TempDir Path temp;

  @Test
  void headsStandInRow14AndRowsNameExactlyTheFramesOnDisk() throws IOException {
    Path root = temp.resolve("samm");
    LabDatabase.write(LabSettings.micro(Layout.SAMM, 2, 3, 4, 24, 9), root, (done, all) -> {});
    List<Row> rows;
    try (ReadableWorkbook book =
        new ReadableWorkbook(root.resolve("SAMM_Micro_FACS_Codes_v2.xlsx").toFile())) {
      rows = book.getFirstSheet().read();
    }
    Row heads = rows.stream().filter(r -> r.getRowNum() == 14).findFirst().orElseThrow();
    assertThat(heads.getCellText(0)).isEqualTo("Subject");
    assertThat(heads.getCellText(9)).isEqualTo("Estimated Emotion");
    List<Row> clips = rows.stream().filter(r -> r.getRowNum() > 14).toList();
    assertThat(clips).hasSize(6);
    for (Row row : clips) {
      assertThat(row.getCellText(0)).isIn("006", "007");
      assertThat(row.getCellText(1)).startsWith(row.getCellText(0) + "_");
      int onset = Integer.parseInt(row.getCellText(3));
      int offset = Integer.parseInt(row.getCellText(5));
      assertThat(Integer.parseInt(row.getCellText(4))).isBetween(onset + 1, offset - 1);
      assertThat(Integer.parseInt(row.getCellText(6))).isEqualTo(offset - onset + 1).isEqualTo(4);
      Path folder = root.resolve(row.getCellText(0)).resolve(row.getCellText(1));
      Path first = folder.resolve("%s_%05d.jpg".formatted(row.getCellText(0), onset));
      BufferedImage frame = ImageIO.read(first.toFile());
      assertThat(frame.getRaster().getNumBands()).as("SAMM is grey").isEqualTo(1);
      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files).hasSize(4);
      }
    }
  }
}
