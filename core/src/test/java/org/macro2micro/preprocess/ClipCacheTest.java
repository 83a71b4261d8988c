package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
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
