package org.macro2micro.lab.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.lab.LabDatabase;
import org.macro2micro.lab.plan.CastClip;
import org.macro2micro.lab.plan.LabSettings;
import org.macro2micro.lab.plan.Roster;

class CasmeTwoWriterTest {
  @TempDir Path temp;

  @Test
  void theSheetNamesExactlyTheFramesOnDisk() throws IOException {
    Path root = temp.resolve("casme2");
    LabDatabase.write(LabSettings.casme2(2, 5, 4, 24, 9), root, (done, all) -> {});
    List<Row> rows;
    try (ReadableWorkbook book =
        new ReadableWorkbook(root.resolve("CASME2-coding-20140508.xlsx").toFile())) {
      rows = book.getFirstSheet().read();
    }
    assertThat(Stream.of(0, 1, 2, 3, 4, 5, 6, 7, 8).map(i -> text(rows.get(0), i)))
        .containsExactly(
            "Subject",
            "Filename",
            "",
            "OnsetFrame",
            "ApexFrame",
            "OffsetFrame",
            "",
            "Action Units",
            "Estimated Emotion");
    assertThat(rows).hasSize(11);
    for (Row row : rows.subList(1, 11)) {
      assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
      assertThat(row.getCell(3).getType()).isEqualTo(CellType.NUMBER);
      int onset = Integer.parseInt(text(row, 3));
      int apex = Integer.parseInt(text(row, 4));
      int offset = Integer.parseInt(text(row, 5));
      assertThat(onset).isGreaterThan(1);
      assertThat(apex).isBetween(onset + 1, offset - 1);
      assertThat(offset).isEqualTo(onset + 3);
      assertThat(text(row, 7)).matches("\\d+(\\+\\d+)*");
      assertThat(text(row, 8)).isIn("happiness", "disgust", "surprise", "repression", "others");
      Path folder = root.resolve("Cropped").resolve("sub0" + text(row, 0)).resolve(text(row, 1));
      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files).hasSize(4);
      }
      BufferedImage first = ImageIO.read(folder.resolve("reg_img" + onset + ".jpg").toFile());
      assertThat(first.getWidth()).isEqualTo(24);
      assertThat(folder.resolve("reg_img" + offset + ".jpg")).exists();
    }
  }

  @Test
  void thePitfallsOfTheRealSheetArePlanted() {
    LabSettings settings = LabSettings.likeCasme2(3);
    List<CastClip> clips = Roster.of(settings);
    List<List<Object>> rows = CasmeTwoWriter.rows(settings, clips);
    assertThat(rows).hasSize(256);
    assertThat(rows)
        .filteredOn(row -> row.get(4).equals("/"))
        .singleElement()
        .satisfies(row -> assertThat(row.subList(0, 2)).isEqualTo(List.of("4", "EP12_01f")));
    int tooFar = 0;
    int careless = 0;
    for (int i = 1; i < rows.size(); i++) {
      int last = (int) rows.get(i).get(3) + clips.get(i - 1).frames() - 1;
      tooFar += (int) rows.get(i).get(5) > last ? 1 : 0;
      String word = (String) rows.get(i).get(8);
      careless += word.equals(word.strip()) ? 0 : 1;
    }
    assertThat(tooFar).isEqualTo(1);
    assertThat(careless).isEqualTo(6);
  }

  private static String text(Row row, int column) {
    if (column >= row.getCellCount()) {
      return "";
    }
    Cell cell = row.getCell(column);
    return cell == null ? "" : cell.getText();
  }
}
