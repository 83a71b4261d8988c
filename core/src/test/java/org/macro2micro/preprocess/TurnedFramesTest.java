package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames with EXIF's note of which way is up. */
class TurnedFramesTest {
  private static final int QUARTER_TURN = 6;

  @TempDir private Path folder;

  private List<Path> frames(String format, int... orientations) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int orientation : orientations) {
      Path file = folder.resolve("img%d.%s".formatted(files.size(), format));
      Pictures.write(file, 16, 16, (x, y) -> y < 8 ? 0 : 0xFFFFFF);
      if (orientation > 0) {
        byte[] plain = Files.readAllBytes(file);
        Files.write(
            file, format.equals("jpg") ? jpeg(plain, orientation) : png(plain, orientation));
      }
      files.add(file);
    }
    return files;
  }

  private static byte[] tags(int orientation, ByteOrder order) {
    ByteBuffer bytes = ByteBuffer.allocate(26).order(order);
    bytes.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes());
    bytes.putShort((short) 42).putInt(8).putShort((short) 1);
    bytes.putShort((short) 0x112).putShort((short) 3).putInt(1).putShort((short) orientation);
    return bytes.array();
  }

  private static byte[] jpeg(byte[] plain, int orientation) throws IOException {
    byte[] tags = tags(orientation, ByteOrder.LITTLE_ENDIAN);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(plain, 0, 2);
    out.write(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (tags.length + 8)});
    out.write("Exif\0\0".getBytes());
    out.write(tags);
    out.write(plain, 2, plain.length - 2);
    return out.toByteArray();
  }

  private static byte[] png(byte[] plain, int orientation) throws IOException {
    byte[] tags = tags(orientation, ByteOrder.BIG_ENDIAN);
    ByteBuffer chunk = ByteBuffer.allocate(tags.length + 12);
    chunk.putInt(tags.length).put("eXIf".getBytes()).put(tags);
    CRC32 crc = new CRC32();
    crc.update(chunk.array(), 4, tags.length + 4);
    chunk.putInt((int) crc.getValue());
    int afterHead = 8 + 25;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(plain, 0, afterHead);
    out.write(chunk.array());
    out.write(plain, afterHead, plain.length - afterHead);
    return out.toByteArray();
  }

  private static void prepare(List<Path> files) throws PreparationException {
    new ClipPreparation(Pictures.settings(Input.FRAME, files.size(), Interpolation.LINEAR))
        .prepare(Pictures.clip(files, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png"})
  void aClipOfWhichSomeFramesLostTheirNoteIsRefused(String format) throws Exception {
    List<Path> files = frames(format, QUARTER_TURN, QUARTER_TURN, 0, QUARTER_TURN, 0);
    assertThatThrownBy(() -> prepare(files))
        .isInstanceOf(PreparationException.class)
        .hasMessageContaining("img2." + format + " is as it was stored, without a note")
        .hasMessageContaining(
            "img0.%s is turned by its EXIF note (orientation 6)".formatted(format));
    prepare(frames(format, QUARTER_TURN, QUARTER_TURN, QUARTER_TURN));
    // A note that says "upright" is the same as none.
    prepare(frames(format, 0, 1, 0, 1));
  }

  @ParameterizedTest
  @CsvSource({"jpg", "png"})
  void theNoteTurnsThePicture(String format) throws Exception {
    List<Path> files = frames(format, QUARTER_TURN, 0);
    float[] turned = new FrameDecoder(Pictures.ID).colour(files.get(0), 16, false);
    float[] stored = new FrameDecoder(Pictures.ID).colour(files.get(1), 16, false);
    // Dark above becomes dark at the right when it is turned clockwise.
    assertThat(stored[8]).isLessThan(5);
    assertThat(turned[15 + 15 * 16]).isLessThan(5);
    assertThat(turned[15 * 16]).isGreaterThan(250);
  }

  @Test
  void whateverTheBytesTagsAreReadOrNotThere() throws Exception {
    byte[] sound = Files.readAllBytes(frames("jpg", QUARTER_TURN).get(0));
    assertThat(ImageTags.orientation(sound)).isEqualTo(QUARTER_TURN);
    for (int length = 0; length < 60; length++) {
      byte[] cut = Arrays.copyOf(sound, length);
      assertThat(ImageTags.orientation(cut)).isBetween(1, 8);
      assertThat(ImageTags.bits(cut)).isEqualTo(8);
    }
    SplittableRandom random = new SplittableRandom(5);
    for (byte[] head : List.of(sound, tags(3, ByteOrder.BIG_ENDIAN), png(new byte[40], 3))) {
      for (int t = 0; t < 3000; t++) {
        byte[] bytes = Arrays.copyOf(head, Math.min(head.length, 64));
        for (int k = 0; k < 4; k++) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        assertThat(ImageTags.orientation(bytes)).isBetween(1, 8);
        ImageTags.bits(bytes);
      }
    }
  }
}
