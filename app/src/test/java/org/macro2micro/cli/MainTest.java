package org.macro2micro.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macro2micro.catalog.Methods;

/** The command line as its users meet it: arguments in; text, JSON and exit codes out. */
class MainTest {
  private static final List<String> TINY =
      List.of(
          "micro.lab={subjects: 3, clips: 4, frames: 5, size: 32}",
          "macro.lab={subjects: 4, clips: 4, frames: 4, size: 32}",
          "preprocess.size=32",
          "preprocess.frames=4",
          "methods.macro-to-micro.network.width=4",
          "methods.macro-to-micro.network.sampling-intervals=2",
          "methods.macro-to-micro.network.discriminator-channels=4",
          "methods.macro-to-micro.phases.macro.epochs=1",
          "methods.macro-to-micro.phases.micro.epochs=1",
          "methods.macro-to-micro.phases.transfer.epochs=1");

  @TempDir static Path folder;
  private static Path micro;
  private static Path macro;

  @BeforeAll
  static void drawDatabases() {
    micro = folder.resolve("casme2");
    macro = folder.resolve("ckplus");
    String[] size = {"--subjects", "3", "--clips", "5", "--frames", "4", "--size", "32"};
    assertThat(run(with(size, "lab", "casme2", micro.toString())).code()).isZero();
    assertThat(run(with(size, "lab", "ckplus", macro.toString())).code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "lab", "data", "run", "methods"})
  void everyCommandHelps(String command) {
    Ran ran = run(command, "--help");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("Usage: macro2micro " + command, "--json");
    assertThat(run("help", command).out()).isEqualTo(ran.out());
  }

  @Test
  void withoutCommandItSaysWhatThereIs() {
    assertThat(run().out()).contains("demo", "lab", "data", "run", "methods", "Exit codes");
    assertThat(run("--version").out()).startsWith("macro2micro ").doesNotContain("$");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dance",
        "demo --loud",
        "data",
        "data casme9 .",
        "data casme2 no-such-folder",
        "run",
        "run no-such-file.yaml",
        "lab",
        "lab casme3 x",
        "lab casme2 x --subjects 0",
        "lab casme2 x --like ckplus",
        "demo --set sede=1",
        "demo --seed one"
      })
  void wrongUseIsTwoAndOneClearText(String line) {
    Ran ran = run(line.split(" "));
    assertThat(ran.code()).as(ran.err()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).isNotBlank().doesNotContain("\tat ", "Exception");
  }

  @Test
  void dataPrintsAnInventory() {
    Ran ran = run("data", "casme2", micro.toString(), "--scheme", "cde");
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains("casme2: 15 clips of 3 subjects", "Scheme cde: 12 clips of 3 subjects")
        .containsPattern("\nsubject +clips +disgust +happiness +surprise +repression +other\n")
        .containsPattern("\ncasme2/sub01 +5 +1 +1 +1 +1 +1\n")
        .containsPattern("\nall +15 +3 +3 +3 +3 +3\n")
        .containsPattern("\ndatabase +clips +negative +positive +surprise +subjects\n")
        .containsPattern("\ncasme2 +12 +6 +3 +3 +3\n")
        .contains("Clips by action unit: 15 of 15 clips are coded\n")
        .containsPattern("\nunit +clips +doubtful +alternative\n")
        .containsPattern("\n1 +3 +0 +0\n")
        .contains("problems: none");
    assertThat(run("data", "ckplus", macro.toString()).out()).contains("ckplus:", "of 3 subjects");
  }

  @Test
  void dataPrintsOneJsonObject() throws IOException {
    JsonNode json = run("data", "casme2", micro.toString(), "--scheme", "cde", "--json").json();
    assertThat(json.path("database").asText()).isEqualTo("casme2");
    assertThat(json.path("clips").asInt()).isEqualTo(15);
    assertThat(json.path("subjects").asInt()).isEqualTo(3);
    assertThat(json.path("labels").path("happiness").asInt()).isEqualTo(3);
    assertThat(json.path("scheme").path("name").asText()).isEqualTo("cde");
    assertThat(json.path("scheme").path("labels").path("negative").asInt()).isEqualTo(6);
    assertThat(json.path("problems").isArray()).isTrue();
    assertThat(json.path("units").path("coded").asInt()).isEqualTo(15);
    assertThat(json.path("units").path("incomplete").asInt()).isZero();
    assertThat(json.path("units").path("shown").path("1").asInt()).isEqualTo(3);
    assertThat(json.path("units").path("doubtful").isEmpty()).isTrue();
    assertThat(json.path("units").path("alternatives").isEmpty()).isTrue();
  }

  @Test
  void dataListsWhatIsWrong(@TempDir Path broken) throws IOException {
    Ran empty = run("data", "casme2", broken.toString());
    assertThat(empty.code()).isEqualTo(2);
    assertThat(empty.err()).contains(broken.toString(), "CASME2-coding").hasLineCount(1);
    Ran scheme = run("data", "casme2", micro.toString(), "--scheme", "cd");
    assertThat(scheme.code()).isEqualTo(2);
    assertThat(scheme.err()).contains("casme2-5");
  }

  @Test
  void theLabWritesOverNothing() {
    Ran ran = run("lab", "casme2", micro.toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("not empty");
  }

  @Test
  void theLabDrawsAContactSheet() {
    Path sheet = folder.resolve("sheet.jpg");
    assertThat(run("lab", "sheet", sheet.toString()).code()).isZero();
    assertThat(sheet).isNotEmptyFile();
  }

  @Test
  void methodsAreListed() throws IOException {
    assertThat(run("methods").out()).contains("macro-to-micro", "MiNet alone", "IJCAI 2021");
    assertThat(run("methods", "--json").json().path("methods"))
        .extracting(method -> method.path("name").asText())
        .containsExactlyElementsOf(
            Arrays.stream(Methods.values())
                .filter(Methods::isOfThePaper)
                .map(method -> method.page().name())
                .toList());
  }

  @Test
  void runsAnExperimentOnDatabasesOnDisk() throws IOException {
    Path yaml = folder.resolve("own.yaml");
    Files.writeString(yaml, "title: own databases\npreprocess: {input: onset-difference}\n");
    List<String> arguments = new ArrayList<>(List.of("run", yaml.toString()));
    for (String setting : TINY.subList(2, TINY.size())) {
      arguments.addAll(List.of("--set", setting));
    }
    Ran missing = run(arguments.toArray(String[]::new));
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err()).contains("--set micro.root=FOLDER");
    arguments.addAll(List.of("--set", "micro.root=" + micro, "--set", "macro.root=" + macro));
    arguments.addAll(List.of("--out", folder.resolve("own").toString()));
    Ran text = run(arguments.toArray(String[]::new));
    assertThat(text.code()).as(text.err()).isZero();
    assertThat(text.out())
        .contains("own databases: 12 clips of 3 subjects", "last epoch", "c+s+sam+t+con", "MaNet");
    // Nobody looks at this standard error: one line a piece of work and no bar.
    assertThat(text.err()).contains("train MaNet").doesNotContain("\r");
    arguments.add("--json");
    JsonNode json = run(arguments.toArray(String[]::new)).json();
    assertThat(json.path("rows")).hasSize(2);
    assertThat(Path.of(json.path("report").asText())).exists();
  }

  @Test
  void threeDatabasesAreOneTaskAndVideosCanGuide() throws IOException {
    List<String> arguments = new ArrayList<>();
    Path yaml = folder.resolve("composite.yaml");
    Files.writeString(yaml, "micro: {database: composite}\nmacro: {database: mmi}\nrows: [c]\n");
    arguments.addAll(List.of("run", yaml.toString(), "--json", "--out", folder + "/composite"));
    for (String setting : TINY.subList(2, TINY.size())) {
      arguments.addAll(List.of("--set", setting));
    }
    arguments.addAll(List.of("--set", "micro.lab={subjects: 2, clips: 3, frames: 4, size: 32}"));
    arguments.addAll(List.of("--set", "macro.lab={subjects: 3, clips: 3, frames: 4, size: 32}"));
    JsonNode json = run(arguments.toArray(String[]::new)).json();
    assertThat(json.path("clips").asInt()).isEqualTo(18);
    assertThat(json.path("subjects").asInt()).isEqualTo(6);
    assertThat(json.path("rows").path(0).path("databases").fieldNames())
        .toIterable()
        .containsExactly("casme2", "samm", "smic");
    assertThat(json.path("macro").path("classes").asInt()).isEqualTo(6);
  }

  @Test
  void theDemoGivesItsTwoRowsAsJson() throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of("demo", "--json", "--seed", "3", "--jobs", "1", "--out", folder + "/demo"));
    TINY.forEach(setting -> arguments.addAll(List.of("--set", setting)));
    JsonNode json = run(arguments.toArray(String[]::new)).json();
    assertThat(json.path("rows").findValuesAsText("row")).containsExactly("c", "c+s+sam+t+con");
    for (JsonNode row : json.path("rows")) {
      for (String score : List.of("accuracy", "f1", "uf1", "uar")) {
        assertThat(row.path(score).isNumber()).as(score).isTrue();
      }
    }
    assertThat(json.path("clips").asInt()).isEqualTo(12);
    assertThat(json.path("subjects").asInt()).isEqualTo(3);
    assertThat(json.path("seconds").isNumber()).isTrue();
    assertThat(Path.of(json.path("report").asText())).exists();
  }

  /** All clips are read and tested; how many of them a fold learns from is not what counts here. */
  @Test
  void theFlowExamplesTakeAll442Clips() throws IOException {
    all442(
        "ours",
        "macro.lab={subjects: 4, clips: 4, frames: 3, size: 32}",
        "preprocess.flow-size=32",
        "methods.macro-to-micro.network.width=2",
        "methods.macro-to-micro.network.discriminator-channels=2",
        "methods.macro-to-micro.phases.macro.epochs=1",
        "methods.macro-to-micro.phases.micro.epochs=0",
        "rows=[c]");
    all442("ststnet", "methods.ststnet.training.epochs=1");
    all442("kernel", "methods.flow-kernel={gamma: [0.5], svm: {c: [1]}}");
  }

  private static void all442(String example, String... settings) throws IOException {
    Path flow = Path.of("..", "..", "shared", "data", "mer-flow");
    assumeTrue(Files.isDirectory(flow), "skipped: the flow images are not beside the repository");
    List<String> arguments =
        new ArrayList<>(List.of("run", "../examples/mer-flow-" + example + ".yaml", "--json"));
    arguments.addAll(List.of("--set", "micro.root=" + flow));
    arguments.addAll(List.of("--set", "micro.training-share=.1"));
    for (String setting : settings) {
      arguments.addAll(List.of("--set", setting));
    }
    arguments.addAll(List.of("--out", folder + "/flow-" + example));
    JsonNode json = run(arguments.toArray(String[]::new)).json();
    assertThat(json.path("clips").asInt()).as(example).isEqualTo(442);
    assertThat(json.path("subjects").asInt()).isEqualTo(68);
    JsonNode databases = json.path("rows").path(0).path("databases");
    for (String database : List.of("casme2", "smic", "samm")) {
      assertThat(databases.path(database).path("uf1").isNumber()).as(database).isTrue();
      assertThat(databases.path(database).path("uar").isNumber()).as(database).isTrue();
    }
  }

  private static String[] with(String[] options, String... first) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(List.of(options));
    return all.toArray(String[]::new);
  }

  private static Ran run(String... arguments) {
    return Ran.of(arguments);
  }
}
