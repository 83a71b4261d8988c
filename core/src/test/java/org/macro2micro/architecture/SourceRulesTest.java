package org.macro2micro.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules that only the source text shows: file length, and what opens each package. */
class SourceRulesTest {
  private static final Path ROOT = Path.of("..");

  @Test
  void noFileIsLongerThan400Lines() throws IOException {
    for (Path file : sources()) {
      try (Stream<String> lines = Files.lines(file)) {
        assertThat(lines.count()).as(file.toString()).isLessThanOrEqualTo(400);
      }
    }
  }

  @Test
  void everyPackageOpensWithASentenceAndIsNullMarked() throws IOException {
    for (Path file : sources()) {
      if (!file.toString().contains("main")) {
        continue;
      }
      Path info = file.resolveSibling("package-info.java");
      assertThat(info).exists();
      assertThat(Files.readString(info)).startsWith("/**").contains("@NullMarked");
    }
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      List<Path> sources =
          files
              .filter(f -> f.toString().endsWith(".java") && !f.toString().contains("target"))
              .toList();
      assertThat(sources).isNotEmpty();
      return sources;
    }
  }
}
