package org.macro2micro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Holds what --help prints to whole sentences, and long lists of options to groups. */
class HelpTest {
  private static final int MOST_WITHOUT_GROUPS = 8;
  private static final CommandLine ALL = all();

  private static CommandLine all() {
    CommandLine line =
        new CommandLine(new Main(), new CommandFactory(new Terminal(System.out, System.err)));
    Subcommands.addTo(line, new String[] {"help"});
    return line;
  }

  @Test
  void everyCommandIsListedWithOneWholeSentence() {
    Map<String, String> listed = listed();
    assertThat(listed.keySet()).containsExactlyElementsOf(commands().toList());
    assertThat(listed)
        .allSatisfy(
            (command, text) ->
                assertThat(text)
                    .as(command)
                    .matches("[A-Z][^.:;]*[a-z]\\.")
                    .satisfies(t -> assertThat(count(t, '(')).isEqualTo(count(t, ')'))));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void descriptionsAreWholeSentences(String command) {
    CommandLine line = ALL.getSubcommands().get(command);
    List<String> descriptions = List.of(line.getCommandSpec().usageMessage().description());
    assertThat(descriptions.get(0)).endsWith(".");
    for (ArgSpec argument : line.getCommandSpec().args()) {
      assertThat(argument.description()).as(argument.paramLabel()).hasSize(1);
      assertThat(argument.description()[0]).as(argument.paramLabel()).matches("(?s)[A-Z].*\\.");
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void manyOptionsAreGroupedUnderHeadings(String command) {
    CommandLine line = ALL.getSubcommands().get(command);
    List<OptionSpec> options = line.getCommandSpec().options();
    List<ArgGroupSpec> groups = line.getCommandSpec().argGroups();
    if (options.size() > MOST_WITHOUT_GROUPS) {
      assertThat(groups).hasSizeGreaterThan(1);
      assertThat(options.stream().filter(option -> option.group() == null).count())
          .isLessThanOrEqualTo(MOST_WITHOUT_GROUPS);
    }
    String printed = Ran.of(command, "--help").out();
    for (ArgGroupSpec group : groups) {
      assertThat(group.validate()).isFalse();
      String heading = group.heading().replace("%n", "");
      assertThat(printed).containsPattern("(?m)^\\Q" + heading + "\\E$");
      String below = printed.substring(printed.indexOf("\n" + heading + "\n"));
      for (ArgSpec option : group.args()) {
        assertThat(below).contains(((OptionSpec) option).longestName());
      }
    }
  }

  @Test
  void optionsOfOneGroupMayStandApart(@TempDir Path folder) throws Exception {
    String line =
        "table 2 --lab=casme2 --rows c --size tiny --set seeds=2 --explain --lab=ckplus --json"
            + " --rows c+s --out "
            + folder.resolve("table")
            + " --set memory-mib=64";
    JsonNode plan = Ran.of(line.split(" ")).json();
    assertThat(plan.path("drawn").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("casme2", "ckplus");
    assertThat(plan.path("lines")).hasSize(2);
    JsonNode run = plan.path("lines").get(0);
    assertThat(run.path("results").asInt()).isEqualTo(2 * run.path("folds").asInt());
    assertThat(Ran.of("train", "--micro", "casme2=X").err()).contains("--out=MODEL.safetensors");
  }

  static Stream<String> commands() {
    return ALL.getSubcommands().entrySet().stream()
        .filter(entry -> !entry.getValue().getCommandSpec().usageMessage().hidden())
        .map(Map.Entry::getKey);
  }

  /** The commands that --help lists, each with its text, whose lines are joined. */
  private static Map<String, String> listed() {
    Map<String, String> listed = new LinkedHashMap<>();
    String last = "";
    List<String> lines = Ran.of("--help").out().lines().toList();
    for (String line : lines.subList(lines.indexOf("Commands:") + 1, lines.size())) {
      if (line.isBlank()) {
        break;
      }
      if (line.matches(" {2}\\S.*")) {
        String[] parts = line.strip().split(" +", 2);
        last = parts[0];
        listed.put(last, parts[1]);
      } else {
        listed.merge(last, line.strip(), (first, more) -> first + " " + more);
      }
      assertThat(line.length()).isLessThanOrEqualTo(80);
    }
    return listed;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }
}
