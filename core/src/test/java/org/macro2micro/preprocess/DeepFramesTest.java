package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.Frames;

/** Frames whose values have more than 8 bits. */
class DeepFramesTest {
  private static final int SIZE = 16;
  private static final int BRIGHTEST = 250;

  @TempDir private Path folder;

  /**
   * Writes v*2^(bits-8) plus a lower bit that scaling cuts off, at the upper left a frame's own.
   */
  private Path deep(String name, int bits, int frame) throws IOException {
    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_USHORT_GRAY);
    WritableRaster raster = image.getRaster();
    for (int i = 0; i < SIZE * SIZE; i++) {
      int value = value(i, frame);
      raster.setSample(i % SIZE, i / SIZE, 0, (value << (bits - 8)) + (bits > 8 ? value & 1 : 0));
    }
    Path file = Files.createDirectories(folder).resolve(name);
    String format = name.substring(name.lastIndexOf('.') + 1);
    assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
    return file;
  }

  /** Only the last frame has the brightest value, so one frame does not tell the scale. */
  private static int value(int i, int frame) {
    return i == 0 ? (frame == 2 ? BRIGHTEST : 3) : i % 50;
  }

  private List<Path> series(String format, int bits) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int frame = 0; frame < 3; frame++) {
      files.add(deep("img%d.%s".formatted(frame, format), bits, frame));
    }
    return files;
  }

  @ParameterizedTest
  @CsvSource({"png,8", "png,10", "png,12", "png,14", "png,16", "tiff,8", "tiff,12", "tiff,16"})
  void valuesAreScaledByTheBitsThatTheWholeClipUses(String format, int bits) throws Exception {
    List<Path> files = series(format, bits);
    List<float[]> planes = new ArrayList<>();
    new FrameDecoder(Pictures.ID)
        .decode(
            new Frames(Frames.Content.FACE, files),
            new TreeSet<>(List.of(0, 2)),
            (position, picture) -> planes.add(FrameDecoder.colour(picture, SIZE, false)));
    for (int i = 0; i < SIZE * SIZE; i++) {
      assertThat(planes.get(0)[i]).isEqualTo(value(i, 0));
      assertThat(planes.get(1)[i]).isEqualTo(value(i, 2));
    }
  }

  /** What is read of real 16 bits did not change when the scale was introduced. */
  @Test
  void ofSixteenBitsTheUpperEightAreTaken() throws Exception {
    List<Path> files = series("png", 16);
    float[] scaled = colour(new FrameDecoder(Pictures.ID, files), files.get(1));
    assertThat(scaled).isEqualTo(colour(new FrameDecoder(Pictures.ID), files.get(1)));
  }

  private static float[] colour(FrameDecoder decoder, Path file) throws PreparationException {
    return decoder.colour(file, SIZE, false);
  }

  /** A frame that is not decoded itself may hold the largest value: the key depends on it. */
  @Test
  void theKeyOfADeepClipDependsOnAllItsFrames() throws Exception {
    ClipPreparation preparation =
        new ClipPreparation(Pictures.settings(Input.FLOW, 2, Interpolation.LINEAR));
    List<Path> files = new ArrayList<>(series("png", 12));
    files.add(deep("img3.png", 12, 0));
    files.add(deep("img4.png", 12, 0));
    Clip clip = Pictures.clip(files, 3);
    String before = preparation.key(clip);
    assertThat(preparation.decoded(clip)).doesNotContain(2);
    deep("img2.png", 12, 0);
    assertThat(preparation.key(clip)).isNotEqualTo(before);
  }

  @Test
  void framesOfEightBitsAmongDeepOnesAreRefused() throws Exception {
    List<Path> files = new ArrayList<>(series("png", 12));
    files.set(1, Pictures.write(folder.resolve("img1.png"), SIZE, SIZE, Pictures.grey(9)));
    assertThatThrownBy(
            () ->
                new ClipPreparation(Pictures.settings(Input.FRAME, 3, Interpolation.LINEAR))
                    .prepare(Pictures.clip(files, 1)))
        .isInstanceOf(PreparationException.class)
        .hasMessageContaining("img1.png is of 8 bits a value, but")
        .hasMessageContaining("img0.png is of 16 bits");
  }

  @Test
  void bitsInUseAreEvenAndAtLeastEight() {
    assertThat(ValueRange.holding(0).bits()).isEqualTo(8);
    assertThat(ValueRange.holding(255).bits()).isEqualTo(8);
    assertThat(ValueRange.holding(256).bits()).isEqualTo(10);
    assertThat(ValueRange.holding(1023).bits()).isEqualTo(10);
    assertThat(ValueRange.holding(4095).bits()).isEqualTo(12);
    assertThat(ValueRange.holding(4096).bits()).isEqualTo(14);
    assertThat(ValueRange.holding(16384).bits()).isEqualTo(16);
    assertThat(ValueRange.holding(65535).bits()).isEqualTo(16);
  }
}
