package org.macro2micro.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VideoTest {
  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_BYTE_GRAY})
  void framesComeBackInOrderAndInTheirColours(int type) throws IOException {
    boolean grey = type == BufferedImage.TYPE_BYTE_GRAY;
    Path file = write(temp.resolve("a ü 顔.avi"), type, 5);
    try (VideoReader reader = VideoReader.open(file)) {
      assertThat(List.of(reader.width(), reader.height())).containsExactly(38, 22);
      assertThat(reader.framesPerSecond()).isCloseTo(25, within(1e-6));
      for (int i = 0; i < 5; i++) {
        try (Mat frame = reader.next().orElseThrow()) {
          assertThat(frame.channels()).isEqualTo(3);
          byte[] pixel = new byte[3];
          frame.ptr(11, 30).get(pixel);
          int[] expected = grey ? new int[] {40 * i, 40 * i, 40 * i} : new int[] {200, 100, 40 * i};
          for (int c = 0; c < 3; c++) {
            assertThat(pixel[c] & 0xff).isCloseTo(expected[c], within(4));
          }
        }
      }
      assertThat(reader.next()).isEmpty();
      assertThat(reader.next()).isEmpty();
    }
  }

  @Test
  void framesComeAsImagesOfTheSamePixels() throws IOException {
    Path file = write(temp.resolve("a.avi"), BufferedImage.TYPE_3BYTE_BGR, 3);
    try (VideoReader mats = VideoReader.open(file);
        VideoReader images = VideoReader.open(file)) {
      for (int i = 0; i < 3; i++) {
        BufferedImage image = images.nextImage().orElseThrow();
        assertThat(image.getType()).isEqualTo(BufferedImage.TYPE_3BYTE_BGR);
        byte[] expected = new byte[3 * 38 * 22];
        try (Mat frame = mats.next().orElseThrow()) {
          frame.data().get(expected);
        }
        byte[] found = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        assertThat(found).isEqualTo(expected);
      }
      assertThat(images.nextImage()).isEmpty();
    }
  }

  @Test
  void theSameFramesGiveTheSameBytes() throws IOException {
    byte[] one = Files.readAllBytes(write(temp.resolve("1.avi"), BufferedImage.TYPE_3BYTE_BGR, 4));
    byte[] two = Files.readAllBytes(write(temp.resolve("2.avi"), BufferedImage.TYPE_3BYTE_BGR, 4));
    assertThat(two).isEqualTo(one);
  }

  @Test
  void aVideoCutShortGivesTheFramesThatAreThere() throws IOException {
    Path file = write(temp.resolve("a.avi"), BufferedImage.TYPE_3BYTE_BGR, 30);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, (int) (.9 * whole.length)));
    List<Integer> heights = new ArrayList<>();
    try (VideoReader reader = VideoReader.open(file)) {
      for (Optional<Mat> f = reader.next(); f.isPresent(); f = reader.next()) {
        heights.add(f.get().rows());
        f.get().close();
      }
    }
    assertThat(heights).hasSizeBetween(1, 29).containsOnly(22);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no video", "#EXTM3U\n#EXTINF:1,\nhttp://localhost:9/a.ts\n"})
  void whatIsNoVideoIsOneClearError(String text) throws IOException {
    Path file = Files.writeString(temp.resolve("a.avi"), text);
    write(temp.resolve("other.avi"), BufferedImage.TYPE_3BYTE_BGR, 2);
    assertThatThrownBy(() -> VideoReader.open(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("can't be opened as a video");
  }

  @Test
  void aListOfOtherFilesIsNamedAndNotFollowed() throws IOException {
    Path file =
        Files.writeString(temp.resolve("a.avi"), "ffconcat version 1.0\nfile 'other.avi'\n");
    write(temp.resolve("other.avi"), BufferedImage.TYPE_3BYTE_BGR, 2);
    assertThatThrownBy(() -> VideoReader.open(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file + " is a file of another kind (Virtual concatenation script)");
  }

  @Test
  void aMissingFileAndAFolderAreNamed() {
    assertThatThrownBy(() -> VideoReader.open(temp.resolve("no.avi"))).hasMessageContaining("gone");
    assertThatThrownBy(() -> VideoReader.open(temp)).hasMessageContaining("not a regular file");
  }

  @Test
  void oddSizesAreRefused() {
    assertThatThrownBy(() -> VideoWriter.open(temp.resolve("a.avi"), 31, 32, 25))
        .hasMessageContaining("31x32");
  }

  @Test
  void framesOfAnotherSizeOrKindAreRefused() throws IOException {
    try (VideoWriter writer = VideoWriter.open(temp.resolve("a.avi"), 32, 32, 25)) {
      assertThatThrownBy(() -> writer.add(new BufferedImage(16, 32, BufferedImage.TYPE_3BYTE_BGR)))
          .hasMessageContaining("16x32");
      assertThatThrownBy(() -> writer.add(new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB)))
          .hasMessageContaining("expected grey or BGR");
      writer.add(new BufferedImage(32, 32, BufferedImage.TYPE_3BYTE_BGR));
    }
  }

  /** Frame i is red 40i, green 100, blue 200; in grey videos grey 40i. */
  static Path write(Path file, int type, int frames) throws IOException {
    try (VideoWriter writer = VideoWriter.open(file, 38, 22, 25)) {
      for (int i = 0; i < frames; i++) {
        BufferedImage image = new BufferedImage(38, 22, type);
        for (int y = 0; y < 22; y++) {
          for (int x = 0; x < 38; x++) {
            if (type == BufferedImage.TYPE_BYTE_GRAY) {
              image.getRaster().setSample(x, y, 0, 40 * i);
            } else {
              image.setRGB(x, y, 40 * i << 16 | 100 << 8 | 200);
            }
          }
        }
        writer.add(image);
      }
    }
    return file;
  }
}
