package org.macro2micro.method.proposed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.macro2micro.clip.ClipId;
import org.macro2micro.loss.ContrastDomains;
import org.macro2micro.loss.ContrastiveLoss;
import org.macro2micro.loss.LossTerm;
import org.macro2micro.method.FitContext;
import org.macro2micro.method.LabelledExamples;
import org.macro2micro.method.MacroGuide;
import org.macro2micro.method.TrainingData;
import org.macro2micro.method.WorkStore;
import org.macro2micro.model.TwoStreamSettings;
import org.macro2micro.nn.GradientReversal;
import org.macro2micro.preprocess.Augmentation;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.Example;
import org.macro2micro.train.Phase;
import org.macro2micro.train.PhaseSettings;
import org.macro2micro.train.TrainListener;

/** The row c+con-micro beside c+con, which it is the control of. */
class MicroContrastTest {
  private static final Set<LossTerm> TERMS =
      EnumSet.of(LossTerm.CLASSIFICATION, LossTerm.CONTRASTIVE);
  private static final int SIZE = 16;
  private static final int FRAMES = 4;
  private static final PhaseSettings SHORT =
      new PhaseSettings(1, 6, 1e-2, PhaseSettings.Schedule.CONSTANT, 0);

  /** Without weight the contrast changes nothing: all else, the random draws too, is the same. */
  @ParameterizedTest
  @EnumSource(TransferSettings.MacroDraw.class)
  void nothingButTheContrastDiffers(TransferSettings.MacroDraw draw) {
    MacroToMicro off = method(MacroToMicroSettings.Start.MANET, 0, draw);
    Map<String, byte[]> kept = new HashMap<>();
    byte[] both = trained(off, ContrastDomains.BOTH, macro(12, 1), kept);
    assertThat(trained(off, ContrastDomains.MICRO, macro(12, 1), kept)).isEqualTo(both);
    MacroToMicro on = method(MacroToMicroSettings.Start.MANET, .1, draw);
    byte[] seen = trained(on, ContrastDomains.BOTH, macro(12, 1), kept);
    byte[] alone = trained(on, ContrastDomains.MICRO, macro(12, 1), kept);
    assertThat(alone).isNotEqualTo(seen).isNotEqualTo(both);
    assertThat(seen).isNotEqualTo(both);
  }

  /** MaNet stays what it was; the macro clips that phase 3 is given have other pixels. */
  @Test
  void onceMaNetIsTrainedThePixelsOfMacroClipsAreNotLookedAt() {
    MacroToMicro method =
        method(MacroToMicroSettings.Start.MANET, .1, TransferSettings.MacroDraw.UNIFORM);
    Map<String, byte[]> kept = new HashMap<>();
    byte[] alone = trained(method, ContrastDomains.MICRO, macro(12, 1), kept);
    assertThat(trained(method, ContrastDomains.MICRO, macro(12, -2), kept)).isEqualTo(alone);
    // A new row keeps no maps of the first clips.
    MacroToMicro other =
        method(MacroToMicroSettings.Start.MANET, .1, TransferSettings.MacroDraw.UNIFORM);
    byte[] seen = trained(method, ContrastDomains.BOTH, macro(12, 1), kept);
    assertThat(trained(other, ContrastDomains.BOTH, macro(12, -2), kept)).isNotEqualTo(seen);
  }

  /** From random weights no macro clip is needed, and none counts. */
  @Test
  void fromRandomWeightsItKnowsNoMacroClip() {
    MacroToMicro method =
        method(MacroToMicroSettings.Start.RANDOM, .1, TransferSettings.MacroDraw.UNIFORM);
    MacroToMicro row = method.row(TERMS, true, ContrastDomains.MICRO);
    assertThat(row.isGuided()).isFalse();
    assertThat(method.row(TERMS, true, ContrastDomains.BOTH).isGuided()).isTrue();
    byte[] none = row.train(TrainingData.of(micro()), context(WorkStore.none())).weights();
    for (MacroGuide guide : List.of(macro(12, 1), macro(5, 3))) {
      assertThat(trained(method, ContrastDomains.MICRO, guide, new HashMap<>())).isEqualTo(none);
    }
    byte[] start = method.train(TrainingData.of(micro()), context(WorkStore.none())).weights();
    assertThat(start).isNotEqualTo(none);
  }

  @Test
  void termsThatNeedMacroClipsAreRefused() {
    MacroToMicro method =
        method(MacroToMicroSettings.Start.RANDOM, .1, TransferSettings.MacroDraw.UNIFORM);
    for (LossTerm term :
        EnumSet.of(LossTerm.SPATIAL_DOMAIN, LossTerm.SAMPLING_INTERVAL, LossTerm.TEMPORAL_DOMAIN)) {
      assertThatThrownBy(
              () ->
                  method.row(
                      EnumSet.of(LossTerm.CLASSIFICATION, term), true, ContrastDomains.MICRO))
          .hasMessageContaining("the others need macro clips");
    }
  }

  /** The epochs of both rows count, as both have a phase 3 of their own. */
  @Test
  void itsEpochsAreItsOwn() {
    MacroToMicro method =
        method(MacroToMicroSettings.Start.MANET, .1, TransferSettings.MacroDraw.UNIFORM);
    SortedMap<String, Integer> pieces =
        new TreeMap<>(method.row(TERMS, true, ContrastDomains.BOTH).epochs());
    pieces.putAll(method.row(TERMS, true, ContrastDomains.MICRO).epochs());
    assertThat(pieces.values()).containsExactly(1, 2, 2);
  }

  private static byte[] trained(
      MacroToMicro method, ContrastDomains domains, MacroGuide guide, Map<String, byte[]> kept) {
    // MaNet is known by its phase alone, so that it can't follow changed clips.
    WorkStore store =
        (phase, key, work) -> {
          byte[] found = phase == Phase.MACRO ? kept.get("MaNet") : null;
          if (found == null) {
            found = work.get();
            if (phase == Phase.MACRO) {
              kept.put("MaNet", found);
            }
          }
          return found;
        };
    return method
        .row(TERMS, true, domains)
        .train(TrainingData.of(micro(), guide), context(store))
        .weights();
  }

  private static FitContext context(WorkStore store) {
    SeedPath root = SeedPath.root(1);
    return new FitContext(root, root.child("fold"), store, TrainListener.silent());
  }

  private static MacroToMicro method(
      MacroToMicroSettings.Start start, double weight, TransferSettings.MacroDraw draw) {
    Map<String, Double> weights = new TreeMap<>(TransferSettings.paperWeights());
    weights.put("con", weight);
    MacroToMicroSettings settings =
        new MacroToMicroSettings(
            new TwoStreamSettings(4, TwoStreamSettings.Fusion.CONCAT, 2, 8),
            new MacroToMicroSettings.Init(start, null, InitialTrunks.Trunks.BOTH),
            new MacroToMicroSettings.Phases(
                SHORT, SHORT, new PhaseSettings(2, 6, 1e-2, PhaseSettings.Schedule.CONSTANT, 1e-4)),
            new TransferSettings(
                weights,
                new ContrastiveLoss(.5, ContrastiveLoss.Reduction.PAPER),
                GradientReversal.Schedule.CONSTANT,
                TransferSettings.Unmatched.NEGATIVES,
                draw,
                TransferSettings.Statistics.BATCH,
                false),
            1);
    return new MacroToMicro(
        settings, Augmentation.none(), EnumSet.of(LossTerm.CLASSIFICATION), false);
  }

  private static LabelledExamples micro() {
    return examples("microdb", 12, List.of("left", "right"), 1);
  }

  /** Macro clips of two classes that have a counterpart and one that has none. */
  private static MacroGuide macro(int count, double strength) {
    return new MacroGuide(
        examples("macrodb", count, List.of("west", "east", "north"), strength), List.of(0, 1, -1));
  }

  private static LabelledExamples examples(
      String database, int count, List<String> labels, double strength) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      examples.add(new Example(ClipId.of(database, "s", "c%03d".formatted(i)), i % labels.size()));
    }
    return new LabelledExamples(examples, labels, id -> pixels(id, strength), database + strength);
  }

  private static PreparedClip pixels(ClipId id, double strength) {
    RandomGenerator random = SeedPath.root(7).child(id.toString()).random();
    float[] pixels = new float[FRAMES * 3 * SIZE * SIZE];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) (strength * random.nextGaussian());
    }
    return new PreparedClip(id, Input.FRAME, FRAMES, SIZE, SIZE, FRAMES - 1, pixels);
  }
}
