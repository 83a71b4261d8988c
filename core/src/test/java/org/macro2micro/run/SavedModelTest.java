package org.macro2micro.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Frames;
import org.macro2micro.clip.Prediction;
import org.macro2micro.clip.Subject;
import org.macro2micro.clip.Video;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.config.SettingsException;
import org.macro2micro.dataset.Trees;
import org.macro2micro.experiment.ModelRecord;
import org.macro2micro.experiment.PredictedClip;
import org.macro2micro.experiment.Row;
import org.macro2micro.experiment.RunDirectory;
import org.macro2micro.method.OcclusionMap;
import org.macro2micro.method.Recognizer;
import org.macro2micro.nn.ComputeDevice;
import org.macro2micro.preprocess.ClipOcclusion;
import org.macro2micro.preprocess.PreparationException;
import org.macro2micro.preprocess.VideoClips;
import org.macro2micro.report.NumberText;
import org.macro2micro.report.model.ModelCard;

/** Models of a run on disk: repeated to the bit, loaded again, damaged. */
class SavedModelTest {
  private static final Row ALL = Row.ALL_TERMS;
  private static final Subject ONE = new Subject("casme2", "sub01");

  @TempDir static Path shared;
  private static Path first;

  @BeforeAll
  static void runOnce() throws Exception {
    first = shared.resolve("first");
    run(first, "keep-models=true");
  }

  @Test
  void theSameSeedGivesTheSameFilesToTheBit() throws Exception {
    Path again = shared.resolve("again");
    run(again, "keep-models=true");
    assertThat(again.resolve("predictions.jsonl"))
        .hasSameBinaryContentAs(first.resolve("predictions.jsonl"));
    List<Path> models = files(first.resolve("models"));
    assertThat(models).hasSize(2 * 3 * 3);
    for (Path model : models) {
      assertThat(again.resolve(first.relativize(model).toString())).hasSameBinaryContentAs(model);
    }
  }

  /** The card of a fold's model counts the others' clips, and has the run's own scores. */
  @Test
  void theCardSaysWhatItHasLearntAndWhatTheRunMeasured() throws Exception {
    List<PredictedClip> clips =
        new RunDirectory(first).predictions().stream().filter(p -> p.row().equals(ALL)).toList();
    long others = clips.stream().filter(p -> !p.id().subject().equals(ONE)).count();
    double right = clips.stream().filter(p -> p.predicted().equals(p.truth())).count();
    String card = Files.readString(ModelCard.beside(new RunDirectory(first).modelFile(ALL, ONE)));
    assertThat(card)
        .contains("| casme2 (generated faces) | micro | %d | 2 |".formatted(others))
        .contains("all %d clips of 3 people".formatted(clips.size()))
        .contains("| all | accuracy | %s |".formatted(NumberText.score(right / clips.size())))
        .contains("It has not seen casme2/sub01", "| ckplus (generated faces) | macro |");
  }

  @Test
  void aLoadedModelPredictsAsTheRunDid() throws Exception {
    ExperimentFile file = TinyExperiment.of(List.of());
    ClipSource micro =
        new SourceLoader(file.settings(), first, new ReadDatabases(), RunListener.silent(), 1)
            .micro(file.settings().preprocess());
    List<PredictedClip> predicted = new RunDirectory(first).predictions();
    int compared = 0;
    for (Row row : List.of(Row.L_C, ALL)) {
      for (Subject subject :
          List.of(ONE, new Subject("casme2", "sub02"), new Subject("casme2", "sub03"))) {
        SavedModel model = SavedModel.read(new RunDirectory(first).modelFile(row, subject));
        List<ClipId> clips =
            micro.truth().keySet().stream().filter(id -> id.subject().equals(subject)).toList();
        try (Recognizer recognizer = model.open()) {
          for (Prediction now : recognizer.predict(clips, micro.pixels()::get)) {
            PredictedClip then =
                predicted.stream()
                    .filter(p -> p.row().equals(row) && p.id().equals(now.id()))
                    .findFirst()
                    .orElseThrow();
            assertThat(now.probabilities()).isEqualTo(then.probabilities());
            assertThat(now.label()).isEqualTo(then.predicted());
            compared++;
          }
        }
      }
    }
    assertThat(compared).isEqualTo(predicted.size()).isEqualTo(24);
  }

  @Test
  void whatADecisionRestsOnIsAMapThatIsTheSameTwice() throws Exception {
    SavedModel model = SavedModel.read(new RunDirectory(first).modelFile(ALL, ONE));
    Path film = Trees.video(shared.resolve("film.avi"), 40, 40, 6);
    Clip clip =
        new Clip(
            ClipId.of("spotted", "film", "0-5"),
            Frames.of(new Video(film, 6, Video.Part.WHOLE, Video.Turn.NONE)),
            0,
            OptionalInt.of(3),
            5);
    List<OcclusionMap> maps = new ArrayList<>();
    try (Recognizer recognizer = model.open()) {
      VideoClips.occlude(
          film,
          List.of(clip),
          model.preparation(),
          Optional.empty(),
          () -> false,
          new VideoClips.OcclusionSink() {
            @Override
            public void occludable(Clip same, ClipOcclusion occlusion) throws PreparationException {
              for (int i = 0; i < 2; i++) {
                OcclusionMap.of(recognizer, occlusion, OcclusionMap.Grid.DEFAULT, () -> false)
                    .ifPresent(maps::add);
              }
            }

            @Override
            public void unusable(Clip same, String problem) {
              throw new AssertionError(problem);
            }
          });
    }
    assertThat(maps).hasSize(2);
    assertThat(maps.get(1)).isEqualTo(maps.get(0));
    assertThat(maps.get(0).label()).isIn(model.record().labels());
    assertThat(maps.get(0).falls()).hasSize(64).allMatch(fall -> Math.abs(fall) <= 1);
    // The left half of the film does not move, so nothing is hidden there; the last digits of a
    // score depend on how many are predicted at once.
    assertThat(maps.get(0).falls().get(0)).isCloseTo(0, within(1e-5));
    assertThat(maps.get(0).falls()).anyMatch(fall -> Math.abs(fall) > 1e-5);
  }

  @Test
  void theRecordSaysAllThatPredictingNeeds() throws Exception {
    ExperimentFile file = TinyExperiment.of(List.of("keep-models=true"));
    SavedModel model = SavedModel.read(new RunDirectory(first).modelFile(ALL, ONE));
    ModelRecord record = model.record();
    assertThat(model.settings()).isEqualTo(file.on(ComputeDevice.CPU).settings());
    assertThat(record.row()).isEqualTo(ALL);
    assertThat(record.labels()).containsExactly("negative", "positive", "surprise");
    assertThat(record.heldOut()).containsExactly("casme2/sub01");
    assertThat(record.origin().seeds()).containsExactly(1L);
    assertThat(record.origin().libraries()).containsKeys("DJL", "libtorch");
    assertThat(record.origin().dataDigests()).containsOnlyKeys("micro casme2", "macro ckplus");
  }

  @Test
  void withoutTheSettingNoModelIsKeptAndWithItFinishedFoldsGetTheirs() throws Exception {
    Path later = shared.resolve("later");
    run(later);
    assertThat(later.resolve("models")).doesNotExist();
    byte[] predictions = Files.readAllBytes(later.resolve("predictions.jsonl"));
    run(later, "keep-models=true");
    assertThat(later.resolve("predictions.jsonl")).hasBinaryContent(predictions);
    Path weights = new RunDirectory(later).modelFile(ALL, ONE);
    assertThat(weights).hasSameBinaryContentAs(new RunDirectory(first).modelFile(ALL, ONE));
    // One that is damaged is made anew, the others stay.
    Files.write(weights, new byte[] {1, 2, 3});
    Path other = new RunDirectory(later).modelFile(Row.L_C, ONE);
    var untouched = Files.getLastModifiedTime(other);
    run(later, "keep-models=true");
    assertThat(weights).hasSameBinaryContentAs(new RunDirectory(first).modelFile(ALL, ONE));
    assertThat(Files.getLastModifiedTime(other)).isEqualTo(untouched);
  }

  @Test
  void whatIsNoWholeModelIsOneClearError() throws Exception {
    Path weights = new RunDirectory(first).modelFile(Row.L_C, ONE);
    Path json = weights.resolveSibling("casme2_sub01.json");
    byte[] good = Files.readAllBytes(weights);
    String text = Files.readString(json);

    Path own = Files.createDirectories(shared.resolve("damaged")).resolve("m.safetensors");
    Path beside = own.resolveSibling("m.json");
    assertThatThrownBy(() -> SavedModel.read(own))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("m.json is missing");
    Files.writeString(beside, text);
    assertThatThrownBy(() -> SavedModel.read(own)).hasMessageContaining("m.safetensors is missing");
    Files.write(own, Arrays.copyOf(good, good.length - 4));
    assertThatThrownBy(() -> SavedModel.read(own))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("found SHA-256")
        .hasMessageContaining("copy both files");
    Files.write(own, good);
    assertThat(SavedModel.read(own).record().row()).isEqualTo(Row.L_C);

    Files.writeString(beside, text.replaceFirst("\"format\" : 2", "\"format\" : 1"));
    assertThatThrownBy(() -> SavedModel.read(own))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("m.json")
        .hasMessageContaining("found format 1, expected 2; train the model again");
    Files.writeString(beside, text.substring(0, text.length() / 2));
    assertThatThrownBy(() -> SavedModel.read(own)).hasMessageContaining("m.json: it can't be read");
    Files.writeString(beside, text.replace("\"row\"", "\"line\""));
    assertThatThrownBy(() -> SavedModel.read(own)).hasMessageContaining("'row'");
    Files.writeString(beside, text.replace("\"width\" : 4", "\"width\" : 0"));
    assertThatThrownBy(() -> SavedModel.read(own))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("width");
    Files.writeString(beside, text.replace("\"width\" : 4", "\"width\" : 8"));
    assertThatThrownBy(() -> SavedModel.read(own).open())
        .isInstanceOf(java.io.UncheckedIOException.class)
        .hasMessageContaining(
            "tensor spatial.conv1.weight: found shape [4, 3, 7, 7], expected shape [8, 3, 7, 7]");
    Files.writeString(beside, text.replaceFirst("\"labels\" : \\[[^]]*]", "\"labels\" : [\"a\"]"));
    assertThatThrownBy(() -> SavedModel.read(own))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("at least two");
    assertThatThrownBy(() -> SavedModel.read(beside)).hasMessageContaining("MODEL.safetensors");
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void run(Path out, String... assignments) throws Exception {
    List<String> all = new ArrayList<>(List.of(assignments));
    new ExperimentRun(TinyExperiment.of(all), out, RunListener.silent()).run();
  }
}
