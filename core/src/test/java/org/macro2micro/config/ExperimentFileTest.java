package org.macro2micro.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macro2micro.experiment.Row;
import org.macro2micro.loss.LossTerm;
import org.macro2micro.method.proposed.MacroToMicroSettings;
import org.macro2micro.preprocess.Input;
import org.macro2micro.train.PhaseSettings;

class ExperimentFileTest {
  @Test
  void defaultsAreThePapersWhereItSpeaks() throws SettingsException {
    ExperimentSettings settings = parse("", List.of()).settings();
    assertThat(ours(settings).network().width()).isEqualTo(64);
    assertThat(settings.preprocess().input()).isEqualTo(Input.FRAME);
    assertThat(ours(settings).transfer().trainMacro()).isFalse();
    for (LossTerm term : LossTerm.values()) {
      assertThat(ours(settings).transfer().weights())
          .containsEntry(term.symbol(), term.paperWeight());
    }
  }

  @Test
  void fileOverlaysDefaultsAndAssignmentsOverlayTheFile() throws SettingsException {
    ExperimentFile file =
        parse(
            "title: mine\nmethods: {macro-to-micro: {phases: {micro: {epochs: 3}}}}\n",
            List.of(
                "methods.macro-to-micro.phases.micro.epochs=4",
                "rows=[c, c+s]",
                "micro.root=some folder/x",
                "methods.macro-to-micro.init.from=manet",
                "methods.macro-to-micro.phases.macro.schedule=constant",
                "micro.lab={subjects: 3, clips: 4, frames: 5, size: 32}"));
    ExperimentSettings settings = file.settings();
    assertThat(settings.title()).isEqualTo("mine");
    assertThat(ours(settings).phases().micro().epochs()).isEqualTo(4);
    assertThat(ours(settings).phases().micro().batch()).isEqualTo(32);
    assertThat(settings.rows()).containsExactly(Row.L_C, Row.parse("c+s"));
    assertThat(settings.micro().root()).isEqualTo(Path.of("some folder/x"));
    assertThat(settings.micro().lab()).isEqualTo(new ExperimentSettings.LabSource(3, 4, 5, 32));
    assertThat(ours(settings).init().from()).isEqualTo(MacroToMicroSettings.Start.MANET);
    assertThat(ours(settings).phases().macro().schedule())
        .isEqualTo(PhaseSettings.Schedule.CONSTANT);
    assertThat(file.tree()).containsEntry("title", "mine").containsKey("preprocess");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sede=2|unknown key \"sede\"",
        "methods.macro-to-micro.phases.micro.epoch=2|unknown key \"methods.macro-to-micro.phases.micro.epoch\"",
        "methods.macro-to-micro.phases.micro.epochs=many|epochs",
        "methods.macro-to-micro.phases.micro.epochs=-1|epochs -1",
        "preprocess.input=frames|frame, onset-difference, normalised-difference, flow",
        "preprocess.size=4|preprocess.size: found 4",
        "preprocess=3|holds several settings",
        "rows=[s]|row \"s\"",
        "rows=[c, c]|each once",
        "rows=[]|at least one",
        "selection=best|last-epoch, inner-validation, test-selected",
        "validation-share=0|validation-share",
        "methods.macro-to-micro.transfer.contrastive.tau=0|tau",
        "methods.macro-to-micro.transfer.weights.con=-1|con",
        "macro.held-out-share=1|held-out-share",
        "micro.lab={subject: 3}|subject",
        "augmentation.mirror=2|mirror",
        "seed|expected key=value",
        "title={|not valid YAML",
        "memory-mib=0|memory-mib",
        "memory-mib=99999999999|memory-mib",
        "seed=1.5|seed",
        "seed=one|seed",
        "methods.macro-to-micro.phases.micro.epochs=2.7|epochs",
        "methods.macro-to-micro.phases.micro.epochs=true|epochs",
        "methods.macro-to-micro.phases.micro.epochs=[1]|epochs",
        "methods.macro-to-micro.phases.micro.learning-rate=0|learning",
        "methods.macro-to-micro.phases.micro.learning-rate=.nan|learning",
        "methods.macro-to-micro.phases.micro.learning-rate=.inf|learning",
        "methods.macro-to-micro.phases.micro.batch=0|batch",
        "methods.macro-to-micro.phases.macro=null|phases.macro",
        "methods.macro-to-micro.transfer=null|transfer",
        "methods.macro-to-micro.transfer.weights={c: null}|weights",
        "methods.macro-to-micro.transfer.weights.con=.nan|con",
        "methods.macro-to-micro.init.from=maneT|random, manet",
        "methods.macro-to-micro.init.from=1|random, manet",
        "methods.macro-to-micro.init.from={a: 1}|from",
        "methods.macro-to-micro.init.from=[manet]|from",
        "methods.macro-to-micro.transfer.start=manet|unknown key \"methods.macro-to-micro.transfer.start\"",
        "methods.macro-to-micro.init.trunks=all|both, spatial, temporal",
        "methods.macro-to-micro.init.weights=[a]|weights",
        "keep-models=1|keep",
        "methods.macro-to-micro.transfer.weights={x: 1}|transfer.weights.x",
        "title=[a]|title",
        "title={a: 1}|title",
        "preprocess.gain=.nan|gain",
        "preprocess.grey=maybe|grey",
        "preprocess.frames=0|frames",
        "augmentation.max-shift=.nan|shift",
        "methods.macro-to-micro.network.width=0|width",
        "methods.macro-to-micro.network.sampling-intervals=0|intervals",
        "macro.held-out-share=.nan|held-out-share",
        "macro.until=0|until",
        "micro.training-share=1.5|training-share",
        "micro.lab=3|lab",
        "micro.lab={subjects: 3}|clips",
        "micro.lab={subjects: 3, clips: 4, frames: 5, size: null}|size",
        "micro.lab={subjects: 3, clips: 4, frames: 5, size: 32, faces: 1}|faces",
        "rows=c|rows",
        "rows=[null]|rows",
        "rows=[[c]]|rows",
        "rows={c: 1}|rows",
        "=1|expected key=value",
        ".=1|unknown key",
        "micro.=1|unknown key",
        "micro.root.x=1|micro.root",
        "seed.x=1|seed",
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

  @ParameterizedTest
  @CsvSource({
    "network.width=16, network.width, methods.macro-to-micro.network.width",
    "phases.micro.epochs=2, phases.micro.epochs, methods.macro-to-micro.phases.micro.epochs",
    "gradient-norms-every=0, gradient-norms-every, methods.macro-to-micro.gradient-norms-every",
    "deep.ststnet.scale=1, deep.ststnet.scale, methods.ststnet.scale",
    "deep.augment=true, deep.augment, methods.NAME.augment",
    "handcrafted.svm.c=[1], handcrafted.svm.c, methods.NAME.svm.c",
    "handcrafted.lbp-top.rows=3, handcrafted.lbp-top.rows, methods.lbp-top.rows"
  })
  void aSettingThatHasMovedIsToldByItsNewName(String assignment, String old, String now) {
    assertThatThrownBy(() -> parse("", List.of(assignment)))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("\"%s\" is now called \"%s\"".formatted(old, now));
  }

  @Test
  void theExampleThatAnErrorNamesExists(@TempDir Path folder) {
    assertThatThrownBy(() -> ExperimentFile.read(folder.resolve("no.yaml"), List.of()))
        .hasMessageContaining("examples/casme2-ckplus.yaml");
    assertThat(Path.of("..", "examples", "casme2-ckplus.yaml")).exists();
  }

  private static MacroToMicroSettings ours(ExperimentSettings settings) {
    return settings.block("macro-to-micro").as(MacroToMicroSettings.class);
  }

  @Test
  void aSecondDocumentIsNotPassedOver() {
    assertThatThrownBy(() -> parse("seed: 1\n---\nseed: 2\n", List.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("test.yaml");
  }

  @Test
  void deepNestingIsRefusedAndNotFatal() {
    for (String opening : List.of("[", "{a: ")) {
      assertThatThrownBy(() -> parse(opening.repeat(5000), List.of()))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("test.yaml");
    }
  }

  @Test
  void whatIsNoTextOrNoFileIsRefused(@TempDir Path folder) throws IOException {
    Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xff, 0, 1});
    for (Path file : List.of(folder, binary)) {
      assertThatThrownBy(() -> ExperimentFile.read(file, List.of()))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining(file.toString());
    }
  }

  @ParameterizedTest
  @CsvSource({"1e-4, 0.0001", "1.0e-4, 0.0001", "1, 1", ".5, 0.5"})
  void numbersMayBeWrittenAsUsual(String written, double value) throws SettingsException {
    assertThat(
            ours(parse("", List.of("methods.macro-to-micro.phases.micro.learning-rate=" + written))
                    .settings())
                .phases()
                .micro()
                .learningRate())
        .isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "preprocess.input=foo | settings: preprocess.input: found foo, expected one of frame,",
        "preprocess.size=big | settings: preprocess.size: found big, expected a whole number",
        "preprocess.gain=big | settings: preprocess.gain: found big, expected a number",
        "keep-models=perhaps | settings: keep-models: found perhaps, expected true or false",
        "methods.ststnet.training.epochs=1.5 | epochs: found 1.5, expected a whole number",
        "micro.lab={subjects: x} | micro.lab.subjects: found x, expected a whole number",
        "preprocess.size=[1] | preprocess.size: found a list, expected a whole number",
        "methods.flow-kernel.gamma=x | gamma: found x, expected a list, such as [1, 2]",
        "rows={a: b} | rows: found keys with values, expected a list",
        "methods.dssn.merge=product | merge: found product, expected one of multiply, add, concat"
      })
  void aWrongValueIsAnsweredInTheUsersWords(String assignment, String answer) {
    assertThatThrownBy(() -> parse("", List.of(assignment)).settings())
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(answer);
  }

  @Test
  void everyRowOfThePaperBindsTightlyWritten() throws SettingsException {
    assertThat(parse("", List.of("rows=[c,c+s,c+sam+t,c-continued]")).settings().rows())
        .extracting(Row::toString)
        .containsExactly("c", "c+s", "c+sam+t", "c-continued");
  }

  @Test
  void torchvisionsWeightsFitThePapersWidthOnly() throws SettingsException {
    assertThat(
            ours(parse("", List.of("methods.macro-to-micro.init.weights=a.safetensors")).settings())
                .init()
                .weights())
        .isEqualTo(Path.of("a.safetensors"));
    assertThatThrownBy(
            () ->
                parse(
                    "",
                    List.of(
                        "methods.macro-to-micro.init.weights=a.safetensors",
                        "methods.macro-to-micro.network.width=16")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("init.weights: found a.safetensors with network.width 16")
        .hasMessageContaining("set network.width=64");
  }

  @Test
  void whatARecordKeptBindsToTheSame() throws SettingsException {
    ExperimentFile file =
        parse(
            "title: 'yes: # \"no\"'\n",
            List.of(
                "seed=9007199254740993",
                "rows=[c,c+s]",
                "cache=a b",
                "methods.macro-to-micro.init.from=manet"));
    assertThat(ExperimentFile.ofRecord("model.json", file.tree())).isEqualTo(file);
    assertThatThrownBy(() -> ExperimentFile.ofRecord("model.json", Map.of("sede", 1)))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("model.json: unknown key \"sede\"");
  }

  @Test
  void aMissingFileIsNamed(@TempDir Path folder) {
    assertThatThrownBy(() -> ExperimentFile.read(folder.resolve("no.yaml"), List.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("no.yaml");
  }

  @Property(tries = 300)
  void anyAssignmentIsTakenOrRefusedClearly(@ForAll @StringLength(max = 12) String text) {
    for (String key :
        List.of(
            "",
            "seed=",
            "micro.root=",
            "rows=",
            "methods.macro-to-micro.phases.macro=",
            "methods.macro-to-micro.transfer.weights=",
            "micro.lab=")) {
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
