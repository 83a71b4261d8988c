package org.macro2micro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Holds the commands of the pages and of --help to options that the command line knows. */
class DocumentedCommandsTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  @ParameterizedTest
  @MethodSource("commands")
  void theCommandLineKnowsIt(String command) {
    List<String> words = words(command);
    CommandLine line =
        new CommandLine(new Main(), new CommandFactory(new Terminal(System.out, System.err)));
    String[] arguments = words.toArray(String[]::new);
    Subcommands.addTo(line, arguments);
    CommandLine.ParseResult parsed = line.parseArgs(arguments);
    assertThat(parsed.hasSubcommand() || parsed.isVersionHelpRequested()).isTrue();
  }

  @Test
  void thereAreSuchCommands() throws IOException {
    assertThat(commands()).hasSizeGreaterThan(40);
  }

  /** Returns the commands that stand on lines of their own, without what stands for their data. */
  static List<String> commands() throws IOException {
    List<String> commands = new ArrayList<>();
    for (Path page : pages()) {
      String text = Files.readString(page).replaceAll("\\\\\n\\s*", "");
      for (String line : text.split("\n")) {
        int start = line.indexOf("./macro2micro ");
        boolean whole = line.startsWith("    ") && start >= 0 && !line.contains("[--");
        if (whole && !line.contains(" COMMAND ") && !line.contains("DATABASE [")) {
          String command = line.substring(start + "./macro2micro ".length());
          commands.add(
              command
                  .replaceAll("\\s+#.*", "")
                  .replaceAll("\\$\\([^)]*\\)", "RUNS")
                  .replace(" $S", ""));
        }
      }
    }
    return commands;
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
    for (String folder : List.of("docs", "results")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
        files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
      }
    }
    return pages;
  }

  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher found = WORD.matcher(command);
    while (found.find()) {
      words.add(found.group(1) == null ? found.group(2) : found.group(1));
    }
    return words;
  }
}
