package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameDecoderTest {
  @TempDir Path folder;

  private final FrameDecoder decoder = new FrameDecoder(Pictures.ID);

  @Test
  void planesAreRedGreenBlue() throws Exception {
    Path file =
        Pictures.write(folder.resolve("a.png"), 8, 8, (x, y) -> x < 4 ? 0x0A141E : 0xFF0000);
    float[] planes = decoder.colour(file, 8, false);
    assertThat(planes).hasSize(3 * 64);
    assertThat(new float[] {planes[0], planes[64], planes[128]}).containsExactly(10, 20, 30);
    assertThat(new float[] {planes[7], planes[71], planes[135]}).containsExactly(255, 0, 0);
  }

  @Test
  void greyIsTheSameInAllChannels() throws Exception {
    Path file = Pictures.write(folder.resolve("a.png"), 8, 8, (x, y) -> 0xFF0000);
    // Red weighs .299 of the brightness.
    assertThat(decoder.colour(file, 8, true)).containsOnly(76);
    try (Mat grey = decoder.grey(file, 8)) {
      assertThat(grey.channels()).isEqualTo(1);
      assertThat(grey.data().get() & 0xff).isEqualTo(76);
    }
  }

  @Test
  void shrinkingIsTheMeanOfAnArea() throws Exception {
    // Rows of 0, 0, 100, 200: a quarter of the size is their mean, 75.
    Path file =
        Pictures.write(
            folder.resolve("a.png"), 32, 32, (x, y) -> Math.max(0, x % 4 - 1) * 100 * 0x010101);
    assertThat(decoder.colour(file, 8, false)).containsOnly(75);
  }

  @Test
  void growingIsBilinear() throws Exception {
    Path file = Pictures.write(folder.resolve("a.png"), 2, 2, (x, y) -> x * 200 * 0x010101);
    float[] planes = decoder.colour(file, 8, false);
    // Centres at -.375, -.125, .125, ... : flat, flat, an eighth, three eighths, ...
    assertThat(Arrays.copyOf(planes, 8)).containsExactly(0, 0, 25, 75, 125, 175, 200, 200);
  }

  @Test
  void otherShapesAreStretchedToTheSquareNotCut() throws Exception {
    Path file = Pictures.write(folder.resolve("a.png"), 64, 16, (x, y) -> x < 32 ? 0 : 0xFFFFFF);
    float[] planes = decoder.colour(file, 16, false);
    assertThat(planes[7]).isZero();
    assertThat(planes[8]).isEqualTo(255);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Gesicht-ü-顔 1.png", "a.jpg", "a.bmp", "a.tiff"})
  void readsEveryFormatUnderAnyName(String name) throws Exception {
    Path file = Pictures.write(folder.resolve(name), 16, 16, Pictures.grey(90));
    for (float value : decoder.colour(file, 8, false)) {
      assertThat(value).isCloseTo(90, within(1f));
    }
  }

  @Test
  void theContentDecidesNotTheName() throws Exception {
    Path png = Pictures.write(folder.resolve("a.png"), 16, 16, Pictures.grey(90));
    Path jpg = Files.move(png, folder.resolve("a.jpg"));
    assertThat(decoder.colour(jpg, 8, false)).containsOnly(90);
  }

  @ParameterizedTest
  @CsvSource({"jpg,.9", "jpg,.5", "png,.9", "png,.5", "bmp,.9", "bmp,.5", "tiff,.9", "tiff,.5"})
  void cutImageIsDamaged(String format, double part) throws Exception {
    Path file = Pictures.write(folder.resolve("a." + format), 64, 48, Pictures.texture(0, 0));
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, (int) (part * whole.length)));
    assertUnusable(file, "damaged", "copy it again");
  }

  @Test
  void headerCutShortIsDamaged() throws Exception {
    Path file = Pictures.write(folder.resolve("a.png"), 64, 48, Pictures.texture(0, 0));
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 14));
    assertUnusable(file, "damaged", "copy it again");
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,16", "16,1"})
  void tooSmallToShowAnything(int width, int height) throws Exception {
    Path file = Pictures.write(folder.resolve("a.png"), width, height, Pictures.grey(9));
    assertUnusable(file, width + "x" + height + " pixels", "at least 2x2");
  }

  @Test
  void textIsNoImage() throws Exception {
    Path file = folder.resolve("a.png");
    Files.writeString(file, "frames were sent separately", StandardCharsets.UTF_8);
    assertUnusable(file, "not PNG, JPEG, BMP or TIFF", "leave the clip out");
  }

  @Test
  void gifIsNotRead() throws Exception {
    Path file = Pictures.write(folder.resolve("a.gif"), 16, 16, Pictures.grey(9));
    assertUnusable(file, "not PNG, JPEG, BMP or TIFF", "convert it");
  }

  @Test
  void emptyFile() throws Exception {
    assertUnusable(Files.createFile(folder.resolve("a.png")), "0 bytes", "copy it again");
  }

  @Test
  void goneFile() {
    assertUnusable(folder.resolve("a.png"), "gone", "restore it");
  }

  @Test
  void folderNamedLikeAnImage() throws Exception {
    assertUnusable(
        Files.createDirectory(folder.resolve("a.png")), "not a regular file", "restore it");
  }

  @Test
  void hugeClaimIsRefusedBeforeDecoding() throws Exception {
    // A sound PNG header of 100000x100000 pixels with nothing behind it.
    Path file = Pictures.write(folder.resolve("a.png"), 16, 16, Pictures.grey(9));
    byte[] content = Files.readAllBytes(file);
    ByteBuffer header = ByteBuffer.wrap(content).putInt(16, 100_000).putInt(20, 100_000);
    CRC32 crc = new CRC32();
    crc.update(content, 12, 17);
    header.putInt(29, (int) crc.getValue());
    Files.write(file, content);
    assertUnusable(file, "100000x100000", "at most 64000000");
  }

  @Test
  void framesOfOneClipHaveOneSize() throws Exception {
    Path first = Pictures.write(folder.resolve("a.png"), 16, 16, Pictures.grey(9));
    Path other = Pictures.write(folder.resolve("b.png"), 16, 20, Pictures.grey(9));
    decoder.colour(first, 8, false);
    assertUnusable(other, "16x20", first.toString(), "16x16", "one size");
  }

  private void assertUnusable(Path file, String... parts) {
    assertThatThrownBy(() -> decoder.colour(file, 8, false))
        .isInstanceOf(PreparationException.class)
        .hasMessageContaining(Pictures.ID.toString())
        .hasMessageContaining(file.toString())
        .hasMessageContainingAll(parts);
  }

  static void cut(Path file) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
  }
}
