package org.macro2micro.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random bytes, damaged copies and enormous claims in place of the files that SMIC, SAMM and MMI
 * bring: each ends as one error or one listed problem. The time limit is a guard against hanging,
 * for all tries of a test together.
 */
@Timeout(100)
class HostileMediaTest {
  @TempDir Path root;

  @Test
  void anyBytesAsAVideo() throws Exception {
    Path video = Trees.mmi(root).resolve("Sessions/1/S001-001.avi");
    int[] ends = Hostile.attack(new MmiReader(), root, video, new SplittableRandom(11), 60);
    assertThat(ends[0]).as("refused").isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mpg", "mp4"})
  void anyBytesAsAVideoOfAnotherName(String extension) throws Exception {
    Path avi = Trees.mmi(root).resolve("Sessions/1/S001-001.avi");
    Path video = Files.move(avi, avi.resolveSibling("S001-001." + extension));
    int[] ends = Hostile.attack(new MmiReader(), root, video, new SplittableRandom(12), 20);
    assertThat(ends[0]).as("refused").isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"session.xml", "S001-001.xml", "S001-001-oao_aucs.xml"})
  void anyBytesAsXml(String name) throws Exception {
    Path xml = Trees.mmi(root).resolve("Sessions/1").resolve(name);
    int[] ends = Hostile.attack(new MmiReader(), root, xml, new SplittableRandom(13), 60);
    assertThat(ends[0]).as("refused").isZero();
  }

  @Test
  void anyBytesAsSammsSheet() throws Exception {
    Path sheet = Trees.samm(root).resolve("SAMM_Micro_FACS_Codes_v2.xlsx");
    int[] ends = Hostile.attack(new SammReader(), root, sheet, new SplittableRandom(14), 40);
    assertThat(ends[0]).as("refused").isPositive();
  }

  @Test
  void anyBytesAsSmicsSheetAndFrames() throws Exception {
    Path sheet = Trees.smicLong(root).resolve("HS_long/SMIC-HS-E_annotation.xlsx");
    ClipReader reader = new SmicReader(SmicReader.Camera.HS);
    byte[] sound = Files.readAllBytes(sheet);
    assertThat(Hostile.attack(reader, root, sheet, new SplittableRandom(15), 40)[0]).isPositive();
    Files.write(sheet, sound);
    Path frame = root.resolve("HS_long/SMIC_HS_E/s01/s01_ne_01/image000003.jpg");
    assertThat(Hostile.attack(reader, root, frame, new SplittableRandom(16), 40)[0]).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "png, is 60000x60000 pixels: more than the 64 megapixels",
    "jpg, is 60000x60000 pixels: more than the 64 megapixels",
    "bmp, is damaged" // The JDK's reader refuses so large a header itself.
  })
  void anImageThatClaims60000x60000PixelsIsListed(String format, String text) throws Exception {
    Path clip = Trees.smic(root).resolve("SMIC_all_cropped/HS/s1/micro/negative/s1_ne_01");
    Files.delete(clip.resolve("reg_image0001.bmp"));
    enormous(Trees.image(clip.resolve("reg_image0001." + format)), format);
    Inventory inventory = new SmicReader(SmicReader.Camera.HS).read(root);
    assertThat(inventory.corpus().clips()).hasSize(2);
    assertThat(Trees.lines(inventory))
        .singleElement()
        .asString()
        .contains("reg_image0001." + format, text);
  }

  @Test
  void aVideoThatClaims60000x60000PixelsIsListed() throws Exception {
    Path video = Trees.mmi(root).resolve("Sessions/1/S001-001.avi");
    byte[] bytes = Files.readAllBytes(video);
    ByteBuffer avi = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int claims = 0;
    for (int i = 0; i + 8 < bytes.length; i++) {
      if (avi.getInt(i) == 40 && avi.getInt(i + 4) == 24) {
        avi.putInt(i, 60_000).putInt(i + 4, 60_000);
        claims++;
      } else if (bytes[i] == (byte) 0xff && bytes[i + 1] == (byte) 0xc0) {
        // The heads of the pictures themselves.
        avi.putShort(i + 5, Short.reverseBytes((short) 60_000));
        avi.putShort(i + 7, Short.reverseBytes((short) 60_000));
        claims++;
      }
    }
    assertThat(claims).isGreaterThanOrEqualTo(7);
    Files.write(video, bytes);
    Inventory inventory = new MmiReader().read(root);
    assertThat(Trees.ids(inventory)).doesNotContain("mmi/S001/S001-001").hasSize(2);
    assertThat(Trees.lines(inventory)).anyMatch(l -> l.startsWith("mmi/S001/S001-001: video"));
  }

  /** Writes a claim of 60000x60000 into a sound header. */
  static void enormous(Path image, String format) throws IOException {
    byte[] bytes = Files.readAllBytes(image);
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    switch (format) {
      case "png" -> {
        buffer.putInt(16, 60_000).putInt(20, 60_000);
        CRC32 crc = new CRC32();
        crc.update(bytes, 12, 17);
        buffer.putInt(29, (int) crc.getValue());
      }
      case "bmp" -> buffer.order(ByteOrder.LITTLE_ENDIAN).putInt(18, 60_000).putInt(22, 60_000);
      default -> {
        int head = 0;
        while ((buffer.getShort(head) & 0xffff) != 0xffc0) {
          head++;
        }
        buffer.putShort(head + 5, (short) 60_000).putShort(head + 7, (short) 60_000);
      }
    }
    Files.write(image, bytes);
  }
}
