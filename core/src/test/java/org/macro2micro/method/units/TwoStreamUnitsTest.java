package org.macro2micro.method.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.UnitChoice;
import org.macro2micro.clip.UnitCode;
import org.macro2micro.clip.UnitCoding;
import org.macro2micro.clip.UnitPrediction;
import org.macro2micro.method.FitContext;
import org.macro2micro.method.LabelledExamples;
import org.macro2micro.method.UnitRecognizer;
import org.macro2micro.method.WorkStore;
import org.macro2micro.model.TwoStreamSettings;
import org.macro2micro.preprocess.Augmentation;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.Example;
import org.macro2micro.train.PhaseSettings;
import org.macro2micro.train.TrainListener;

class TwoStreamUnitsTest {
  private static final List<Integer> UNITS = List.of(4, 12, 17);
  private static final int SIZE = 24;
  private static final int FRAMES = 3;

  /** Unit 4 brightens the left half, unit 12 the lower one; nobody shows unit 17. */
  @Test
  void tellsWhatItHasLearntOfEachUnit() {
    List<UnitPrediction> said = predictions(codings(24), 10);
    int right = 0;
    for (UnitPrediction each : said) {
      int number = number(each.id());
      right += each.shown().get(0) == (number % 2 == 1) ? 1 : 0;
      right += each.shown().get(1) == (number / 2 % 2 == 1) ? 1 : 0;
      assertThat(each.shown().get(2)).isFalse();
    }
    assertThat(right).isGreaterThan(26);
    assertThat(predictions(codings(24), 10)).isEqualTo(said);
  }

  /** What is doubtful counts as little as what nobody coded. */
  @Test
  void whatIsUnknownIsNotLearntFrom() {
    Map<ClipId, UnitCoding> doubtful = new HashMap<>(codings(24));
    Map<ClipId, UnitCoding> alternative = new HashMap<>(doubtful);
    ClipId some = id(3);
    UnitCode maybe = new UnitCode(17, UnitCode.of(17).side(), UnitCode.of(17).intensity(), true);
    doubtful.put(some, with(doubtful.get(some), new UnitChoice(List.of(maybe))));
    alternative.put(
        some,
        with(alternative.get(some), new UnitChoice(List.of(UnitCode.of(17), UnitCode.of(20)))));
    List<UnitPrediction> said = predictions(doubtful, 1);
    assertThat(predictions(alternative, 1)).isEqualTo(said);
    assertThat(predictions(codings(24), 1)).isNotEqualTo(said);
  }

  @Test
  void aNetworkWithoutWidthIsRefused() {
    assertThatThrownBy(
            () -> new TwoStreamUnits.Settings(0, TwoStreamSettings.Fusion.CONCAT, training(1)))
        .hasMessageContaining("width 0");
  }

  private static UnitCoding with(UnitCoding coding, UnitChoice more) {
    List<UnitChoice> choices = new ArrayList<>(coding.choices());
    choices.add(more);
    return new UnitCoding(choices, true);
  }

  private static List<UnitPrediction> predictions(Map<ClipId, UnitCoding> codings, int epochs) {
    List<Example> examples = new ArrayList<>();
    new TreeMap<>(codings).keySet().forEach(id -> examples.add(new Example(id, 0)));
    LabelledExamples clips =
        new LabelledExamples(
            examples, List.of("any"), TwoStreamUnitsTest::pixels, "digest", codings);
    SeedPath seed = SeedPath.root(1);
    FitContext context =
        new FitContext(seed, seed.child("fold"), WorkStore.none(), TrainListener.silent());
    TwoStreamUnits method =
        new TwoStreamUnits(
            "units",
            new TwoStreamUnits.Settings(4, TwoStreamSettings.Fusion.CONCAT, training(epochs)),
            Augmentation.none());
    assertThat(method.epochs()).isEqualTo(epochs);
    List<ClipId> tested = new ArrayList<>();
    for (int i = 100; i < 116; i++) {
      tested.add(id(i));
    }
    try (UnitRecognizer recognizer = method.fit(clips, UNITS, context)) {
      List<UnitPrediction> said = recognizer.predict(tested, TwoStreamUnitsTest::pixels);
      assertThat(said).extracting(UnitPrediction::id).isEqualTo(tested);
      return said;
    }
  }

  private static PhaseSettings training(int epochs) {
    return new PhaseSettings(epochs, 8, 3e-3, PhaseSettings.Schedule.CONSTANT, 0);
  }

  private static Map<ClipId, UnitCoding> codings(int count) {
    Map<ClipId, UnitCoding> codings = new HashMap<>();
    for (int i = 0; i < count; i++) {
      List<UnitChoice> choices = new ArrayList<>();
      if (i % 2 == 1) {
        choices.add(new UnitChoice(List.of(UnitCode.of(4))));
      }
      if (i / 2 % 2 == 1) {
        choices.add(new UnitChoice(List.of(UnitCode.of(12))));
      }
      codings.put(id(i), new UnitCoding(choices, true));
    }
    return codings;
  }

  private static ClipId id(int number) {
    return ClipId.of("db", "s", "c%03d".formatted(number));
  }

  private static int number(ClipId id) {
    return Integer.parseInt(id.name().substring(1));
  }

  private static PreparedClip pixels(ClipId id) {
    RandomGenerator random = SeedPath.root(7).child(id.toString()).random();
    boolean left = number(id) % 2 == 1;
    boolean low = number(id) / 2 % 2 == 1;
    float[] pixels = new float[FRAMES * 3 * SIZE * SIZE];
    for (int i = 0; i < pixels.length; i++) {
      int x = i % SIZE;
      int y = i / SIZE % SIZE;
      double signal = (left && x < SIZE / 2 ? .6 : 0) + (low && y >= SIZE / 2 ? .6 : 0);
      pixels[i] = (float) (signal + .1 * random.nextGaussian());
    }
    return new PreparedClip(id, Input.FRAME, FRAMES, SIZE, SIZE, FRAMES - 1, pixels);
  }
}
