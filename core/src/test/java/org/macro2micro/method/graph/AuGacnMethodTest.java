package org.macro2micro.method.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.clip.UnitCoding;
import org.macro2micro.method.FitContext;
import org.macro2micro.method.LabelledExamples;
import org.macro2micro.method.Recognizer;
import org.macro2micro.method.TrainedModel;
import org.macro2micro.method.TrainingData;
import org.macro2micro.method.WorkStore;
import org.macro2micro.preprocess.Augmentation;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.DescentSettings;
import org.macro2micro.train.Example;
import org.macro2micro.train.TrainListener;

class AuGacnMethodTest {
  private static final int SIDE = 16;
  private static final int CLIPS = 12;

  @Test
  void unitsMatterByTheirWeight() {
    // The same codings, and so the same graph, but of other clips.
    Map<ClipId, UnitCoding> units = units(0);
    Map<ClipId, UnitCoding> moved = units(1);
    AuGacnMethod without = method(0, 2);
    AuGacnMethod with = method(.4, 2);
    byte[] weights = without.train(data(units), context()).weights();
    assertThat(without.train(data(moved), context()).weights()).isEqualTo(weights);
    byte[] weighted = with.train(data(units), context()).weights();
    assertThat(with.train(data(units), context()).weights()).isEqualTo(weighted);
    assertThat(with.train(data(moved), context()).weights()).isNotEqualTo(weighted);
    assertThat(weighted).isNotEqualTo(weights);
  }

  /** The authors have .6 of the emotion's loss and .4 of the units'. */
  @Test
  void theEmotionHasWhatTheUnitsLeave() {
    for (double share : new double[] {.4, 0}) {
      List<Map<String, Double>> heard = new ArrayList<>();
      method(share, 1)
          .train(data(units(0)), context((phase, epoch, epochs, terms, norms) -> heard.add(terms)));
      Map<String, Double> losses = heard.get(0);
      assertThat(losses.get("total"))
          .isCloseTo(
              share == 0 ? losses.get("c") : .6 * losses.get("c") + .4 * losses.get("au"),
              within(1e-4));
    }
  }

  /** With one clip a step, normalisation leaves little to tell a clip by: how much is bright. */
  @Test
  void learnsTheUnitsAndPredictsWithoutThem() {
    List<Double> losses = new ArrayList<>();
    AuGacnMethod method = method(.4, 8);
    TrainedModel model =
        method.train(
            data(units(0)),
            context((phase, epoch, epochs, terms, norms) -> losses.add(terms.get("au"))));
    assertThat(losses).hasSize(8);
    assertThat(losses.get(7)).isLessThan(.7 * losses.get(0));
    try (Recognizer recognizer = method.open(model)) {
      List<Prediction> predictions = recognizer.predict(ids(), AuGacnMethodTest::pixels);
      assertThat(predictions).hasSize(CLIPS);
      assertThat(predictions.get(0).label()).isIn("left", "right");
    }
  }

  @Test
  void withoutUnitsThereIsNothingToLearnFrom() {
    assertThatThrownBy(() -> method(.4, 1).train(data(Map.of()), context()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none of its 12 training clips has a coded one");
  }

  @Test
  void examplesHaveTheUnitsOfTheirOwnClipsAlone() {
    ClipId stranger = ClipId.of("casme2", "other", "c0");
    assertThatThrownBy(() -> data(Map.of(stranger, UnitCoding.none())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected those of training clips alone");
  }

  @Test
  void refusesSharesOutOfRange() {
    DescentSettings training = training(1);
    assertThatThrownBy(() -> new AuGacnMethod.Settings(training, 1.1, .5))
        .hasMessageContaining("au-weight: found 1.1");
    assertThatThrownBy(() -> new AuGacnMethod.Settings(training, .4, 0))
        .hasMessageContaining("pool: found 0.0");
  }

  private static AuGacnMethod method(double auWeight, int epochs) {
    return new AuGacnMethod(
        "au-gacn", new AuGacnMethod.Settings(training(epochs), auWeight, .5), Augmentation.none());
  }

  private static DescentSettings training(int epochs) {
    return new DescentSettings(epochs, .05, .01, .9, 1e-4, 8, 10);
  }

  private static FitContext context() {
    return context(TrainListener.silent());
  }

  private static FitContext context(TrainListener listener) {
    SeedPath root = SeedPath.root(1);
    return new FitContext(root, root.child("fold"), WorkStore.none(), listener);
  }

  private static TrainingData data(Map<ClipId, UnitCoding> units) {
    List<Example> examples = new ArrayList<>();
    ids().forEach(id -> examples.add(new Example(id, number(id) % 2)));
    return TrainingData.of(
        new LabelledExamples(
            examples, List.of("left", "right"), AuGacnMethodTest::pixels, "a", units));
  }

  /** Units 4 and 7, or unit 12, in turn; {@code shift} says of which clips. */
  private static Map<ClipId, UnitCoding> units(int shift) {
    List<UnitCoding> codings =
        List.of(UnitGraphTest.coding(true, 4, 7), UnitGraphTest.coding(true, 12));
    Map<ClipId, UnitCoding> units = new HashMap<>();
    ids().forEach(id -> units.put(id, codings.get((number(id) + shift) % codings.size())));
    return units;
  }

  private static List<ClipId> ids() {
    List<ClipId> ids = new ArrayList<>();
    for (int i = 0; i < CLIPS; i++) {
      ids.add(ClipId.of("casme2", "s" + i % 3, "c" + i));
    }
    return ids;
  }

  private static int number(ClipId id) {
    return Integer.parseInt(id.name().substring(1));
  }

  /** A spot that grows bright, or all but the spot, by class, over noise. */
  private static PreparedClip pixels(ClipId id) {
    var random = SeedPath.root(7).child(id.toString()).random();
    int frame = PreparedClip.CHANNELS * SIDE * SIDE;
    float[] pixels = new float[16 * frame];
    for (int i = 0; i < pixels.length; i++) {
      int x = i % SIDE;
      int y = i / SIDE % SIDE;
      boolean spot = x >= 6 && x < 9 && y >= 6 && y < 9;
      boolean bright = spot == (number(id) % 2 == 0);
      pixels[i] = (float) ((bright ? .04 * (i / frame) : 0) + random.nextDouble(.3));
    }
    return new PreparedClip(id, Input.FRAME, 16, SIDE, SIDE, 8, pixels);
  }
}
