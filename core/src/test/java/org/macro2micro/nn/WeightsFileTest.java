package org.macro2micro.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsFileTest {
  @TempDir Path folder;

  @Test
  void namesTheSettingInWhatItSays() throws Exception {
    Path file = folder.resolve("w");
    assertThatThrownBy(() -> WeightsFile.read("a.b", file, "weights of c", 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a.b " + file + ": no such file; name weights of c");
    Files.writeString(file, "abc");
    WeightsFile read = WeightsFile.read("a.b", file, "weights of c", 3);
    assertThat(read.source()).isEqualTo("a.b " + file);
    assertThat(read.bytes()).asString().isEqualTo("abc");
    // SHA-256 of "abc", from FIPS 180-2.
    assertThat(read.digest()).startsWith("ba7816bf");
    assertThatThrownBy(() -> WeightsFile.read("a.b", file, "weights of c", 2))
        .hasMessageContaining("found 3 bytes, expected at most 2: weights of c");
    assertThatThrownBy(() -> WeightsFile.read("a.b", folder, "weights of c", 1L << 40))
        .hasMessageContaining("can't be read");
  }
}
