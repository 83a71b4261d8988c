package org.macro2micro.method.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.method.EpochJudge;
import org.macro2micro.method.FitContext;
import org.macro2micro.method.LabelledExamples;
import org.macro2micro.method.Recognizer;
import org.macro2micro.method.TrainedModel;
import org.macro2micro.method.TrainingData;
import org.macro2micro.method.WorkStore;
import org.macro2micro.nn.ComputeDevice;
import org.macro2micro.preprocess.Augmentation;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.Example;
import org.macro2micro.train.PhaseSettings;
import org.macro2micro.train.TrainListener;

class DeepMethodTest {
  private static final int SIDE = 28;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void learnsWhatTellsTheClassesApart(boolean shuffle) {
    DeepMethod method = ststNet(settings(40, 1, shuffle), Augmentation.none());
    assertThat(accuracy(predictions(method.fit(data(), context(1))))).isGreaterThan(.9);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void everyNetworkLearnsAndIsStored(IntFunction<? extends DeepNetwork> network) {
    DeepSettings settings =
        new DeepSettings(
            new PhaseSettings(6, 10, 1e-3, PhaseSettings.Schedule.CONSTANT, 0), 1, true);
    DeepMethod method = new DeepMethod("deep", network, settings, Augmentation.none());
    TrainedModel model = method.train(data(), context(1));
    assertThat(method.train(data(), context(1)).weights()).isEqualTo(model.weights());
    List<Prediction> predictions = predictions(method.open(model));
    assertThat(accuracy(predictions)).isGreaterThan(.9);
    assertThat(predictions(method.open(model))).isEqualTo(predictions);
  }

  static List<IntFunction<? extends DeepNetwork>> networks() {
    return List.of(
        OffApexNet::new,
        DualInceptionNet::new,
        classes -> new CapsuleNet(classes, CapsuleNet.SMALL_SIDE, 32));
  }

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherOneOthers() {
    for (Augmentation augmentation : List.of(Augmentation.none(), new Augmentation(.1, .5, .2))) {
      DeepMethod method = ststNet(settings(2, 1, true), augmentation);
      byte[] first = method.train(data(), context(1)).weights();
      assertThat(method.train(data(), context(1)).weights()).isEqualTo(first);
      assertThat(method.train(data(), context(2)).weights()).isNotEqualTo(first);
    }
  }

  @Test
  void augmentationAndScaleAndOrderEachMatter() {
    List<byte[]> weights = new ArrayList<>();
    for (DeepMethod method :
        List.of(
            ststNet(settings(1, 1, true), Augmentation.none()),
            ststNet(settings(1, 1, true), new Augmentation(.1, .5, .2)),
            ststNet(settings(1, 255, true), Augmentation.none()),
            ststNet(settings(1, 1, false), Augmentation.none()))) {
      byte[] learnt = method.train(data(), context(1)).weights();
      assertThat(weights).noneMatch(other -> java.util.Arrays.equals(other, learnt));
      weights.add(learnt);
    }
  }

  @Test
  void unshuffledBatchesDependOnNoOrderBetweenTheClasses() {
    DeepMethod method = ststNet(settings(2, 1, false), Augmentation.none());
    List<Example> reordered = new ArrayList<>(data().micro().examples());
    reordered.sort((a, b) -> Integer.compare(b.label(), a.label()));
    assertThat(reordered).isNotEqualTo(data().micro().examples());
    assertThat(method.train(data(reordered), context(1)).weights())
        .isEqualTo(method.train(data(), context(1)).weights());
  }

  @Test
  void whatIsStoredRecognisesAsWhatWasTrained() {
    DeepMethod method = ststNet(settings(3, 1, true), Augmentation.none());
    List<Prediction> heard = new ArrayList<>();
    EpochJudge listening =
        judge(
            candidate -> {
              heard.clear();
              heard.addAll(candidate.predict(ids(100, 20), DeepMethodTest::pixels));
              return 0;
            });
    TrainedModel model = method.train(data(), context(1, listening));
    assertThat(predictions(method.open(model))).isEqualTo(heard);
  }

  @Test
  void theJudgesEpochIsKept() {
    byte[] afterTwo =
        ststNet(settings(2, 1, true), Augmentation.none()).train(data(), context(1)).weights();
    List<Integer> epochs = new ArrayList<>();
    EpochJudge second =
        judge(
            candidate -> {
              epochs.add(epochs.size());
              return epochs.size() == 2 ? 1 : 0;
            });
    TrainedModel kept =
        ststNet(settings(4, 1, true), Augmentation.none()).train(data(), context(1, second));
    assertThat(epochs).hasSize(4);
    assertThat(kept.weights()).isEqualTo(afterTwo);
  }

  @Test
  void saysWhatToSet() {
    DeepMethod method = ststNet(settings(1, 1, true), Augmentation.none());
    assertThatThrownBy(() -> method.fit(data(SIDE, Input.FRAME), context(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("method ststnet needs preprocess.input=flow, found frame");
    assertThatThrownBy(() -> method.fit(data(30, Input.FLOW), context(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("method ststnet needs preprocess.size=28, found images of 30x30");
    assertThatThrownBy(() -> new DeepSettings(settings(1, 1, true).training(), 0, true))
        .hasMessageContaining("found scale 0.0");
    TrainedModel broken = new TrainedModel(new byte[] {1, 2}, List.of("a", "b"));
    assertThatThrownBy(() -> method.open(broken)).isInstanceOf(IllegalArgumentException.class);
  }

  private static DeepMethod ststNet(DeepSettings settings, Augmentation augmentation) {
    return new DeepMethod("ststnet", StstNet::new, settings, augmentation);
  }

  private static DeepSettings settings(int epochs, double scale, boolean shuffle) {
    return new DeepSettings(
        new PhaseSettings(epochs, 8, 3e-3, PhaseSettings.Schedule.CONSTANT, 0), scale, shuffle);
  }

  private static EpochJudge judge(java.util.function.ToDoubleFunction<Recognizer> score) {
    return new EpochJudge() {
      @Override
      public String key() {
        return "test";
      }

      @Override
      public double score(Recognizer candidate) {
        return score.applyAsDouble(candidate);
      }
    };
  }

  private static FitContext context(long seed) {
    SeedPath root = SeedPath.root(seed);
    return new FitContext(root, root.child("fold"), WorkStore.none(), TrainListener.silent());
  }

  private static FitContext context(long seed, EpochJudge judge) {
    SeedPath root = SeedPath.root(seed);
    return new FitContext(
        root,
        root.child("fold"),
        WorkStore.none(),
        TrainListener.silent(),
        judge,
        ComputeDevice.CPU);
  }

  private static TrainingData data() {
    return data(SIDE, Input.FLOW);
  }

  private static TrainingData data(int side, Input input) {
    List<Example> examples = new ArrayList<>();
    ids(0, 20).forEach(id -> examples.add(new Example(id, number(id) % 2)));
    return TrainingData.of(
        new LabelledExamples(
            examples, List.of("left", "right"), id -> pixels(id, side, input), "a"));
  }

  private static TrainingData data(List<Example> examples) {
    return TrainingData.of(
        new LabelledExamples(examples, List.of("left", "right"), DeepMethodTest::pixels, "a"));
  }

  private static double accuracy(List<Prediction> predictions) {
    return predictions.stream()
        .mapToInt(p -> p.label().equals(number(p.id()) % 2 == 0 ? "left" : "right") ? 1 : 0)
        .average()
        .orElseThrow();
  }

  private static List<Prediction> predictions(Recognizer recognizer) {
    try (recognizer) {
      return recognizer.predict(ids(100, 20), DeepMethodTest::pixels);
    }
  }

  private static List<ClipId> ids(int from, int count) {
    List<ClipId> ids = new ArrayList<>();
    for (int i = from; i < from + count; i++) {
      ids.add(ClipId.of("microdb", "s", "c%03d".formatted(i)));
    }
    return ids;
  }

  private static int number(ClipId id) {
    return Integer.parseInt(id.name().substring(1));
  }

  private static PreparedClip pixels(ClipId id) {
    return pixels(id, SIDE, Input.FLOW);
  }

  /** A rise with a bright half, left or right by class, over noise; the fall is noise alone. */
  private static PreparedClip pixels(ClipId id, int side, Input input) {
    var random = SeedPath.root(7).child(id.toString()).random();
    float[] pixels = new float[2 * PreparedClip.CHANNELS * side * side];
    for (int i = 0; i < pixels.length; i++) {
      boolean rise = i < pixels.length / 2;
      boolean bright = rise && (i % side < side / 2) == (number(id) % 2 == 0);
      pixels[i] = (float) ((bright ? .6 : 0) + random.nextDouble(.4));
    }
    return new PreparedClip(id, input, 2, side, side, 1, pixels);
  }
}
