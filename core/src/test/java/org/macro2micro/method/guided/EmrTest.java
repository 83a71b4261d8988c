package org.macro2micro.method.guided;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macro2micro.clip.ClipId;
import org.macro2micro.method.FitContext;
import org.macro2micro.method.LabelledExamples;
import org.macro2micro.method.MacroGuide;
import org.macro2micro.method.TrainedModel;
import org.macro2micro.method.TrainingData;
import org.macro2micro.method.WorkStore;
import org.macro2micro.nn.NamedParameters;
import org.macro2micro.nn.SeededWeights;
import org.macro2micro.preprocess.Augmentation;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.Example;
import org.macro2micro.train.PhaseSettings;

class EmrTest {
  private NDManager manager;

  @BeforeEach
  void open() {
    manager = NDManager.newBaseManager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  /**
   * ResNet18 has 11,176,512; two regions of 512*64 + 64; heads of 129, 65 and 65 numbers for each
   * of three classes. The discriminator: 129*64, 65*32, 33.
   */
  @Test
  void hasTheParametersOfTheAuthorsCode() {
    Emr network = initialised(224, 64);
    assertThat(trained(network))
        .isEqualTo(11_176_512 + 2 * (512 * 64 + 64) + 3 * (129 + 65 + 65))
        .isEqualTo(11_242_953);
    assertThat(trained(discriminator())).isEqualTo(129 * 64 + 65 * 32 + 33).isEqualTo(10_369);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1000, .4621", "10000, .9999"})
  void theReversalGrowsWithTheStepsOfTheFold(double step, double expected) {
    EmrTraining training = training(settings(Emr.MacroUse.FUSED, 1, 10_000));
    assertThat(training.lambda(step)).isCloseTo(expected, within(5e-5));
  }

  private static EmrTraining training(Emr.Settings settings) {
    return new EmrTraining(null, null, settings, null, null);
  }

  @ParameterizedTest
  @CsvSource({"7, 3", "4, 2", "3, 1", "2, 1"})
  void theUpperFaceIsThreeSeventhsOfTheRows(long rows, long upper) {
    assertThat(Emr.upperRows(rows)).isEqualTo(upper);
  }

  /** Rows 0 to 2 of seven are the upper face. */
  @Test
  void eachRegionSeesItsOwnRows() {
    Emr network = initialised(64, 2);
    Emr.Heads none = heads(network, map(-1));
    for (int row = 0; row < 7; row++) {
      Emr.Heads some = heads(network, map(row));
      boolean upper = row < 3;
      assertThat(same(some.top(), none.top())).as("top, row " + row).isEqualTo(!upper);
      assertThat(same(some.bottom(), none.bottom())).as("bottom, row " + row).isEqualTo(upper);
      assertThat(same(some.both(), none.both())).isFalse();
    }
  }

  private NDArray map(int bright) {
    float[] values = new float[16 * 49];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 49 / 7 == bright ? 1 : 0;
    }
    return manager.create(values, new Shape(1, 16, 7, 7));
  }

  private Emr.Heads heads(Emr network, NDArray map) {
    return network.heads(map, new ParameterStore(manager, false), false, null);
  }

  private static boolean same(NDArray one, NDArray two) {
    return java.util.Arrays.equals(one.toFloatArray(), two.toFloatArray());
  }

  /** The test asks the head of both regions. */
  @Test
  void whatIsTestedIsTheHeadOfBoth() {
    Emr network = initialised(64, 2);
    NDList pictures = new NDList(manager.ones(new Shape(2, 3, 64, 64)));
    ParameterStore store = new ParameterStore(manager, false);
    NDArray scores = network.forward(store, pictures, false).singletonOrThrow();
    assertThat(scores.getShape()).isEqualTo(new Shape(2, 3));
    assertThat(scores.toFloatArray())
        .isEqualTo(network.heads(store, pictures, false, null).both().toFloatArray());
    assertThat(network.getOutputShapes(new Shape[] {new Shape(2, 3, 64, 64)}))
        .containsExactly(new Shape(2, 3));
  }

  @Test
  void learnsWhatTellsTheClassesApart() {
    for (Emr.MacroUse use : Emr.MacroUse.values()) {
      EmrMethod method = method(settings(use, 1, 100));
      TrainedModel model = method.train(ToyExpressions.data(), ToyExpressions.context());
      assertThat(ToyExpressions.accuracy(method.open(model))).as(use.name()).isGreaterThan(.8);
      assertThat(method.train(ToyExpressions.data(), ToyExpressions.context()).weights())
          .isEqualTo(model.weights());
    }
  }

  /** Its clips are neither asked for nor missed, and they would make a difference. */
  @Test
  void theControlSeesNoMacroClip() {
    EmrMethod control = method(settings(Emr.MacroUse.NONE, 1, 100));
    assertThat(control.isGuided()).isFalse();
    TrainingData micro = TrainingData.of(ToyExpressions.data().micro());
    byte[] alone = control.train(micro, ToyExpressions.context()).weights();
    assertThat(control.train(ToyExpressions.data(), ToyExpressions.context()).weights())
        .isEqualTo(alone);
    EmrMethod guided = method(settings(Emr.MacroUse.FUSED, 1, 100));
    assertThat(guided.isGuided()).isTrue();
    assertThat(guided.train(ToyExpressions.data(), ToyExpressions.context()).weights())
        .isNotEqualTo(alone);
    assertThatThrownBy(() -> guided.train(micro, ToyExpressions.context()))
        .hasMessageContaining("emr needs macro-expression clips");
  }

  /** The same clips with other domains: without the discriminator nothing tells. */
  @Test
  void withoutWeightDomainLabelsHaveNoEffect() {
    List<Example> micro = ToyExpressions.examples("microdb", 24, 2);
    TrainingData together = TrainingData.of(labelled(micro));
    TrainingData halves =
        TrainingData.of(
            labelled(micro.subList(0, 12)),
            new MacroGuide(labelled(micro.subList(12, 24)), List.of(0, 1)));
    EmrMethod blind = method(settings(Emr.MacroUse.FUSED, 0, 100));
    byte[] apart = blind.train(halves, ToyExpressions.context()).weights();
    assertThat(
            method(settings(Emr.MacroUse.NONE, 0, 100))
                .train(together, ToyExpressions.context())
                .weights())
        .isEqualTo(apart);
    assertThat(
            method(settings(Emr.MacroUse.FUSED, 1, 100))
                .train(halves, ToyExpressions.context())
                .weights())
        .isNotEqualTo(apart);
  }

  private static LabelledExamples labelled(List<Example> examples) {
    return new LabelledExamples(examples, ToyExpressions.LABELS, ToyExpressions::flow, "a");
  }

  /** Classes without a counterpart are left out; the others have the micro task's numbers. */
  @Test
  void macroClipsTakeTheMicroTasksClasses() {
    BothDomains both = BothDomains.of(ToyExpressions.data(4, 6));
    assertThat(both.micro()).isEqualTo(4);
    assertThat(both.examples().examples())
        .extracting(Example::label)
        .containsExactly(0, 1, 0, 1, 0, 1, 0, 1);
    assertThat(both.examples().labels()).isEqualTo(ToyExpressions.LABELS);
    ClipId macro = both.examples().examples().get(4).id();
    assertThat(macro.subject().database()).isEqualTo("macrodb");
    assertThat(both.examples().pixels().of(macro).pixels())
        .isEqualTo(ToyExpressions.flow(macro).pixels());
  }

  @Test
  void everyTermIsHeard() {
    List<SortedMap<String, Double>> heard = new ArrayList<>();
    SeedPath root = SeedPath.root(1);
    FitContext context =
        new FitContext(
            root,
            root.child("fold"),
            WorkStore.none(),
            (phase, epoch, epochs, losses, norms) -> heard.add(new TreeMap<>(losses)));
    EmrMethod method = method(settings(Emr.MacroUse.FUSED, .5, 100));
    method.train(ToyExpressions.data(), context);
    assertThat(heard).hasSize(method.epochs().get("emr"));
    for (Map<String, Double> losses : heard) {
      assertThat(losses).containsOnlyKeys("c", "top", "bottom", "domain", "total");
      assertThat(losses.get("total"))
          .isCloseTo(
              losses.get("c")
                  + losses.get("top")
                  + losses.get("bottom")
                  + .5 * losses.get("domain"),
              within(1e-4));
    }
  }

  /** Medians 0 and 1: still, still, right by 3 and down by 4; up by one, a fifth as far. */
  @Test
  void readyFlowIsTakenAboutItsMedian() {
    float[] pixels = {0, 0, 3, 0, 1, 1, 5, 0, 0, 0, 0, 0};
    PreparedClip clip = new PreparedClip(ClipId.of("db", "s", "c"), Input.FLOW, 1, 2, 2, 0, pixels);
    float[] picture = picture(FlowPicture.Saturation.APEX).picture(clip);
    assertThat(new float[] {picture[0], picture[4], picture[8]}).containsOnly(0);
    // Full colours: the least of the three is 0, the most the length.
    assertThat(Math.min(picture[2], Math.min(picture[6], picture[10]))).isZero();
    assertThat(Math.max(picture[2], Math.max(picture[6], picture[10]))).isEqualTo(1);
    assertThat(Math.max(picture[3], Math.max(picture[7], picture[11])))
        .isCloseTo(.2f, within(1e-6f));
    FlowPicture view = picture(FlowPicture.Saturation.APEX);
    NDArray image = view.arranged(view.of(manager, List.of(clip))).get(0);
    assertThat(image.getShape()).isEqualTo(new Shape(1, 3, 2, 2));
    for (int i = 0; i < picture.length; i++) {
      assertThat(image.toFloatArray()[i]).isEqualTo(2 * picture[i] - 1);
    }
  }

  /** Frames: the movement from the first to the apex, in the apex's own saturation. */
  @Test
  void framesGiveFlowAndSaturation() {
    int side = 32;
    float[] pixels = new float[2 * 3 * side * side];
    for (int i = 0; i < pixels.length; i++) {
      int x = i % side;
      int y = i / side % side;
      boolean apex = i >= pixels.length / 2;
      double at = apex && y > side / 2 ? x - 1 : x;
      double grey = .5 + .2 * Math.sin(.7 * at) + .2 * Math.sin(.5 * y + .3 * at);
      boolean blue = i / (side * side) % 3 == 2;
      pixels[i] = (float) (blue ? grey / 2 : grey);
    }
    PreparedClip clip =
        new PreparedClip(ClipId.of("db", "s", "c"), Input.FRAME, 2, side, side, 1, pixels);
    float[] full = picture(FlowPicture.Saturation.FULL).picture(clip);
    float[] own = picture(FlowPicture.Saturation.APEX).picture(clip);
    int moving = 26 * side + side / 2;
    int plane = side * side;
    // A movement to the right is red; half of what red lacks comes back, as the apex is half
    // saturated.
    assertThat(full[moving]).isGreaterThan(.6f);
    assertThat(full[moving + plane]).isLessThan(.25f);
    assertThat(own[moving + plane] + own[moving + 2 * plane])
        .isCloseTo(
            (full[moving + plane] + full[moving + 2 * plane]) / 2 + full[moving], within(1e-4f));
    assertThat(full[3 * side + side / 2]).isLessThan(.2f);
  }

  private static FlowPicture picture(FlowPicture.Saturation saturation) {
    return new FlowPicture(2, FlowPicture.Flow.FARNEBACK, saturation);
  }

  @Test
  void saysWhatItNeeds() {
    assertThatThrownBy(() -> settings(Emr.MacroUse.FUSED, 1, 0))
        .hasMessageContaining("ramp, domain-weight: found 0, 1.0");
    assertThatThrownBy(() -> settings(32, 4, Emr.MacroUse.FUSED, 1, 1))
        .hasMessageContaining("side: found 32, expected at least 33");
    FlowPicture view = picture(FlowPicture.Saturation.FULL);
    ClipId id = ClipId.of("microdb", "s", "c001");
    assertThatThrownBy(
            () -> view.require("emr", ToyExpressions.clip(id, Input.NORMALISED_DIFFERENCE)))
        .hasMessageContaining("needs preprocess.input=frame or flow");
    PreparedClip still = new PreparedClip(id, Input.FRAME, 1, 2, 2, 0, new float[12]);
    assertThatThrownBy(() -> view.require("emr", still))
        .hasMessageContaining("needs preprocess.frames of at least 2");
  }

  private static EmrMethod method(Emr.Settings settings) {
    return new EmrMethod("emr", settings, Augmentation.none());
  }

  private static Emr.Settings settings(Emr.MacroUse use, double domainWeight, int ramp) {
    return settings(ToyExpressions.SIDE, 4, use, domainWeight, ramp);
  }

  private static Emr.Settings settings(
      int side, int width, Emr.MacroUse use, double domainWeight, int ramp) {
    return new Emr.Settings(
        new PhaseSettings(8, 8, 3e-3, PhaseSettings.Schedule.CONSTANT, 1e-6),
        use,
        .5,
        1,
        FlowPicture.Flow.FARNEBACK,
        FlowPicture.Saturation.APEX,
        side,
        width,
        domainWeight,
        ramp,
        1,
        1);
  }

  private Emr initialised(int side, int width) {
    Emr network = new Emr(3, settings(side, width, Emr.MacroUse.FUSED, 1, 1));
    network.start().initialize(network, manager, SeedPath.root(1), network.view(1).shapes());
    return network;
  }

  private Block discriminator() {
    Block discriminator = Emr.discriminator();
    SeededWeights.TORCHVISION.initialize(
        discriminator, manager, SeedPath.root(1), Emr.regionShape());
    return discriminator;
  }

  private static long trained(Block network) {
    return NamedParameters.of(network).values().stream()
        .filter(Parameter::requiresGradient)
        .mapToLong(parameter -> parameter.getArray().size())
        .sum();
  }
}
