package org.macro2micro.studio.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilmContentTest {
  @TempDir Path folder;

  private static byte[] head(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void theFirstBytesDecide() {
    assertThat(FilmContent.of(head("RIFF\1\2\3\4AVI LIST"))).contains(FilmContent.AVI);
    assertThat(FilmContent.of(head("\0\0\0\u0020ftypisom\0\0\2\0"))).contains(FilmContent.MP4);
    assertThat(FilmContent.of(head("\0\0\u0010\0moovxxxxxxxx"))).contains(FilmContent.MP4);
    assertThat(FilmContent.of(head("\u001aE\u00df\u00a3xxxxxxxxxxxx")))
        .contains(FilmContent.MATROSKA);
    assertThat(FilmContent.of(head("\0\0\1\u00baxxxxxxxxxxxx"))).contains(FilmContent.MPEG);
    assertThat(FilmContent.of(head("\0\0\1\u00b3xxxxxxxxxxxx"))).contains(FilmContent.MPEG);
    assertThat(FilmContent.of(head("RIFF\1\2\3\4WAVEfmt "))).isEmpty();
    assertThat(FilmContent.of(head("GIF89a0000000000"))).isEmpty();
    assertThat(FilmContent.of(head("#EXTM3U\nhttp://x"))).isEmpty();
    assertThat(FilmContent.of(head("\0\0\0\u0020ft"))).isEmpty();
    assertThat(FilmContent.of(new byte[0])).isEmpty();
  }

  @Test
  void framesAreReadAsTheyWereWritten() throws Exception {
    try (FramePack.Writer pack = new FramePack.Writer(folder)) {
      pack.add(new byte[] {1, 2, 3});
      pack.add(new byte[0]);
      pack.add(new byte[] {4});
    }
    assertThat(FramePack.count(folder)).isEqualTo(3);
    assertThat(FramePack.read(folder, 0)).containsExactly(1, 2, 3);
    assertThat(FramePack.read(folder, 1)).isEmpty();
    assertThat(FramePack.read(folder, 2)).containsExactly(4);
    assertThatThrownBy(() -> FramePack.read(folder, 3))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> FramePack.read(folder, -1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
