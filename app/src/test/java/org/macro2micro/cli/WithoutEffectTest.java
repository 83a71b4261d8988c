package org.macro2micro.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What would have no effect, or can't be written, is refused in one line before any work. */
class WithoutEffectTest {
  @TempDir Path folder;

  /** Each line: arguments, with EMPTY for an empty one and OUT for a folder that is not there. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "demo --jobs 0 | --jobs: found 0, expected 1",
        "demo --jobs many | --jobs: found many, expected 1 to 1024, or auto",
        "demo --jobs -1 | --jobs: found -1, expected 1",
        "demo --jobs 99999 | expected 1 to 1024",
        "demo --out EMPTY | found nothing, expected a file or a folder",
        "demo --set seed=2 | write --seed N",
        "run EMPTY | found nothing",
        "data casme2 EMPTY | found nothing",
        "data pom.xml casme2 | the database comes first: macro2micro data casme2 pom.xml",
        "lab OUT casme2 | the layout comes first: macro2micro lab casme2",
        "lab video OUT --subjects 3 | lab video: --subjects has no effect",
        "lab casme2 OUT --talk | lab casme2: --talk has no effect",
        "lab sheet OUT.png --clips 2 | lab sheet: --clips has no effect",
        "lab casme2 OUT --like casme2 --subjects 2 | --subjects has no effect",
        "lab casme2 EMPTY | found nothing",
        "train --micro DIR=casme2 --out OUT.safetensors | the database comes first, as in casme2=DIR",
        "train --micro casme2=DIR --macro ckplus=DIR --row lbp-top --out OUT.safetensors | no effect on row lbp-top",
        "train --micro casme2=DIR --out .safetensors | expected MODEL.safetensors",
        "score OUT OUT | is named twice",
        "score EMPTY | found nothing",
        "table 2 --lab --seeds 0 | expected at least 1",
        "table 2 --lab --seeds 1000000 --explain | at most 1000",
        "table 2 --lab --set seeds=1000000 --explain | at most 1000",
        "table 2 --lab --explain --jobs 2 | table --explain: --jobs has no effect",
        "table 2 --lab --explain --format csv | table --explain: --format has no effect",
        "table 2 --lab --json --format csv | are two forms",
        "table 2 --lab --jobs 0 --out OUT | --jobs: found 0",
        "table 3 --lab --scheme casme2=cde | only Table 2",
        "table 2 --lab --scheme casme2=none | none of casme2 is not known",
        "table 2 --lab --scheme ckplus=raw | expected one of [casme2, smic, samm]",
        "table 2 --lab=casme2 --casme2 . | name the same database",
        "table 2 --lab --set seed=3 | the table sets seed itself",
        "table 5 --flow . --size tiny | --size has no effect",
        "table 5 --flow . --casme2 . | --casme2 has no effect",
        "table 2 --casme2 nowhere --ckplus . --out OUT | casme2.root: nowhere: no such folder",
        "predict film.mp4 m.safetensors | there is no such file; expected MODEL.safetensors",
        "predict . m.safetensors | it is a folder; expected MODEL.safetensors, which comes first",
        "predict --movement-only film.mp4 --device cpu | --device has no effect",
        "predict --movement-only film.mp4 --landmarks mesh.tflite | --landmarks has no effect",
        "table 2 --lab --size flow | expected tiny, small or full",
        "dance | did you mean",
        "demo --loud | see macro2micro demo --help"
      })
  void isRefusedInOneLine(String line, String part) throws IOException {
    String out = folder.resolve("out").toString();
    List<String> arguments = new ArrayList<>();
    for (String word : line.strip().split(" ")) {
      arguments.add(word.equals("EMPTY") ? "" : word.replace("OUT", out));
    }
    Ran ran = Ran.of(arguments.toArray(String[]::new));
    assertThat(ran.code()).as(ran.err()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines()).as(ran.err()).hasSize(1);
    assertThat(ran.err()).startsWith("macro2micro: ").contains(part.strip().replace("OUT", out));
    if (!line.contains("--jobs") && !line.contains("nowhere")) {
      assertThat(folder).isEmptyDirectory();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "demo --out /proc/none",
        "table 2 --lab --size tiny --rows c --out /proc/none",
        "lab casme2 /proc/none",
        "lab video /proc/none",
        "train --micro casme2=. --out /proc/none/m.safetensors"
      })
  void aPlaceThatCannotBeWrittenToIsNamedBeforeTheWork(String line) {
    Ran ran = Ran.of(line.strip().split(" "));
    assertThat(ran.code()).as(ran.err()).isEqualTo(1);
    assertThat(ran.err().lines()).as(ran.err()).hasSize(1);
    assertThat(ran.err()).contains("/proc/none can't be written to").contains("another place");
  }

  @Test
  void aDiskWithoutRoomIsNamed() {
    assertThatThrownBy(() -> OutputPlace.requireRoom("--out", folder, Long.MAX_VALUE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("--out " + folder + ": the disk is full");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFolderThatIsOnlyTriedIsNotLeftBehind() throws IOException {
    OutputPlace.requireNewFolder("lab:", folder.resolve("a/b"));
    assertThat(folder).isEmptyDirectory();
    Path there = Files.createDirectory(folder.resolve("there"));
    OutputPlace.requireNewFolder("lab:", there.resolve("new"));
    assertThat(there).isEmptyDirectory();
  }

  /** Whoever copies the line must get what it says, with a space in the folder's name too. */
  @Test
  void theLineThatLabVideoRecommendsRuns() throws Exception {
    Path films = folder.resolve("two films");
    Ran drawn =
        Ran.of(
            "lab",
            "video",
            films.toString(),
            "--videos",
            "1",
            "--seconds",
            "6",
            "--picture",
            "160x120");
    assertThat(drawn.code()).as(drawn.err()).isZero();
    String recommended = after(drawn.out(), "with: macro2micro ");
    Ran scored = Ran.of(words(recommended));
    assertThat(scored.code()).as(recommended + "\n" + scored.err()).isZero();
    Path faces = folder.resolve("it's 3 faces");
    Ran lab = Ran.of("lab", "casme2", faces.toString(), "--subjects", "2", "--clips", "2");
    assertThat(Ran.of(words(after(lab.out(), "with: macro2micro "))).code()).isZero();
  }

  private static String after(String text, String mark) {
    return text.substring(text.indexOf(mark) + mark.length()).lines().findFirst().orElse("");
  }

  /** The words as a shell would split them. */
  private static String[] words(String line) throws Exception {
    Process shell =
        new ProcessBuilder("bash", "-c", "printf '%s\\0' " + line)
            .redirectErrorStream(true)
            .start();
    String split = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return split.split("\0");
  }

  @Test
  void wordsForAShell() {
    assertThat(ShellWord.of("a/b-1.txt")).isEqualTo("a/b-1.txt");
    assertThat(ShellWord.of("表情é")).isEqualTo("表情é");
    assertThat(ShellWord.of("a b")).isEqualTo("'a b'");
    assertThat(ShellWord.of("it's")).isEqualTo("'it'\\''s'");
  }
}
