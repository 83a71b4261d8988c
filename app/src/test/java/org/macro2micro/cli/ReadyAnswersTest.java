package org.macro2micro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadyAnswersTest {
  private static final Path HELP = Path.of("src/main/resources/org/macro2micro/cli/help.txt");

  /** With {@code -Dmacro2micro.write=true} the page is written and not only compared. */
  @Test
  void theHelpThatLiesReadyIsThatOfTheCommands() throws IOException {
    String said = Ran.of("--help").out();
    if (Boolean.getBoolean("macro2micro.write")) {
      Files.writeString(HELP, said);
    }
    assertThat(Files.readString(HELP))
        .as(
            "%s; after a command was added or described anew: mvn -pl core,app -am test -Dtest=ReadyAnswersTest -Dmacro2micro.write=true -Dsurefire.failIfNoSpecifiedTests=false",
            HELP)
        .isEqualTo(said);
    for (List<String> arguments : List.of(List.<String>of(), List.of("-h"), List.of("--help"))) {
      assertThat(ReadyAnswers.to(arguments, false)).contains(said);
      assertThat(ReadyAnswers.to(arguments, true)).isEmpty();
    }
    assertThat(Ran.of().out()).isEqualTo(said);
  }

  @Test
  void theVersionIsThatOfTheCommands() {
    assertThat(ReadyAnswers.to(List.of("--version"), true)).contains(Ran.of("--version").out());
    assertThat(ReadyAnswers.to(List.of("-V"), false)).contains(Ran.of("-V").out());
  }

  @Test
  void everythingElseIsLeftToTheCommands() {
    for (List<String> arguments :
        List.of(List.of("run"), List.of("run", "--help"), List.of("--help", "run"))) {
      assertThat(ReadyAnswers.to(arguments, false)).isEmpty();
    }
  }
}
