package org.macro2micro.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class TableDatabasesTest {
  @Test
  void foldersAreNamedByDatabase() {
    TableDatabases given = parsed("--samm", "S", "--casme2", "C", "--flow", "F");
    assertThat(given.roots())
        .containsOnlyKeys("casme2", "samm", "mer-flow")
        .containsEntry("samm", Path.of("S"))
        .containsEntry("mer-flow", Path.of("F"));
    assertThat(given.flow()).isTrue();
    assertThat(parsed("--samm", "S").flow()).isFalse();
  }

  @Test
  void labDrawsNoneAllOrTheNamed() throws InputException {
    assertThat(parsed().drawn()).isEmpty();
    assertThat(parsed("--lab").drawn())
        .containsExactlyInAnyOrder("casme2", "smic", "samm", "ckplus", "mmi");
    assertThat(parsed("--lab=smic,mmi").drawn()).containsExactlyInAnyOrder("smic", "mmi");
  }

  @Test
  void flowWithoutMacroClipsGetsThoseOfCkPlus() throws InputException {
    assertThat(parsed("--flow", "F").drawn()).containsExactly("ckplus");
    assertThat(parsed("--flow", "F", "--lab=mmi").drawn()).containsExactly("mmi");
    assertThat(parsed("--flow", "F", "--ckplus", "K").drawn()).isEmpty();
    assertThat(parsed("--flow", "F", "--mmi", "M").drawn()).isEmpty();
  }

  @Test
  void unknownDatabaseIsSaid() {
    assertThatThrownBy(() -> parsed("--lab=fer").drawn())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("--lab=fer, expected one or more of casme2,smic,samm,ckplus,mmi");
  }

  private static TableDatabases parsed(String... arguments) {
    TableDatabases databases = new TableDatabases();
    new CommandLine(databases).parseArgs(arguments);
    return databases;
  }
}
