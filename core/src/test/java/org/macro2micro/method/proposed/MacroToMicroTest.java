package org.macro2micro.method.proposed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.util.DoubleComparator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.loss.ContrastiveLoss;
import org.macro2micro.loss.LossTerm;
import org.macro2micro.method.FitContext;
import org.macro2micro.method.LabelledExamples;
import org.macro2micro.method.MacroGuide;
import org.macro2micro.method.NotedWork;
import org.macro2micro.method.Recognizer;
import org.macro2micro.method.TrainingData;
import org.macro2micro.method.WorkStore;
import org.macro2micro.model.TwoStreamSettings;
import org.macro2micro.nn.GradientReversal;
import org.macro2micro.nn.SafetensorsFile;
import org.macro2micro.nn.TorchvisionTrunk;
import org.macro2micro.parity.HashedNumbers;
import org.macro2micro.parity.TorchvisionFile;
import org.macro2micro.preprocess.Augmentation;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.Example;
import org.macro2micro.train.Phase;
import org.macro2micro.train.PhaseSettings;
import org.macro2micro.train.TrainListener;

class MacroToMicroTest {
  private static final Set<LossTerm> ALL = EnumSet.allOf(LossTerm.class);
  private static final Set<LossTerm> BASELINE = EnumSet.of(LossTerm.CLASSIFICATION);
  private static final int SIZE = 24;
  private static final int FRAMES = 4;
  private static final PhaseSettings NONE =
      new PhaseSettings(0, 4, 1e-3, PhaseSettings.Schedule.CONSTANT, 0);

  /** Keeps phases 1 and 2 for later fits. {@link #rowsShareTheirPieces} shows that results stay. */
  private static final WorkStore SHARED = new NotedWork();

  /** What a fit of all terms with seed 1 and no store predicts. */
  private static List<Prediction> all = List.of();

  /** What a fit of L_c with seed 1 predicts. */
  private static List<Prediction> baseline = List.of();

  @BeforeAll
  static void fitOnce() {
    all = predictions(fit(ALL, WorkStore.none()));
    baseline = predictions(fit(BASELINE, SHARED));
  }

  @Test
  void learnsWhatTellsTheClassesApart() {
    assertThat(accuracy(baseline)).isGreaterThan(.8);
    assertThat(accuracy(all)).isGreaterThan(.8);
  }

  @Test
  void theSameSeedGivesTheSamePredictionsAndAnotherOneOthers() {
    assertThat(predictions(fit(ALL, WorkStore.none()))).isEqualTo(all);
    assertThat(predictions(fit(ALL, SHARED, 2))).isNotEqualTo(all);
  }

  @Test
  void aClipIsPredictedAloneAsAmongOthers() {
    try (Recognizer recognizer = fit(ALL, SHARED)) {
      assertThat(recognizer.predict(List.of(all.get(7).id()), MacroToMicroTest::pixels))
          .usingRecursiveComparison()
          .withComparatorForType(new DoubleComparator(1e-5), Double.class)
          .isEqualTo(all.subList(7, 8));
    }
  }

  @Test
  void everyTermIsHeardAndMovesTheTrunks() {
    Map<Phase, Map<String, Double>> losses = new EnumMap<>(Phase.class);
    Map<Phase, Map<String, Double>> norms = new EnumMap<>(Phase.class);
    TrainListener listener =
        (phase, epoch, epochs, l, n) -> {
          losses.put(phase, l);
          norms.putIfAbsent(phase, n);
        };
    FitContext context =
        new FitContext(
            SeedPath.root(1), SeedPath.root(1).child("fold"), WorkStore.none(), listener);
    new MacroToMicro(settings(), Augmentation.none(), ALL, true).fit(data(), context).close();
    assertThat(losses).containsOnlyKeys(Phase.MACRO, Phase.MICRO, Phase.TRANSFER);
    assertThat(losses.get(Phase.TRANSFER)).containsOnlyKeys(with("total"));
    assertThat(norms.get(Phase.TRANSFER)).containsOnlyKeys(with());
    assertThat(norms.get(Phase.TRANSFER).values())
        .allSatisfy(norm -> assertThat(norm).isPositive());
  }

  @Test
  void rowsShareTheirPieces() {
    NotedWork store = new NotedWork();
    fit(BASELINE, store).close();
    assertThat(store.done()).containsExactly(Phase.MICRO);
    List<Prediction> shared = predictions(fit(ALL, store));
    assertThat(store.done()).containsExactly(Phase.MICRO, Phase.MACRO);
    assertThat(shared).isEqualTo(all);
  }

  @Test
  void startingFromMaNetIsAnotherStart() {
    MacroToMicroSettings s = settings();
    MacroToMicroSettings fromMaNet =
        new MacroToMicroSettings(
            s.network(),
            start(MacroToMicroSettings.Start.MANET),
            new MacroToMicroSettings.Phases(s.phases().macro(), NONE, s.phases().transfer()),
            s.transfer(),
            0);
    List<Prediction> started =
        predictions(
            new MacroToMicro(fromMaNet, Augmentation.none(), BASELINE, false)
                .fit(data(), context(SHARED, 1)));
    assertThat(started).isNotEqualTo(baseline);
  }

  /**
   * Frozen, MaNet is the same whatever the row; trained along, it moves, and so does the result.
   */
  @Test
  void maNetMovesOnlyIfItIsTrainedAlong() {
    MacroToMicroSettings s = settings();
    MacroToMicroSettings along =
        new MacroToMicroSettings(
            s.network(),
            s.init(),
            s.phases(),
            transfer(TransferSettings.Unmatched.NEGATIVES, true),
            1);
    Map<Phase, Map<String, Double>> norms = new EnumMap<>(Phase.class);
    TrainListener listener = (phase, epoch, epochs, losses, n) -> norms.put(phase, n);
    SeedPath root = SeedPath.root(1);
    FitContext context = new FitContext(root, root.child("fold"), SHARED, listener);
    MacroToMicro method = new MacroToMicro(along, Augmentation.none(), ALL, true);
    List<Prediction> moved = predictions(method.fit(data(), context));
    assertThat(norms.get(Phase.TRANSFER)).containsOnlyKeys(with());
    assertThat(predictions(method.fit(data(), context))).isEqualTo(moved);
    assertThat(moved).isNotEqualTo(all);
    // The terms that see no map of MaNet's leave it where it was.
    Recognizer alone =
        new MacroToMicro(along, Augmentation.none(), BASELINE, true).fit(data(), context);
    Recognizer frozen =
        new MacroToMicro(s, Augmentation.none(), BASELINE, true).fit(data(), context);
    assertThat(predictions(alone)).isEqualTo(predictions(frozen));
  }

  @Test
  void trunksStartFromAFileWhereTheyAreMeantTo() {
    TorchvisionTrunk file = TorchvisionTrunk.read("resnet18", TorchvisionFile.bytes());
    Map<InitialTrunks.Trunks, MacroToMicroSettings.Start> cases =
        Map.of(
            InitialTrunks.Trunks.BOTH, MacroToMicroSettings.Start.RANDOM,
            InitialTrunks.Trunks.TEMPORAL, MacroToMicroSettings.Start.MANET);
    float[] expected = HashedNumbers.weight("layer4.1.bn2.running_var", new Shape(512));
    cases.forEach(
        (trunks, start) -> {
          Map<Phase, byte[]> kept = new EnumMap<>(Phase.class);
          WorkStore store =
              (phase, key, work) -> {
                assertThat(key).contains(trunks + " " + file.digest());
                byte[] weights = work.get();
                kept.put(phase, weights);
                return weights;
              };
          new MacroToMicro(
                  untrained(start),
                  Augmentation.none(),
                  BASELINE,
                  false,
                  new InitialTrunks(file, trunks))
              .train(data(), context(store, 1));
          assertThat(kept).containsKey(Phase.MICRO);
          assertThat(kept.containsKey(Phase.MACRO))
              .isEqualTo(start == MacroToMicroSettings.Start.MANET);
          for (byte[] weights : kept.values()) {
            SafetensorsFile network = SafetensorsFile.of("network", weights);
            for (String trunk : List.of("spatial", "temporal")) {
              String name = trunk + ".layer4.1.bn2.running_var";
              boolean started = Arrays.equals(network.floats(name, new Shape(512)), expected);
              assertThat(started)
                  .as(trunks + " " + trunk)
                  .isEqualTo(trunks.names().contains(trunk));
            }
          }
        });
  }

  @Test
  void weightsOfAnotherWidthAreRefused() {
    InitialTrunks file =
        new InitialTrunks(
            TorchvisionTrunk.read("resnet18", TorchvisionFile.bytes()), InitialTrunks.Trunks.BOTH);
    assertThatThrownBy(
            () ->
                new MacroToMicro(settings(), Augmentation.none(), BASELINE, false, file)
                    .train(data(), context(WorkStore.none(), 1)))
        .hasMessageContaining("they fit network.width 64 only");
  }

  /** The paper's width, and no training in any phase. */
  private static MacroToMicroSettings untrained(MacroToMicroSettings.Start start) {
    return new MacroToMicroSettings(
        new TwoStreamSettings(64, TwoStreamSettings.Fusion.CONCAT, 2, 8),
        start(start),
        new MacroToMicroSettings.Phases(NONE, NONE, NONE),
        settings().transfer(),
        0);
  }

  @Test
  void maNetRecognisesMacroExpressions() {
    Recognizer maNet =
        new MacroToMicro(settings(), Augmentation.none(), ALL, true)
            .maNet(data(), context(SHARED, 1));
    List<ClipId> clips = ids("macrodb", 100, 20);
    List<Prediction> predictions = maNet.predict(clips, MacroToMicroTest::pixels);
    maNet.close();
    assertThat(predictions.stream().filter(p -> p.label().equals(macroLabel(p.id()))).count())
        .isGreaterThan(14);
  }

  @Test
  void saysWhatIsMissing() {
    TrainingData noMacro = TrainingData.of(data().micro());
    assertThatThrownBy(
            () ->
                new MacroToMicro(settings(), Augmentation.none(), ALL, true)
                    .fit(noMacro, context(WorkStore.none(), 1)))
        .hasMessageContaining("name a macro database");
    assertThatThrownBy(
            () ->
                new MacroToMicro(
                    settings(), Augmentation.none(), EnumSet.of(LossTerm.CONTRASTIVE), true))
        .hasMessageContaining("L_c is missing");
    TrainingData strangers =
        TrainingData.of(
            data().micro(),
            new MacroGuide(data().requireGuide("test").examples(), List.of(-1, -1)));
    MacroToMicroSettings s = settings();
    MacroToMicroSettings leaveOut =
        new MacroToMicroSettings(
            s.network(),
            s.init(),
            s.phases(),
            transfer(TransferSettings.Unmatched.LEFT_OUT, false),
            0);
    assertThatThrownBy(
            () ->
                new MacroToMicro(leaveOut, Augmentation.none(), ALL, true)
                    .fit(strangers, context(WorkStore.none(), 1)))
        .hasMessageContaining("no counterpart");
  }

  /** The symbols of all terms, and others. */
  private static String[] with(String... others) {
    return Stream.concat(ALL.stream().map(LossTerm::symbol), Stream.of(others))
        .toArray(String[]::new);
  }

  private static Recognizer fit(Set<LossTerm> row, WorkStore store) {
    return fit(row, store, 1);
  }

  private static Recognizer fit(Set<LossTerm> row, WorkStore store, long seed) {
    return new MacroToMicro(settings(), Augmentation.none(), row, row.size() > 1)
        .fit(data(), context(store, seed));
  }

  private static FitContext context(WorkStore store, long seed) {
    SeedPath root = SeedPath.root(seed);
    return new FitContext(root, root.child("fold"), store, TrainListener.silent());
  }

  private static MacroToMicroSettings settings() {
    return new MacroToMicroSettings(
        new TwoStreamSettings(4, TwoStreamSettings.Fusion.CONCAT, 2, 8),
        start(MacroToMicroSettings.Start.RANDOM),
        new MacroToMicroSettings.Phases(
            new PhaseSettings(6, 8, 3e-3, PhaseSettings.Schedule.CONSTANT, 0),
            new PhaseSettings(8, 8, 3e-3, PhaseSettings.Schedule.CONSTANT, 0),
            new PhaseSettings(2, 8, 1e-3, PhaseSettings.Schedule.CONSTANT, 1e-4)),
        transfer(TransferSettings.Unmatched.NEGATIVES, false),
        1);
  }

  private static MacroToMicroSettings.Init start(MacroToMicroSettings.Start from) {
    return new MacroToMicroSettings.Init(from, null, InitialTrunks.Trunks.BOTH);
  }

  private static TransferSettings transfer(
      TransferSettings.Unmatched unmatched, boolean trainMacro) {
    return new TransferSettings(
        TransferSettings.paperWeights(),
        new ContrastiveLoss(.5, ContrastiveLoss.Reduction.MEAN_OVER_POSITIVE_PAIRS),
        GradientReversal.Schedule.CONSTANT,
        unmatched,
        TransferSettings.MacroDraw.UNIFORM,
        TransferSettings.Statistics.BATCH,
        trainMacro);
  }

  private static TrainingData data() {
    List<Example> micro = new ArrayList<>();
    ids("microdb", 0, 24).forEach(id -> micro.add(new Example(id, number(id) % 2)));
    List<Example> macro = new ArrayList<>();
    ids("macrodb", 0, 24).forEach(id -> macro.add(new Example(id, number(id) % 2)));
    return TrainingData.of(
        new LabelledExamples(micro, List.of("left", "right"), MacroToMicroTest::pixels, "a"),
        new MacroGuide(
            new LabelledExamples(macro, List.of("west", "east"), MacroToMicroTest::pixels, "b"),
            List.of(0, 1)));
  }

  private static double accuracy(List<Prediction> predictions) {
    long right =
        predictions.stream()
            .filter(p -> p.label().equals(number(p.id()) % 2 == 0 ? "left" : "right"))
            .count();
    return (double) right / predictions.size();
  }

  private static List<Prediction> predictions(Recognizer recognizer) {
    try (recognizer) {
      List<ClipId> clips = ids("microdb", 100, 20);
      List<Prediction> predictions = recognizer.predict(clips, MacroToMicroTest::pixels);
      assertThat(predictions).extracting(Prediction::id).isEqualTo(clips);
      assertThat(predictions)
          .allSatisfy(
              p ->
                  assertThat(p.probabilities().stream().mapToDouble(x -> x).sum())
                      .isCloseTo(1, org.assertj.core.api.Assertions.within(1e-5)));
      return predictions;
    }
  }

  private static List<ClipId> ids(String database, int from, int count) {
    Set<ClipId> ids = new TreeSet<>();
    for (int i = from; i < from + count; i++) {
      ids.add(ClipId.of(database, "s", "c%03d".formatted(i)));
    }
    return List.copyOf(ids);
  }

  private static int number(ClipId id) {
    return Integer.parseInt(id.name().substring(1));
  }

  private static String macroLabel(ClipId id) {
    return number(id) % 2 == 0 ? "west" : "east";
  }

  /** A bright half that grows from frame to frame, left or right by class, over noise. */
  private static PreparedClip pixels(ClipId id) {
    var random = SeedPath.root(7).child(id.toString()).random();
    double strength = id.subject().database().equals("macrodb") ? 1 : .5;
    float[] pixels = new float[FRAMES * 3 * SIZE * SIZE];
    int at = 0;
    for (int t = 0; t < FRAMES; t++) {
      for (int c = 0; c < 3; c++) {
        for (int y = 0; y < SIZE; y++) {
          for (int x = 0; x < SIZE; x++) {
            boolean bright = (x < SIZE / 2) == (number(id) % 2 == 0);
            double signal = bright ? strength * t / (FRAMES - 1) : 0;
            pixels[at++] = (float) (signal + .2 * random.nextGaussian());
          }
        }
      }
    }
    return new PreparedClip(id, Input.FRAME, FRAMES, SIZE, SIZE, FRAMES - 1, pixels);
  }
}
