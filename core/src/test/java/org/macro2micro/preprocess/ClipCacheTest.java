package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipCacheTest {
  private static final String KEY = "0123456789abcdef0123456789abcdef";

  @TempDir Path folder;

  @Test
  void givesBackWhatItKept() throws IOException {
    ClipCache cache = new ClipCache(folder, Input.ONSET_DIFFERENCE);
    PreparedClip clip = clip();
    assertThat(cache.find(KEY, clip.id())).isEmpty();
    cache.keep(KEY, clip);
    PreparedClip found = cache.find(KEY, clip.id()).orElseThrow();
    assertThat(found.frames()).isEqualTo(2);
    assertThat(found.height()).isEqualTo(3);
    assertThat(found.width()).isEqualTo(4);
    assertThat(found.apex()).isEqualTo(1);
    assertThat(found.input()).isEqualTo(Input.ONSET_DIFFERENCE);
    assertThat(found.pixels()).containsExactly(clip.pixels(), within(.5f / 32767));
    assertThat(found.pixels()).containsExactly(ClipCache.rounded(clip).pixels());
    assertThat(found.landmarks()).isEmpty();
  }

  @Test
  void landmarksAreKeptAsTheyAre() throws IOException {
    ClipCache cache = new ClipCache(folder, Input.ONSET_DIFFERENCE);
    PreparedClip clip = clip().with(clip().pixels(), Optional.of(LandmarksTest.MARKS));
    cache.keep(KEY, clip);
    PreparedClip found = cache.find(KEY, clip.id()).orElseThrow();
    assertThat(found.landmarks()).hasValue(LandmarksTest.MARKS);
    assertThat(found.pixels()).containsExactly(ClipCache.rounded(clip).pixels());
    assertThat(ClipCache.rounded(clip).landmarks()).hasValue(LandmarksTest.MARKS);
  }

  /** Format 1 ended behind the pixels. */
  @Test
  void filesOfTheFormatBeforeCountAsMissingAndAreReplaced() throws IOException {
    ByteBuffer old = ByteBuffer.allocate(20 + 2 * 72 + 8).order(ByteOrder.LITTLE_ENDIAN);
    old.putInt(0x4d324d31).putInt(2).putInt(3).putInt(4).putInt(1).position(20 + 2 * 72);
    CRC32C crc = new CRC32C();
    crc.update(old.array(), 0, old.position());
    old.putLong(crc.getValue());
    Path file = folder.resolve(KEY + ".clip");
    Files.write(file, old.array());
    ClipCache cache = new ClipCache(folder, Input.ONSET_DIFFERENCE);
    assertThat(cache.find(KEY, Pictures.ID)).isEmpty();
    cache.keep(KEY, clip());
    assertThat(cache.find(KEY, Pictures.ID)).isPresent();
  }

  @Test
  void aSoundChecksumOverWhatIsNoClipCountsAsMissing() throws IOException {
    ClipCache cache = new ClipCache(folder, Input.FRAME);
    cache.keep(KEY, clip().with(clip().pixels(), Optional.of(LandmarksTest.MARKS)));
    Path file = folder.resolve(KEY + ".clip");
    byte[] whole = Files.readAllBytes(file);
    // T, H, W and the apex; then the number of landmarks and the length of their scheme's name.
    for (int place : new int[] {4, 8, 12, 16, 20 + 2 * 72, 24 + 2 * 72}) {
      for (int value : new int[] {-1, 77, Integer.MAX_VALUE}) {
        ByteBuffer buffer = ByteBuffer.wrap(whole.clone()).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(place, value);
        CRC32C crc = new CRC32C();
        crc.update(buffer.array(), 0, whole.length - 8);
        buffer.putLong(whole.length - 8, crc.getValue());
        Files.write(file, buffer.array());
        assertThat(cache.find(KEY, Pictures.ID)).as("%d at %d", value, place).isEmpty();
      }
    }
  }

  @Test
  void roundingTwiceIsRoundingOnce() {
    PreparedClip once = ClipCache.rounded(clip());
    assertThat(ClipCache.rounded(once).pixels()).containsExactly(once.pixels());
  }

  @Test
  void leavesOneFileAndNoRemains() throws IOException {
    ClipCache cache = new ClipCache(folder, Input.FRAME);
    cache.keep(KEY, clip());
    cache.keep(KEY, clip());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve(KEY + ".clip"));
    }
  }

  @Test
  void fileCutAnywhereCountsAsMissing() throws IOException {
    ClipCache cache = new ClipCache(folder, Input.FRAME);
    cache.keep(KEY, clip());
    Path file = folder.resolve(KEY + ".clip");
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(cache.find(KEY, Pictures.ID)).as("%d bytes", length).isEmpty();
    }
    Files.write(file, Arrays.copyOf(whole, whole.length + 1));
    assertThat(cache.find(KEY, Pictures.ID)).isEmpty();
  }

  @Test
  void anyChangedByteCountsAsMissing() throws IOException {
    ClipCache cache = new ClipCache(folder, Input.FRAME);
    cache.keep(KEY, clip());
    Path file = folder.resolve(KEY + ".clip");
    byte[] whole = Files.readAllBytes(file);
    for (int i = 0; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= 0x10;
      Files.write(file, changed);
      assertThat(cache.find(KEY, Pictures.ID)).as("byte %d", i).isEmpty();
    }
  }

  @Test
  void folderThatIsNotThereIsAnError() {
    ClipCache cache = new ClipCache(folder.resolve("gone"), Input.FRAME);
    assertThatThrownBy(() -> cache.keep(KEY, clip())).isInstanceOf(IOException.class);
  }

  private static PreparedClip clip() {
    float[] pixels = new float[2 * 3 * 3 * 4];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = -1 + 2f * i / (pixels.length - 1);
    }
    return new PreparedClip(Pictures.ID, Input.ONSET_DIFFERENCE, 2, 3, 4, 1, pixels);
  }
}
