package org.macro2micro.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tests that docs/service.md names exist, and each requirement of files has one. */
class ServiceDocumentTest {
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*Test)(?:\\.(\\w+))?`");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (5\\.\\d\\.\\d) \\|.*\\| (.*) \\|$");

  private static String document;
  private static Map<String, Path> tests;

  @BeforeAll
  static void read() throws IOException {
    document = Files.readString(Path.of("..", "docs", "service.md"));
    tests = new HashMap<>();
    for (String module : List.of("studio", "core")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "test", "java"))) {
        files
            .filter(file -> file.toString().endsWith("Test.java"))
            .forEach(
                file -> tests.put(String.valueOf(file.getFileName()).replace(".java", ""), file));
      }
    }
  }

  @Test
  void everyTestThatIsNamedExists() throws IOException {
    List<MatchResult> named = TEST.matcher(document).results().toList();
    assertThat(named).isNotEmpty();
    for (MatchResult test : named) {
      Path file = tests.get(test.group(1));
      assertThat(file).as(test.group()).isNotNull();
      Optional<String> method = Optional.ofNullable(test.group(2));
      if (method.isPresent()) {
        assertThat(Files.readString(file)).contains("void " + method.get() + "(");
      }
    }
  }

  /** The requirements are those of chapter V5 of OWASP ASVS 5.0. */
  @Test
  void everyRequirementOfFilesNamesATest() {
    Map<String, String> rows =
        ROW.matcher(document)
            .results()
            .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
    assertThat(rows)
        .containsOnlyKeys(
            "5.1.1", "5.2.1", "5.2.2", "5.2.3", "5.2.4", "5.2.5", "5.2.6", "5.3.1", "5.3.2",
            "5.3.3", "5.4.1", "5.4.2", "5.4.3");
    rows.forEach((row, named) -> assertThat(TEST.matcher(named).find()).as(row).isTrue());
  }

  /** A job's problems and the service's errors are all in the document. */
  @Test
  void everyTypeOfProblemIsDescribed() throws IOException {
    Pattern type =
        Pattern.compile(
            "(?:ProblemException\\.(?:of|conflict)\\(\\s*(?:\\d+,\\s*)?|Failure\\(\\s*|\\bof\\(\\s*\\d+,\\s*)\"([a-z-]+)\"");
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        Matcher found = type.matcher(Files.readString(file));
        while (found.find()) {
          if (!found.group(1).equals("cancelled")) {
            assertThat(document).as(file.toString()).contains("`" + found.group(1) + "`");
          }
        }
      }
    }
  }
}
