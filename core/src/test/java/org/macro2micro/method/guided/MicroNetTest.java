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
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macro2micro.method.FitContext;
import org.macro2micro.method.MacroGuide;
import org.macro2micro.method.NotedWork;
import org.macro2micro.method.TrainedModel;
import org.macro2micro.method.TrainingClips;
import org.macro2micro.method.TrainingData;
import org.macro2micro.method.WorkStore;
import org.macro2micro.nn.ComputeDevice;
import org.macro2micro.nn.FrozenParameters;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.nn.NamedParameters;
import org.macro2micro.nn.SeededWeights;
import org.macro2micro.preprocess.Augmentation;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.Phase;
import org.macro2micro.train.PhaseSettings;
import org.macro2micro.train.TrainListener;

class MicroNetTest {
  private static final MicroNet.Weights PAPER = new MicroNet.Weights(.1, .1, .1, 1e-3, 1e-3, 1e-3);
  private static final MicroNet.Weights NOTHING = new MicroNet.Weights(0, 0, 0, 0, 0, 0);

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
   * ONE on a map of 512: 512*512*9, scale and shift of 512, 513*128, 129. THREE on one of 128:
   * 2*128*128*9 + 128*64*9, scale and shift of 128, 128 and 64, 65.
   */
  @ParameterizedTest
  @CsvSource({"ONE, 512, 7, 2426113", "THREE, 128, 28, 369345"})
  void discriminatorsHaveTheParametersOfTheAuthorsCode(
      MapDiscriminator.Form form, int channels, int side, long expected) {
    MapDiscriminator discriminator = new MapDiscriminator(form, channels);
    Shape map = new Shape(2, channels, side, side);
    SeededWeights.TORCHVISION.initialize(discriminator, manager, SeedPath.root(1), map);
    assertThat(trained(discriminator)).isEqualTo(expected);
    NDArray scores = forward(discriminator, manager.randomNormal(map));
    assertThat(scores.getShape()).isEqualTo(new Shape(2, 1));
  }

  /** No ReLU stands before the sigmoid: scores fall below 0, and so D below .5. */
  @Test
  void aDiscriminatorCanSayNo() {
    MapDiscriminator discriminator = new MapDiscriminator(MapDiscriminator.Form.ONE, 4);
    SeededWeights.TORCHVISION.initialize(
        discriminator, manager, SeedPath.root(1), new Shape(1, 4, 1, 1));
    NamedParameters.of(discriminator).get("fc.bias").getArray().set(new float[] {-100});
    assertThat(forward(discriminator, manager.ones(new Shape(1, 4, 1, 1))).getFloat(0))
        .isLessThan(-90);
  }

  /** 512 to 256 channels by 3x3 and its normalisation, after ResNet18; 257 numbers for a class. */
  @Test
  void hasATrunkABranchAndAClassifier() {
    MicroNet network = new MicroNet(3, settings(MicroNet.MacroUse.GUIDE, PAPER, 224, 64));
    network.start().initialize(network, manager, SeedPath.root(1), network.view(1).shapes());
    assertThat(trained(network)).isEqualTo(11_176_512 + 512 * 256 * 9 + 2 * 256 + 3 * 257);
    assertThat(network.mapShape()).isEqualTo(new Shape(1, 512, 7, 7));
    assertThat(network.embeddingShape()).isEqualTo(new Shape(1, 256, 7, 7));
  }

  @Test
  void theDecoderDoublesFiveTimes() {
    Decoder decoder = new Decoder(8);
    Shape map = new Shape(2, 16, 2, 2);
    SeededWeights.TORCHVISION.initialize(decoder, manager, SeedPath.root(1), map);
    NDArray picture = forward(decoder, manager.ones(map));
    assertThat(picture.getShape()).isEqualTo(new Shape(2, 3, 64, 64));
    assertThat(decoder.getOutputShapes(new Shape[] {map})).containsExactly(picture.getShape());
    Decoder whole = new Decoder(256);
    SeededWeights.TORCHVISION.initialize(whole, manager, SeedPath.root(1), new Shape(1, 512, 7, 7));
    // 9 times 512*256, 256*128, 128*64, 64*32, 32*16.
    assertThat(
            IntStream.range(0, 5)
                .mapToLong(
                    i -> NamedParameters.of(whole).get("conv" + i + ".weight").getArray().size()))
        .containsExactly(1_179_648L, 294_912L, 73_728L, 18_432L, 4_608L);
    NDArray small = manager.create(new float[] {1, 2, 3, 4}, new Shape(1, 1, 2, 2));
    assertThat(Decoder.doubled(small).toFloatArray())
        .containsExactly(1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4);
  }

  /** A pass with frozen parameters moves what comes in, and nothing of the network. */
  @Test
  void frozenParametersGetNoGradient() {
    Branch branch = new Branch(2);
    Shape map = new Shape(2, 3, 2, 2);
    SeededWeights.TORCHVISION.initialize(branch, manager, SeedPath.root(1), map);
    NDArray in = manager.randomNormal(map);
    in.setRequiresGradient(true);
    NDArray weight = NamedParameters.of(branch).get("conv.weight").getArray();
    for (boolean frozen : new boolean[] {true, false}) {
      try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
        ParameterStore store =
            frozen ? new FrozenParameters(manager) : new ParameterStore(manager, false);
        NDArray out = branch.forward(store, new NDList(in), true).singletonOrThrow();
        collector.backward(out.square().sum());
        assertThat(in.getGradient().abs().sum().getFloat()).isPositive();
        assertThat(weight.getGradient().abs().sum().getFloat() > 0).isEqualTo(!frozen);
      }
    }
  }

  @Test
  void learnsWhatTellsTheClassesApart() {
    for (MicroNet.MacroUse use : MicroNet.MacroUse.values()) {
      MicroNetMethod method = method(use, PAPER);
      TrainedModel model = method.train(ToyExpressions.data(), ToyExpressions.context());
      assertThat(ToyExpressions.accuracy(method.open(model))).as(use.name()).isGreaterThan(.7);
      assertThat(method(use, PAPER).train(ToyExpressions.data(), ToyExpressions.context()))
          .extracting(TrainedModel::weights)
          .isEqualTo(model.weights());
    }
  }

  /** Trained once for two folds; what is kept stays as it is. */
  @Test
  void theMacroNetworkIsTrainedOnceAndKept() {
    NotedWork store = new NotedWork();
    MicroNetMethod method = method(MicroNet.MacroUse.GUIDE, PAPER);
    method.learnShared(ToyExpressions.data(), ToyExpressions.context(store));
    assertThat(store.done()).containsExactly(Phase.MACRO);
    byte[] before = store.kept().get(0).clone();
    SeedPath root = SeedPath.root(1);
    for (String fold : List.of("a", "b")) {
      FitContext context = new FitContext(root, root.child(fold), store, TrainListener.silent());
      method.train(ToyExpressions.data(), context);
      method(MicroNet.MacroUse.GUIDE, PAPER).train(ToyExpressions.data(), context);
    }
    assertThat(store.done()).containsExactly(Phase.MACRO);
    assertThat(store.kept()).hasSize(1);
    assertThat(store.kept().get(0)).isEqualTo(before);
  }

  /** Without weights the clips of the other domain change no bit. */
  @Test
  void withoutWeightsItIsTheClassificationAlone() {
    byte[] alone =
        method(MicroNet.MacroUse.NONE, NOTHING)
            .train(TrainingData.of(ToyExpressions.data().micro()), ToyExpressions.context())
            .weights();
    MicroNetMethod weightless = method(MicroNet.MacroUse.GUIDE, NOTHING);
    assertThat(weightless.isGuided()).isFalse();
    assertThat(weightless.train(ToyExpressions.data(), ToyExpressions.context()).weights())
        .isEqualTo(alone);
    assertThat(transferred(NOTHING, true)).isEqualTo(transferred(NOTHING, false));
    for (MicroNet.Weights one :
        List.of(
            new MicroNet.Weights(0, 0, 0, 1, 0, 0),
            new MicroNet.Weights(0, 0, 0, 0, 1, 0),
            new MicroNet.Weights(0, 0, 0, 0, 0, 1))) {
      assertThat(transferred(one, true)).isNotEqualTo(transferred(one, false));
    }
  }

  /** Phase 2 alone, with the macro network's word or without. */
  private static byte[] transferred(MicroNet.Weights weights, boolean guided) {
    MicroNet.Settings settings = settings(MicroNet.MacroUse.GUIDE, weights, 32, 4);
    TrainingData data = ToyExpressions.data();
    try (LoadedNetwork<MicroNet> micro = random(settings, 2);
        LoadedNetwork<MicroNet> macro = random(settings, 3)) {
      Optional<FrozenExpressions> frozen =
          guided
              ? Optional.of(FrozenExpressions.of(macro, data.requireGuide("test")))
              : Optional.empty();
      byte[] before = macro.weights();
      new GuidedExpressions(
              micro, settings, new TrainingClips(data.micro(), Augmentation.none()), frozen)
          .run(SeedPath.root(2), TrainListener.silent());
      assertThat(macro.weights()).isEqualTo(before);
      return micro.weights();
    }
  }

  private static LoadedNetwork<MicroNet> random(MicroNet.Settings settings, int classes) {
    MicroNet network = new MicroNet(classes, settings);
    return LoadedNetwork.random(
        ComputeDevice.CPU, network, network.start(), SeedPath.root(1), network.view(1).shapes());
  }

  /** Each loss of phase 1 moves the network. */
  @Test
  void everyLossOfPhaseOneMatters() {
    byte[] none = apart(NOTHING);
    assertThat(apart(new MicroNet.Weights(.1, 0, 0, 0, 0, 0))).isNotEqualTo(none);
    assertThat(apart(new MicroNet.Weights(0, .1, 0, 0, 0, 0))).isNotEqualTo(none);
    assertThat(apart(new MicroNet.Weights(0, 0, .1, 0, 0, 0))).isNotEqualTo(none);
  }

  private static byte[] apart(MicroNet.Weights weights) {
    return method(MicroNet.MacroUse.NONE, weights)
        .train(ToyExpressions.data(), ToyExpressions.context())
        .weights();
  }

  @Test
  void everyTermIsHeardInItsPhase() {
    Map<Phase, SortedMap<String, Double>> heard = new EnumMap<>(Phase.class);
    SeedPath root = SeedPath.root(1);
    FitContext context =
        new FitContext(
            root,
            root.child("fold"),
            WorkStore.none(),
            (phase, epoch, epochs, losses, norms) -> heard.put(phase, losses));
    method(MicroNet.MacroUse.GUIDE, PAPER).train(ToyExpressions.data(), context);
    for (Phase phase : List.of(Phase.MACRO, Phase.MICRO)) {
      SortedMap<String, Double> losses = heard.get(phase);
      assertThat(losses).containsOnlyKeys("c", "reconstruction", "identity", "person", "total");
      assertThat(losses.get("total"))
          .isCloseTo(
              losses.get("c")
                  + .1
                      * (losses.get("reconstruction")
                          + losses.get("identity")
                          + losses.get("person")),
              within(1e-4));
    }
    SortedMap<String, Double> last = heard.get(Phase.TRANSFER);
    assertThat(last)
        .containsOnlyKeys("c", "triplet", "adversarial", "discriminator", "inequality", "total");
    assertThat(last.get("total"))
        .isCloseTo(
            last.get("c")
                + last.get("discriminator")
                + .001 * (last.get("triplet") + last.get("adversarial") + last.get("inequality")),
            within(1e-4));
  }

  @Test
  void theControlSeesNoMacroClip() {
    MicroNetMethod control = method(MicroNet.MacroUse.NONE, PAPER);
    assertThat(control.isGuided()).isFalse();
    TrainingData micro = TrainingData.of(ToyExpressions.data().micro());
    byte[] alone = control.train(micro, ToyExpressions.context()).weights();
    assertThat(control.train(ToyExpressions.data(), ToyExpressions.context()).weights())
        .isEqualTo(alone);
    assertThatThrownBy(
            () -> method(MicroNet.MacroUse.GUIDE, PAPER).train(micro, ToyExpressions.context()))
        .hasMessageContaining("micronet needs macro-expression clips");
  }

  /** Three of nine macro clips have no counterpart; classes 0 and 1 have three each. */
  @Test
  void macroClipsStandForTheirCounterparts() {
    MacroGuide guide = ToyExpressions.data(4, 9).requireGuide("test");
    MicroNet.Settings settings = settings(MicroNet.MacroUse.GUIDE, PAPER, 32, 4);
    try (LoadedNetwork<MicroNet> macro = random(settings, 3)) {
      byte[] before = macro.weights();
      FrozenExpressions frozen = FrozenExpressions.of(macro, guide);
      assertThat(macro.weights()).isEqualTo(before);
      List<Integer> drawn = frozen.draw(List.of(0, 1, 2, 0), SeedPath.root(1).random());
      // Clips are high, low, far in turn; far ones have no place.
      assertThat(List.of(drawn.get(0), drawn.get(3))).isSubsetOf(0, 2, 4);
      assertThat(drawn.get(1)).isIn(1, 3, 5);
      assertThat(drawn.get(2)).isEqualTo(-1);
      NDArray embeddings = frozen.embeddings(manager, List.of(0, 5));
      assertThat(embeddings.getShape()).isEqualTo(new Shape(2, 16, 1, 1));
      // The loss is that of the macro network's own scores of the macro clip's own class.
      MicroNet network = macro.network();
      NDArray scores =
          network.classify(new ParameterStore(manager, false), embeddings, false).softmax(1);
      float[] losses = frozen.losses(manager, List.of(0, 5)).toFloatArray();
      assertThat(losses[0]).isCloseTo((float) -Math.log(scores.getFloat(0, 0)), within(1e-4f));
      assertThat(losses[1]).isCloseTo((float) -Math.log(scores.getFloat(1, 1)), within(1e-4f));
    }
  }

  @Test
  void negativesAreOfAnotherClass() {
    List<Integer> classes = List.of(0, 1, 0, 2);
    for (int seed = 0; seed < 20; seed++) {
      List<Integer> drawn = GuidedExpressions.negatives(classes, SeedPath.root(seed).random());
      for (int i = 0; i < drawn.size(); i++) {
        assertThat(classes.get(drawn.get(i))).isNotEqualTo(classes.get(i));
      }
    }
    assertThat(GuidedExpressions.negatives(List.of(1, 1), SeedPath.root(1).random()))
        .containsExactly(-1, -1);
  }

  @Test
  void saysWhatItNeeds() {
    assertThatThrownBy(() -> settings(MicroNet.MacroUse.NONE, PAPER, 40, 4))
        .hasMessageContaining("side: found 40, expected a multiple of 32");
    assertThatThrownBy(() -> new MicroNet.Weights(-1, 0, 0, 0, 0, 0))
        .hasMessageContaining("weights: found -1.0, expected at least 0");
  }

  private static MicroNetMethod method(MicroNet.MacroUse use, MicroNet.Weights weights) {
    return new MicroNetMethod("micronet", settings(use, weights, 32, 4), Augmentation.none());
  }

  private static MicroNet.Settings settings(
      MicroNet.MacroUse use, MicroNet.Weights weights, int side, int width) {
    return new MicroNet.Settings(
        new MicroNet.Phases(phase(2), phase(6), phase(3)),
        use,
        weights,
        1,
        .1,
        MapDiscriminator.Form.ONE,
        2,
        side,
        width);
  }

  private static PhaseSettings phase(int epochs) {
    return new PhaseSettings(epochs, 8, 3e-3, PhaseSettings.Schedule.CONSTANT, 1e-4);
  }

  private NDArray forward(Block block, NDArray in) {
    return block
        .forward(new ParameterStore(manager, false), new NDList(in), false)
        .singletonOrThrow();
  }

  private static long trained(Block network) {
    return NamedParameters.of(network).values().stream()
        .filter(Parameter::requiresGradient)
        .mapToLong(parameter -> parameter.getArray().size())
        .sum();
  }
}
