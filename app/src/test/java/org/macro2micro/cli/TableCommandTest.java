package org.macro2micro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables through the command line: whole, killed and gone on, and with no room to write. */
class TableCommandTest {
  /** Without macro-expressions, with MaNet's knowledge, and with every term. */
  private static final String ROWS = "c,c+con,c+s+sam+t+con";

  @TempDir static Path folder;
  private static byte[] undisturbed;

  @BeforeAll
  static void makeUndisturbed() throws Exception {
    for (String layout : List.of("casme2", "ckplus")) {
      Ran.draw(layout, folder.resolve(layout));
    }
    assertThat(wait(start("undisturbed", ""))).isZero();
    undisturbed = table("undisturbed");
  }

  /** Once in the first person's fold, as soon as MaNet and one more piece are there; once later. */
  @Test
  void killedAnywhereItGoesOnToTheSameTable() throws Exception {
    for (int files : new int[] {2, 6}) {
      Process run = start("killed", "");
      while (run.isAlive() && pieces("killed") < files) {
        Thread.sleep(2);
      }
      if (files == 2) {
        run.destroyForcibly();
        run.waitFor();
      } else {
        // As Ctrl-C does it.
        run.destroy();
        assertThat(run.waitFor()).isEqualTo(130);
      }
    }
    assertThat(pieces("killed")).isGreaterThanOrEqualTo(6);
    assertThat(folder.resolve("killed/table.json")).doesNotExist();
    assertThat(wait(start("killed", ""))).isZero();
    assertThat(table("killed")).isEqualTo(undisturbed);
  }

  /**
   * A limit on the size of files makes writing fail part of the way, as a full disk does: first at
   * MaNet's weights, then at nothing.
   */
  @Test
  void withoutRoomItSaysSoAndGoesOnOnceThereIs() throws Exception {
    assertThat(wait(start("full", "ulimit -f 100; "))).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("full.err")).lines().toList())
        .last()
        .asString()
        .startsWith("macro2micro: cannot write")
        .contains("the disk has room");
    try (Stream<Path> files = Files.walk(folder.resolve("full"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
    }
    assertThat(wait(start("full", ""))).isZero();
    assertThat(table("full")).isEqualTo(undisturbed);
  }

  @Test
  void severalProcessesMakeTheSameTable() throws Exception {
    assertThat(wait(start("shared", "", "--jobs", "2"))).isZero();
    assertThat(table("shared")).isEqualTo(undisturbed);
    assertThat(folder.resolve("shared/process-2.log")).exists();
  }

  @Test
  void explainsWithoutTraining() throws Exception {
    Ran ran = Ran.of(arguments("explained", "--explain", "--json"));
    JsonNode plan = ran.json();
    assertThat(plan.path("lines")).hasSize(1);
    assertThat(plan.path("lines").get(0).path("folds").asInt()).isEqualTo(3);
    assertThat(plan.path("lines").get(0).path("kept").asInt()).isZero();
    assertThat(folder.resolve("explained")).doesNotExist();
    Ran text = Ran.of(arguments("undisturbed", "--explain"));
    assertThat(text.out()).contains("kept", "9 of 9", "in all nothing");
    // Whoever names no rows gets the paper's six, each for three people.
    String[] usual = {"table", "3", "--casme2", root("casme2"), "--ckplus", root("ckplus")};
    List<String> explained = new ArrayList<>(List.of(usual));
    explained.addAll(List.of("--size", "tiny", "--explain", "--out", folder + "/explained"));
    assertThat(Ran.of(explained.toArray(String[]::new)).out()).contains("0 of 18");
  }

  @Test
  void rowsThatMakeNoTableAreRefusedBeforeAnythingRuns() {
    String out = folder.resolve("rows").toString();
    Ran ran = Ran.of("table", "3", "--casme2", root("casme2"), "--rows", "c+s,c+con", "--out", out);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("rows [c+s, c+con]; expected \"c\" first");
    assertThat(folder.resolve("rows")).doesNotExist();
  }

  @Test
  void comparesRowsOfFinishedRuns() throws Exception {
    String run = folder.resolve("undisturbed/columns/casme2-ckplus/seed-1").toString();
    JsonNode same =
        Ran.of("compare", "--first", run, "--second", run, "--row", "c", "--json").json();
    assertThat(same.path("subjects").asInt()).isEqualTo(3);
    assertThat(same.path("lines")).hasSize(3);
    assertThat(same.path("lines").get(1).path("difference").asDouble()).isZero();
    assertThat(same.path("lines").get(1).path("p").asDouble()).isEqualTo(1);
    Ran rows = Ran.of("compare", "--first", run, "--second", run, "--second-row", "c+con");
    assertThat(rows.out()).contains("uf1", "difference");
    Ran none = Ran.of("compare", "--first", run, "--second", run, "--row", "c+t");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("no predictions of row").contains("c+con");
  }

  @Test
  void scoresFinishedRuns() throws Exception {
    String run = folder.resolve("undisturbed/columns/casme2-ckplus/seed-1").toString();
    Ran text = Ran.of("score", run);
    assertThat(text.code()).as(text.err()).isZero();
    assertThat(text.out()).contains("last epoch", "c+s+sam+t+con", "F1 = UF1");
    JsonNode rows = Ran.of("score", run, "--json").json().path("rows");
    assertThat(rows).hasSize(3);
    JsonNode uf1 = rows.get(0).path("scores").get(1);
    assertThat(uf1.path("metric").asText()).isEqualTo("uf1");
    JsonNode compared = Ran.of("compare", "--first", run, "--second", run, "--json").json();
    assertThat(uf1.path("mean").asDouble())
        .isEqualTo(compared.path("lines").get(1).path("first").asDouble());
    Ran none = Ran.of("score", folder.toString());
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("found no predictions");
  }

  @Test
  void printsEveryForm() {
    Ran markdown = Ran.of(arguments("undisturbed", "--format", "markdown"));
    assertThat(markdown.code()).as(markdown.err()).isZero();
    assertThat(markdown.out()).contains("| L\\_c |").contains("last epoch");
    assertThat(Ran.of(arguments("undisturbed", "--format", "pdf")).code()).isEqualTo(2);
    assertThat(Ran.of(arguments("undisturbed", "--size", "huge")).code()).isEqualTo(2);
    Ran nothing = Ran.of("table", "2");
    assertThat(nothing.code()).isEqualTo(2);
    assertThat(nothing.err()).contains("--lab");
    assertThat(Ran.of("table", "6", "--lab").code()).isEqualTo(2);
  }

  private static String root(String database) {
    return folder.resolve(database).toString();
  }

  private static String[] arguments(String out, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "table",
                "3",
                "--casme2",
                root("casme2"),
                "--ckplus",
                root("ckplus"),
                "--size",
                "tiny",
                "--rows",
                ROWS,
                "--set",
                "methods.macro-to-micro.phases.macro.epochs=1",
                "--set",
                "methods.macro-to-micro.phases.micro.epochs=1",
                "--set",
                "methods.macro-to-micro.phases.transfer.epochs=1",
                "--out",
                folder.resolve(out).toString()));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  /** A process of its own, which can be killed without a chance to tidy up. */
  private static Process start(String out, String before, String... more) throws IOException {
    List<String> java = Ran.command(arguments(out, more));
    List<String> command = java;
    if (!before.isEmpty()) {
      command = new ArrayList<>(List.of("bash", "-c", before + "exec \"$@\"", "bash"));
      command.addAll(java);
    }
    return new ProcessBuilder(command)
        .redirectOutput(folder.resolve(out + ".out").toFile())
        .redirectError(folder.resolve(out + ".err").toFile())
        .start();
  }

  private static int wait(Process process) throws InterruptedException {
    assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  /** Finished pieces: weights and results of folds. */
  private static long pieces(String out) throws IOException {
    Path root = folder.resolve(out);
    long pieces = 0;
    for (String part : List.of("work", "columns")) {
      if (Files.isDirectory(root.resolve(part))) {
        try (Stream<Path> files = Files.walk(root.resolve(part))) {
          pieces +=
              files
                  .map(Path::toString)
                  .filter(f -> f.matches(".*\\.safetensors|.*/folds/.*\\.json"))
                  .count();
        } catch (java.io.UncheckedIOException gone) {
          // A temporary file was moved while the folder was read.
          return pieces;
        }
      }
    }
    return pieces;
  }

  private static byte[] table(String out) throws IOException {
    return Files.readAllBytes(folder.resolve(out).resolve("table.json"));
  }
}
