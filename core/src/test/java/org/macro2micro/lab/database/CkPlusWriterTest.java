package org.macro2micro.lab.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.clip.Emotion;
import org.macro2micro.lab.LabDatabase;
import org.macro2micro.lab.plan.ClipCounts;
import org.macro2micro.lab.plan.Framing;
import org.macro2micro.lab.plan.LabSettings;

class CkPlusWriterTest {
  @TempDir Path temp;
  private Path root;

  @BeforeEach
  void write() throws IOException {
    root = temp.resolve("ckplus");
    ClipCounts counts =
        ClipCounts.even(List.of(Emotion.DISGUST, Emotion.SURPRISE), 2).withUnlabelled(1);
    LabDatabase.write(
        LabSettings.ckplus(1, 3, 4, 9).withClips(counts).withPicture(64, 49, Framing.FULL),
        root,
        (done, all) -> {});
  }

  @Test
  void framesCountFromOneInEightDigits() throws IOException {
    Path folder = root.resolve("cohn-kanade-images/S005/001");
    assertThat(names(folder))
        .containsExactly(
            "S005_001_00000001.png",
            "S005_001_00000002.png",
            "S005_001_00000003.png",
            "S005_001_00000004.png");
    BufferedImage frame = ImageIO.read(folder.resolve("S005_001_00000001.png").toFile());
    assertThat(frame.getWidth()).isEqualTo(64);
    assertThat(frame.getHeight()).isEqualTo(49);
  }

  @Test
  void labelsAreWrittenAsTheDatabaseWritesThem() throws IOException {
    List<String> labels = new java.util.ArrayList<>();
    int empty = 0;
    for (String sequence : List.of("001", "002", "003")) {
      Path folder = root.resolve("Emotion/S005").resolve(sequence);
      List<String> files = names(folder);
      if (files.isEmpty()) {
        empty++;
      } else {
        assertThat(files).containsExactly("S005_" + sequence + "_00000004_emotion.txt");
        labels.add(Files.readString(folder.resolve(files.get(0))));
      }
    }
    assertThat(empty).isEqualTo(1);
    assertThat(labels).containsExactlyInAnyOrder("   3.0000000e+00\n", "   7.0000000e+00\n");
  }

  @Test
  void unitsHaveAnIntensityFromOneToFive() throws IOException {
    List<String> lines =
        Files.readAllLines(root.resolve("FACS/S005/001/S005_001_00000004_facs.txt"));
    assertThat(lines)
        .isNotEmpty()
        .allMatch(line -> line.matches("   \\d\\.\\d{7}e\\+0[01]   [1-5]\\.0000000e\\+00"));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().collect(Collectors.toList());
    }
  }
}
