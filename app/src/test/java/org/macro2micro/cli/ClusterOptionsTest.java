package org.macro2micro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.run.FoldExecutor;

/** What other machines are told has whole paths, and options without effect there are refused. */
class ClusterOptionsTest {
  @TempDir static Path folder;

  private final List<SentCommand> sent = new ArrayList<>();

  private final Cluster cluster =
      new Cluster() {
        @Override
        public FoldExecutor folds() {
          return FoldExecutor.here();
        }

        @Override
        public void execute(List<SentCommand> commands, Answers answers) {
          sent.addAll(commands);
        }
      };

  @Test
  void numbersOfProcessesAreRefused() {
    Ran ran = onCluster("demo", "--jobs", "2", "--out", folder.resolve("demo").toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("--jobs has no effect on a cluster");
  }

  @Test
  void settingsWithRelativePathsAreRefusedWithTheWholePath() {
    String out = folder.resolve("relative").toString();
    for (String setting :
        List.of(
            "cache=here", "preprocess.detector=here", "methods.lbp-top.preprocess.detector=here")) {
      Ran ran = onCluster("demo", "--set", setting, "--out", out);
      assertThat(ran.code()).as(setting).isEqualTo(2);
      assertThat(ran.err())
          .contains(setting.replace("=", ": found ") + ", expected a whole path")
          .contains(Path.of("here").toAbsolutePath().toString());
    }
  }

  @Test
  void tablesAreHeldToWholePathsToo() {
    String setting = "preprocess.detector=here";
    String out = folder.resolve("table").toString();
    Ran ran = onCluster("table", "2", "--lab", "--size", "tiny", "--set", setting, "--out", out);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains(setting.replace("=", ": found ") + ", expected a whole path");
    assertThat(folder.resolve("table")).doesNotExist();
  }

  @Test
  void aTrainingIsSentWithWholePaths() {
    Path database = folder.resolve("casme2");
    Ran.draw("casme2", database);
    Path here = Path.of("").toAbsolutePath();
    String out = here.relativize(folder.resolve("m.safetensors")).toString();
    Ran ran =
        onCluster(
            "train",
            "--micro",
            "casme2=" + here.relativize(database),
            "--out",
            out,
            "--json",
            "--set",
            "seed=3",
            "--set",
            "preprocess.size=32");
    assertThat(ran.err()).isEmpty();
    assertThat(sent)
        .containsExactly(
            new SentCommand(
                List.of(
                    "train",
                    "--out",
                    folder.resolve("m.safetensors").toString(),
                    "--json",
                    "--set",
                    "seed=3",
                    "--set",
                    "preprocess.size=32",
                    "--micro",
                    "casme2=" + database)));
  }

  private Ran onCluster(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(new PrintStream(out, true), new PrintStream(err, true));
    int code = Main.execute(arguments, terminal, Optional.of(cluster), List.of());
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
