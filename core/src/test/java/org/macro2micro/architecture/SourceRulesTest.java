package org.macro2micro.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules that only the source text shows: file length, and what opens each package. */
class SourceRulesTest {
  private static final Path ROOT = Path.of("..");

  /**
   * The way from a command to a report, which everybody reads first, and all modules that stand on
   * core.
   */
  private static final Pattern TRUNK =
      Pattern.compile(
          "(core/src/main/java/org/macro2micro/(catalog|config|run|experiment|report)"
              + "|(app|studio|spark)/src/main/java)/.*");

  @Test
  void noFileIsLongerThanItsPackageAllows() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path file : sources()) {
      int most = most(file);
      long lines = lines(file);
      if (lines > most) {
        tooLong.add("%s has %d lines, at most %d are allowed".formatted(file, lines, most));
      }
    }
    assertThat(tooLong).as("files to split by idea").isEmpty();
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

  private static int most(Path file) {
    String name = ROOT.relativize(file).toString().replace('\\', '/');
    return TRUNK.matcher(name).matches() ? 250 : 400;
  }

  private static long lines(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
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
