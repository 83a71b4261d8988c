package org.macro2micro.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameFilesTest {
  @TempDir private Path folder;

  /** Each text holds the names of a folder's images in the order of time. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "img1.jpg img2.jpg img9.jpg img10.jpg img11.jpg",
        "reg_img46.jpg reg_img47.jpg reg_img100.jpg",
        "006_05562.jpg 006_05563.jpg 006_05570.jpg",
        "S005_001_00000001.png S005_001_00000002.png S005_001_00000011.png",
        "frame_0001_64x64.jpg frame_0002_64x64.jpg frame_0010_64x64.jpg",
        "1_cam2.jpg 2_cam2.jpg 10_cam2.jpg",
        "2_0001_cam1_v3.png 2_0002_cam1_v3.png 2_0003_cam1_v3.png",
        "1700000000033.jpg 1700000000066.jpg 1700000000100.jpg",
        "99999999999999999999999998.jpg 99999999999999999999999999.jpg 100000000000000000000000000.jpg",
        "t_0.250.jpg t_0.500.jpg t_1.000.jpg t_10.250.jpg",
        "t_0.25.jpg t_0.5.jpg t_0.75.jpg t_1.0.jpg t_1.25.jpg",
        "t_0.jpg t_0.25.jpg t_0.5.jpg t_1.jpg t_1.25.jpg",
        "t0,9.jpg t0,95.jpg t1,05.jpg",
        "clip1.8.jpg clip1.9.jpg clip1.10.jpg clip1.11.jpg",
        "clip1.0008.jpg clip1.0009.jpg clip1.0010.jpg",
        "frame_1_0.033.png frame_2_0.066.png frame_10_0.330.png",
        "f1_x120_y80.png f2_x121_y80.png f3_x119_y80.png f4_x119_y81.png",
        "f1_x7_y80.png f2_x7_y79.png f3_x8_y79.png f4_x8_y80.png",
        "part1_1.png part1_2.png part2_3.png part2_4.png",
        "1_left.jpg 2_right.JPG 3_left.PNG 10_Left.Jpeg",
        "IMG_1.JPG img_2.jpg Img_3.jpg"
      })
  void theNumberThatVariesOrdersTheFrames(String names) throws Exception {
    List<String> inOrder = List.of(names.split(" "));
    List<String> written = new ArrayList<>(inOrder);
    Collections.shuffle(written, new Random(1));
    for (String name : written) {
      Files.write(folder.resolve(name), new byte[] {1});
    }
    FrameFiles found = FrameFiles.of(folder);
    assertThat(names(found)).isEqualTo(inOrder);
    assertThat(found.oddities()).isEmpty();
  }

  /** Each text holds the names of a folder's images whose order can't be told. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "cam1_1.png cam1_2.png cam2_1.png cam2_2.png",
        "1_cam1.png 1_cam2.png 2_cam1.png 2_cam2.png",
        "0-58.png 0-59.png 1-00.png 1-01.png",
        "x120_f1.png x119_f2.png x118_f3.png",
        "left_1.png left_2.png right_1.png right_2.png",
        "1.png 2.png 3_4.png 5_6.png",
        "1.png 2.png a.png b.png"
      })
  void anOrderThatCanNotBeToldIsNotGuessedAt(String names) throws Exception {
    for (String name : names.split(" ")) {
      Files.write(folder.resolve(name), new byte[] {1});
    }
    assertThatThrownBy(() -> FrameFiles.of(folder))
        .isInstanceOf(UnusableClipException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("expected");
  }

  @Test
  void whatIsNotAFrameIsPassedOverWithAWord() throws Exception {
    write("img1.jpg img2.jpg img3.jpg img4.jpg img5.jpg img6.jpg img7.jpg img8.jpg img9.jpg");
    write("._img1.jpg .hidden7.png Thumbs.db desktop.ini notes12.txt");
    write("cover.png img3-1.jpg img3.png");
    FrameFiles found = FrameFiles.of(folder);
    assertThat(found.count()).isEqualTo(9);
    assertThat(found.numbers().get(8)).isEqualByComparingTo(BigDecimal.valueOf(9));
    assertThat(found.oddities())
        .anyMatch(line -> line.contains("cover.png has no frame number"))
        .anyMatch(line -> line.contains("img3-1.jpg is skipped: its name has other numbers"))
        .anyMatch(line -> line.contains("img3.png have the same frame number"))
        .hasSize(3);
  }

  @Test
  void theSameFramesInTwoFormatsAreOneSeries() throws Exception {
    write("img1.jpg img2.jpg img3.jpg img4.jpg img5.jpg");
    write("img1.png img2.png img3.png img4.png img5.png");
    FrameFiles found = FrameFiles.of(folder);
    assertThat(names(found)).allMatch(name -> name.endsWith("jpg")).hasSize(5);
    assertThat(found.oddities()).hasSize(4);
    assertThat(found.oddities().get(3)).startsWith("2 more images in");
  }

  @Test
  void aNumberWrittenTwiceIsNotedAndTheFirstUsed() throws Exception {
    write("img01.jpg img1.jpg img2.jpg img3.jpg img4.jpg img5.jpg");
    FrameFiles found = FrameFiles.of(folder);
    assertThat(names(found).get(0)).isEqualTo("img01.jpg");
    assertThat(found.count()).isEqualTo(5);
    assertThat(found.oddities()).hasSize(1);
  }

  @Test
  void imagesWithoutNumbersAreNotFrames() throws Exception {
    write("a.jpg b.jpg");
    assertThat(FrameFiles.of(folder).count()).isZero();
    assertThat(FrameFiles.isIn(folder)).isFalse();
    write("b2.jpg");
    assertThat(FrameFiles.isIn(folder)).isTrue();
  }

  private void write(String names) throws IOException {
    for (String name : Arrays.asList(names.split(" "))) {
      Files.write(folder.resolve(name), new byte[] {1});
    }
  }

  private static List<String> names(FrameFiles frames) {
    return frames.files().stream().map(file -> file.getFileName().toString()).toList();
  }
}
