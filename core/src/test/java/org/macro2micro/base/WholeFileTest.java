package org.macro2micro.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever looks sees the old file or the new one, and two who write do not disturb each other. */
class WholeFileTest {
  @TempDir Path folder;

  /** Processes of several machines may have the same numbers, as in containers. */
  @Test
  void twoWhoWriteTheSameFileAtOnceFillDifferentFiles() throws IOException {
    Path file = folder.resolve("inner").resolve("result.json");
    WholeFile.write(
        file,
        first -> {
          Files.writeString(first, "first");
          WholeFile.write(
              file,
              second -> {
                assertThat(second).isNotEqualTo(first).doesNotExist();
                Files.writeString(second, "second");
              });
          assertThat(file).hasContent("second");
        });
    assertThat(file).hasContent("first");
    assertThat(left(file.getParent())).containsExactly(file);
  }

  @Test
  void whatFailsLeavesTheOldFileAndNothingBesideIt() throws IOException {
    Path file = folder.resolve("result.json");
    Files.writeString(file, "old");
    assertThatThrownBy(
            () ->
                WholeFile.write(
                    file,
                    part -> {
                      Files.writeString(part, "half");
                      throw new IOException("the disk is full");
                    }))
        .hasMessage("the disk is full");
    assertThat(file).hasContent("old");
    assertThat(left(folder)).containsExactly(file);
  }

  @Test
  void aNewFileHasThePermissionsOfNewFiles() throws IOException {
    Path plain = Files.writeString(folder.resolve("plain"), "x");
    Path whole = folder.resolve("whole");
    WholeFile.write(whole, new byte[] {1});
    assertThat(Files.getPosixFilePermissions(whole))
        .isEqualTo(Files.getPosixFilePermissions(plain));
  }

  private static Stream<Path> left(Path folder) throws IOException {
    return Files.list(folder);
  }
}
