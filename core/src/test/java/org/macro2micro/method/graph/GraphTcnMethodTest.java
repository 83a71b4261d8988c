package org.macro2micro.method.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.Shape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.method.FitContext;
import org.macro2micro.method.LabelledExamples;
import org.macro2micro.method.Recognizer;
import org.macro2micro.method.TrainedModel;
import org.macro2micro.method.TrainingData;
import org.macro2micro.method.WorkStore;
import org.macro2micro.nn.ComputeDevice;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.nn.SafetensorsFile;
import org.macro2micro.nn.SeededWeights;
import org.macro2micro.preprocess.Augmentation;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.Example;
import org.macro2micro.train.PhaseSettings;
import org.macro2micro.train.TrainListener;

class GraphTcnMethodTest {
  private static final int SIDE = 64;
  private static final int CLIPS = 12;
  private static final PhaseSettings TRAINING =
      new PhaseSettings(6, 6, .003, PhaseSettings.Schedule.CONSTANT, 0);

  /** What moves is the brows, or the mouth; test clips are of other people. */
  @Test
  void tellsBrowsFromMouth() {
    GraphTcnMethod method = method(List.of(1.2, 3.0), 2);
    TrainedModel model = method.train(data(), context());
    assertThat(method.train(data(), context()).weights()).isEqualTo(model.weights());
    List<ClipId> strangers = ids("t");
    try (Recognizer recognizer = method.open(model)) {
      List<Prediction> predictions = recognizer.predict(strangers, GraphTcnMethodTest::pixels);
      assertThat(predictions)
          .hasSize(CLIPS)
          .allMatch(
              prediction ->
                  prediction.label().equals(number(prediction.id()) % 2 == 0 ? "brows" : "mouth"));
    }
  }

  @Test
  void trainingClipsAreMagnifiedByOneOfTheFactorsAndOthersByTheTestFactor() {
    byte[] one = method(List.of(2.0), 2).train(fewer(), context()).weights();
    assertThat(method(List.of(2.0, 2.0), 2).train(fewer(), context()).weights()).isEqualTo(one);
    assertThat(method(List.of(2.0), 3).train(fewer(), context()).weights()).isEqualTo(one);
    assertThat(method(List.of(1.2, 3.0), 2).train(fewer(), context()).weights()).isNotEqualTo(one);
    TrainedModel model = new TrainedModel(one, List.of("brows", "mouth"));
    assertThat(probability(method(List.of(2.0), 2), model))
        .isEqualTo(probability(method(List.of(3.0), 2), model))
        .isNotEqualTo(probability(method(List.of(2.0), 9), model));
  }

  /** With MagNet's weights, here random ones: the model has them inside and needs no file. */
  @Test
  void aLearntMagnificationIsPartOfTheModel(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("magnet.safetensors");
    try (var random =
        LoadedNetwork.random(
            ComputeDevice.CPU,
            new MagNet(),
            SeededWeights.HE,
            SeedPath.root(5),
            new Shape(1, 3, 16, 16),
            new Shape(1, 3, 16, 16),
            new Shape(1, 1, 1, 1))) {
      Files.write(file, random.weights());
    }
    GraphTcnMethod learnt = method(List.of(2.0), 2, file);
    assertThat(learnt.files()).containsOnlyKeys("magnet");
    assertThat(learnt.notes().get(0)).contains("graph-tcn: magnification is learnt", "magnet.safe");
    TrainedModel model = learnt.train(fewer(), context());
    assertThat(SafetensorsFile.of("model", model.weights()).names())
        .contains("magnet.manipulator.g.conv2d.weight", "linear1.weight");
    Files.delete(file);
    List<Double> two = probability(method(List.of(2.0), 2, file), model);
    assertThat(two).isNotEqualTo(probability(method(List.of(2.0), 40, file), model));
    TrainedModel linear = method(List.of(2.0), 2).train(fewer(), context());
    assertThatThrownBy(() -> method(List.of(2.0), 2, file).open(linear))
        .hasMessageContaining("expected some that begin with magnet.")
        .hasMessageContaining("trained without methods.graph-tcn.magnet");
    assertThatThrownBy(() -> method(List.of(2.0), 2, file).files())
        .hasMessageContaining("methods.graph-tcn.magnet " + file + ": no such file");
  }

  @Test
  void saysWhatItWasFed() {
    assertThat(method(List.of(2.0), 2).files()).isEmpty();
    assertThat(method(List.of(2.0), 2).notes())
        .hasSize(2)
        .anyMatch(note -> note.contains("linear, a substitute"))
        .anyMatch(note -> note.contains("where an average face"));
    GraphTcnMethod marked =
        new GraphTcnMethod(
            "graph-tcn",
            new GraphTcnMethod.Settings(TRAINING, List.of(2.0), 2, null, .05, 8),
            Augmentation.none(),
            true);
    assertThat(marked.notes()).anyMatch(note -> note.contains("as they were found in each face"));
  }

  private static TrainingData fewer() {
    List<Example> examples = new ArrayList<>();
    ids("s").subList(0, 4).forEach(id -> examples.add(new Example(id, number(id) % 2)));
    return TrainingData.of(
        new LabelledExamples(examples, List.of("brows", "mouth"), GraphTcnMethodTest::pixels, "a"));
  }

  @Test
  void refusesSettingsThatMeanNothing() {
    assertThatThrownBy(() -> method(List.of(), 2)).hasMessageContaining("factors: found none");
    assertThatThrownBy(() -> method(List.of(2.0, 0.0), 2))
        .hasMessageContaining("factors: found 0.0, expected a number above 0");
    assertThatThrownBy(() -> method(List.of(2.0), -1)).hasMessageContaining("test-factor: found");
    assertThatThrownBy(() -> new GraphTcnMethod.Settings(TRAINING, List.of(2.0), 2, null, 1, 8))
        .hasMessageContaining("dropout: found 1.0");
    assertThatThrownBy(() -> new GraphTcnMethod.Settings(TRAINING, List.of(2.0), 2, null, 0, 0))
        .hasMessageContaining("hidden: found 0");
  }

  private static List<Double> probability(GraphTcnMethod method, TrainedModel model) {
    try (Recognizer recognizer = method.open(model)) {
      List<ClipId> one = ids("t").subList(0, 1);
      return recognizer.predict(one, GraphTcnMethodTest::pixels).get(0).probabilities();
    }
  }

  private static GraphTcnMethod method(List<Double> factors, double testFactor) {
    return method(factors, testFactor, null);
  }

  private static GraphTcnMethod method(
      List<Double> factors, double testFactor, @Nullable Path magnet) {
    return new GraphTcnMethod(
        "graph-tcn",
        new GraphTcnMethod.Settings(TRAINING, factors, testFactor, magnet, .05, 8),
        Augmentation.none(),
        false);
  }

  private static FitContext context() {
    SeedPath root = SeedPath.root(1);
    return new FitContext(root, root.child("fold"), WorkStore.none(), TrainListener.silent());
  }

  private static TrainingData data() {
    List<Example> examples = new ArrayList<>();
    ids("s").forEach(id -> examples.add(new Example(id, number(id) % 2)));
    return TrainingData.of(
        new LabelledExamples(examples, List.of("brows", "mouth"), GraphTcnMethodTest::pixels, "a"));
  }

  private static List<ClipId> ids(String people) {
    List<ClipId> ids = new ArrayList<>();
    for (int i = 0; i < CLIPS; i++) {
      ids.add(ClipId.of("casme2", people + i % 3, "c" + i));
    }
    return ids;
  }

  private static int number(ClipId id) {
    return Integer.parseInt(id.name().substring(1));
  }

  /** A broad brightening of the upper or the lower half, over noise. */
  private static PreparedClip pixels(ClipId id) {
    var random = SeedPath.root(7).child(id.toString()).random();
    int frame = PreparedClip.CHANNELS * SIDE * SIDE;
    float[] pixels = new float[2 * frame];
    for (int i = 0; i < pixels.length; i++) {
      boolean upper = i / SIDE % SIDE < SIDE / 2;
      boolean moves = i >= frame && upper == (number(id) % 2 == 0);
      pixels[i] = (float) ((moves ? .3 : 0) + random.nextDouble(.1));
    }
    return new PreparedClip(id, Input.FRAME, 2, SIDE, SIDE, 1, pixels);
  }
}
