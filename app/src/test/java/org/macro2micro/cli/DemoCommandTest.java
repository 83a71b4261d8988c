package org.macro2micro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.config.ExperimentSettings;
import org.macro2micro.experiment.Row;

class DemoCommandTest {
  @TempDir Path folder;

  @Test
  void itsSettingsBind() throws Exception {
    try (InputStream in = DemoCommand.class.getResourceAsStream("demo.yaml")) {
      String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      ExperimentSettings settings = ExperimentFile.parse("demo.yaml", yaml, List.of()).settings();
      assertThat(settings.micro().lab()).isNotNull();
      assertThat(settings.macro().lab()).isNotNull();
      assertThat(settings.rows()).containsExactly(Row.L_C, Row.ALL_TERMS);
    }
  }

  @Test
  void theSameSeedPredictsTheSame() throws IOException {
    JsonNode first = demo("a", "1").json();
    JsonNode second = demo("b", "1").json();
    assertThat(first.fieldNames())
        .toIterable()
        .containsExactly(
            "rows",
            "differences",
            "selection",
            "clips",
            "subjects",
            "macro",
            "problems",
            "seconds",
            "report");
    assertThat(first.path("rows").path(0).fieldNames())
        .toIterable()
        .startsWith("row", "accuracy", "f1", "uf1", "uar");
    assertThat(first.path("macro").fieldNames())
        .toIterable()
        .containsExactly("accuracy", "clips", "classes");
    assertThat(second.path("rows")).isEqualTo(first.path("rows"));
    assertThat(said("b")).isEqualTo(said("a"));
    assertThat(demo("c", "2").code()).isZero();
    assertThat(new TreeSet<>(lab("c"))).isNotEqualTo(new TreeSet<>(lab("a")));
  }

  @Test
  void quietWhereNobodyLooks() {
    // The folds go to a process for each processor, if nothing else is said.
    Ran ran = Ran.of(arguments("quiet", "1", List.of()).toArray(String[]::new));
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.err()).contains("train MaNet").doesNotContain("\r", "\u001b", "\tat ");
    assertThat(ran.out()).startsWith("{").endsWith("}" + System.lineSeparator());
  }

  @Test
  void anOutThatIsAFileIsOneClearLine() throws IOException {
    Files.writeString(folder.resolve("taken"), "mine");
    Ran ran = demo("taken", "1");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines().toList()).last().asString().startsWith("macro2micro: ");
    assertThat(ran.err()).contains("taken").doesNotContain("\tat ");
    assertThat(folder.resolve("taken")).hasContent("mine");
  }

  @Test
  void trainingThatDivergesIsOneClearLine() {
    Ran ran = demo("diverged", "1", "methods.macro-to-micro.phases.macro.learning-rate=1.0e+30");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("lower learning rate").doesNotContain("\tat ");
  }

  private Ran demo(String name, String seed, String... more) {
    List<String> arguments = arguments(name, seed, List.of(more));
    arguments.addAll(List.of("--jobs", "1"));
    return Ran.of(arguments.toArray(String[]::new));
  }

  private List<String> arguments(String name, String seed, List<String> more) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "micro.lab={subjects: 3, clips: 4, frames: 4, size: 32}",
                "macro.lab={subjects: 4, clips: 4, frames: 4, size: 32}",
                "preprocess.size=32",
                "preprocess.frames=4",
                "methods.macro-to-micro.network.width=4",
                "methods.macro-to-micro.network.sampling-intervals=2",
                "methods.macro-to-micro.network.discriminator-channels=4",
                "methods.macro-to-micro.phases.macro.epochs=3",
                "methods.macro-to-micro.phases.micro.epochs=1",
                "methods.macro-to-micro.phases.transfer.epochs=1"));
    settings.addAll(more);
    List<String> arguments = new ArrayList<>(List.of("demo", "--json", "--seed", seed));
    settings.forEach(setting -> arguments.addAll(List.of("--set", setting)));
    arguments.addAll(List.of("--out", folder.resolve(name).toString()));
    return arguments;
  }

  private List<String> said(String name) throws IOException {
    List<String> said = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve(name).resolve("predictions.jsonl"))) {
      JsonNode json = new ObjectMapper().readTree(line);
      said.add(
          json.path("row").asText()
              + json.path("clip").asText()
              + json.path("predicted").asText()
              + json.path("probabilities"));
    }
    assertThat(said).hasSize(24);
    return said;
  }

  private List<String> lab(String name) {
    String[] databases = folder.resolve(name).resolve("lab").toFile().list();
    return databases == null ? List.of() : List.of(databases);
  }
}
