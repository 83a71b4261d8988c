package org.macro2micro.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macro2micro.loss.LossTerm;
import org.macro2micro.method.proposed.MacroToMicroSettings;
import org.macro2micro.preprocess.Input;
import org.macro2micro.train.PhaseSettings;

class ExperimentFileTest {
  @Test
  void defaultsAreThePapersWhereItSpeaks() throws SettingsException {
    ExperimentSettings settings = parse("", List.of()).settings();
    assertThat(settings.network().width()).isEqualTo(64);
    assertThat(settings.preprocess().input()).isEqualTo(Input.FRAME);
    for (LossTerm term : LossTerm.values()) {
      assertThat(settings.method().weights()).containsEntry(term, term.paperWeight());
    }
  }

  @Test
  void fileOverlaysDefaultsAndAssignmentsOverlayTheFile() throws SettingsException {
    ExperimentFile file =
        parse(
            "title: mine\nphases:\n  micro: {epochs: 3}\n",
            List.of(
                "phases.micro.epochs=4",
                "rows=[c, c+s]",
                "micro.root=some folder/x",
                "transfer.start=manet",
                "phases.macro.schedule=constant",
                "micro.lab={subjects: 3, clips: 4, frames: 5, size: 32}"));
    ExperimentSettings settings = file.settings();
    assertThat(settings.title()).isEqualTo("mine");
    assertThat(settings.phases().micro().epochs()).isEqualTo(4);
    assertThat(settings.phases().micro().batch()).isEqualTo(32);
    assertThat(settings.rows()).containsExactly("c", "c+s");
    assertThat(settings.micro().root()).isEqualTo(Path.of("some folder/x"));
    assertThat(settings.micro().lab()).isEqualTo(new ExperimentSettings.LabSource(3, 4, 5, 32));
    assertThat(settings.transfer().start()).isEqualTo(MacroToMicroSettings.Start.MANET);
    assertThat(settings.phases().macro().schedule()).isEqualTo(PhaseSettings.Schedule.CONSTANT);
    assertThat(file.tree()).containsEntry("title", "mine").containsKey("preprocess");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sede=2|unknown key \"sede\"",
        "phases.micro.epoch=2|unknown key \"phases.micro.epoch\"",
        "phases.micro.epochs=many|epochs",
        "phases.micro.epochs=-1|epochs -1",
        "preprocess.input=frames|frame, onset-difference, flow",
        "preprocess.size=4|preprocess.size: found 4",
        "preprocess=3|holds several settings",
        "rows=[s]|row \"s\"",
        "rows=[c, c]|each once",
        "rows=[]|at least one",
        "selection=test-selected|last-epoch",
        "transfer.contrastive.tau=0|tau",
        "transfer.weights.con=-1|con",
        "macro.held-out-share=1|held-out-share",
        "micro.lab={subject: 3}|subject",
        "augmentation.mirror=2|mirror",
        "seed|expected key=value",
        "title={|no YAML",
        "memory-mib=0|memory-mib",
      })
  void whatCantBeUsedIsOneClearError(String assignment, String part) {
    assertThatThrownBy(() -> parse("", List.of(assignment)))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(part);
  }

  @ParameterizedTest
  @CsvSource({"'[a, b]'", "'{'", "'seed: 1\nseed: 2'", "just text"})
  void whatIsNoMapOfSettingsIsRefused(String yaml) {
    assertThatThrownBy(() -> parse(yaml, List.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("test.yaml");
  }

  @Test
  void aMissingFileIsNamed(@TempDir Path folder) {
    assertThatThrownBy(() -> ExperimentFile.read(folder.resolve("no.yaml"), List.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("no.yaml");
  }

  @Property(tries = 300)
  void anyAssignmentIsTakenOrRefusedClearly(@ForAll @StringLength(max = 12) String text) {
    for (String key : List.of("", "seed=", "micro.root=", "rows=", "phases.macro=")) {
      try {
        assertThat(parse("", List.of(key + text)).settings()).isNotNull();
      } catch (SettingsException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }

  @Test
  void theExamplesBind() throws IOException, SettingsException {
    try (Stream<Path> files = Files.list(Path.of("..", "examples"))) {
      List<Path> examples = files.filter(f -> f.toString().endsWith(".yaml")).toList();
      assertThat(examples).isNotEmpty();
      for (Path example : examples) {
        assertThat(ExperimentFile.read(example, List.of()).settings().title()).isNotBlank();
      }
    }
  }

  private static ExperimentFile parse(String yaml, List<String> assignments)
      throws SettingsException {
    return ExperimentFile.parse("test.yaml", yaml, assignments);
  }
}
