package org.macro2micro.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.macro2micro.catalog.Methods;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.config.ExperimentSettings;
import org.macro2micro.config.TableSize;
import org.macro2micro.experiment.Row;
import org.macro2micro.method.FitContext;
import org.macro2micro.method.LabelledExamples;
import org.macro2micro.method.MacroGuide;
import org.macro2micro.method.Method;
import org.macro2micro.method.MethodBlock;
import org.macro2micro.method.NetworkRecognizer;
import org.macro2micro.method.Recognizer;
import org.macro2micro.method.TrainedModel;
import org.macro2micro.method.TrainingData;
import org.macro2micro.method.WorkStore;
import org.macro2micro.nn.ComputeDevice;
import org.macro2micro.nn.EngineStart;
import org.macro2micro.nn.EngineStartException;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreprocessSettings;
import org.macro2micro.seed.SeedPath;

/** What every method of the catalog that a row names must do. */
class MethodContractTest {
  private static final List<String> LAB =
      List.of(
          "micro.lab={subjects: 3, clips: 4, frames: 5, size: 48}",
          "micro.scheme=cde",
          "macro.lab={subjects: 3, clips: 7, frames: 4, size: 48}",
          "macro.held-out-share=0",
          "preprocess.flow-size=48",
          "seed=1");

  @TempDir static Path folder;

  /** Models that were trained so far, for any of these tests. */
  private static final Map<Methods, TrainedModel> TRAINED = new EnumMap<>(Methods.class);

  static Stream<Methods> named() {
    return Arrays.stream(Methods.values()).filter(method -> method != Methods.MACRO_TO_MICRO);
  }

  @ParameterizedTest
  @MethodSource("named")
  void learnsAndPredictsTheSameEachTimeAndFromAStoredModel(Methods method) throws Exception {
    ClipSource micro = prepared(method);
    ExperimentSettings settings = experiment(method, List.of()).settings();
    List<ClipId> ids = List.copyOf(micro.truth().keySet());
    List<ClipId> training = withoutOne(micro);
    TrainedModel first = trained(method);
    TrainedModel second = train(settings, method, micro, training);
    assertThat(second.weights()).isEqualTo(first.weights());
    assertThat(first.labels()).isEqualTo(micro.scheme().labels());

    List<Prediction> predictions = predict(method(settings, method), first, ids, micro);
    assertThat(predictions.stream().map(Prediction::id)).isEqualTo(ids);
    for (Prediction prediction : predictions) {
      assertThat(first.labels()).contains(prediction.label());
      assertThat(prediction.probabilities()).hasSize(first.labels().size());
      assertThat(prediction.probabilities().stream().mapToDouble(p -> p).sum())
          .isBetween(.999, 1.001);
    }
    assertThat(method(settings, method).isExportable())
        .isEqualTo(canBeExported(method(settings, method), first, preparation(settings)));
    // A clip's prediction depends on no other clip.
    List<Prediction> alone = predict(method(settings, method), first, ids.subList(2, 3), micro);
    assertThat(alone.get(0).label()).isEqualTo(predictions.get(2).label());
  }

  @ParameterizedTest
  @MethodSource("named")
  void refusesTheModelOfAnother(Methods method) throws Exception {
    Methods other = method == Methods.STST_NET ? Methods.LBP_TOP : Methods.STST_NET;
    TrainedModel foreign = trained(other);
    Method own = method(experiment(method, List.of()).settings(), method);
    assertThatThrownBy(() -> own.open(foreign)).isInstanceOf(IllegalArgumentException.class);
  }

  /** The methods with a network; all others compute in Java. */
  static Stream<Methods> networked() {
    return named().filter(method -> !method.page().maker().make(block(method)).epochs().isEmpty());
  }

  /** Where there is no card, whatever asks for one says so: the device reaches every network. */
  @ParameterizedTest
  @MethodSource("networked")
  void computesWhereItIsTold(Methods method) throws Exception {
    assumeThat(EngineStart.resolved(ComputeDevice.AUTO)).isEqualTo(ComputeDevice.CPU);
    ExperimentSettings settings = experiment(method, List.of()).settings();
    ClipSource micro = prepared(method);
    List<ClipId> all = List.copyOf(micro.truth().keySet());
    assertThatThrownBy(() -> train(settings, method, micro, all, ComputeDevice.GPU))
        .isInstanceOf(EngineStartException.class)
        .hasMessageContaining("device=gpu: found no card");
    TrainedModel model = trained(method);
    assertThatThrownBy(() -> method(settings, method).open(model, ComputeDevice.GPU))
        .isInstanceOf(EngineStartException.class);
  }

  private static MethodBlock block(Methods method) {
    try {
      return experiment(method, List.of()).settings().block(method.page().name());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** The methods that don't take every input. */
  static Stream<Methods> choosy() {
    return named().filter(method -> method.page().needs().inputs().size() < Input.values().length);
  }

  @ParameterizedTest
  @MethodSource("choosy")
  void saysWhatItNeedsWhenItIsGivenSomethingElse(Methods method) throws Exception {
    boolean takesFlow = method.page().needs().inputs().contains(Input.FLOW);
    boolean takesFrames = method.page().needs().inputs().contains(Input.FRAME);
    List<String> wrong =
        takesFrames
            ? List.of("preprocess.input=normalised-difference", "preprocess.size=40")
            : List.of("preprocess.input=frame");
    ExperimentFile file =
        experiment(
            method, wrong.stream().map(w -> "methods." + method.page().name() + "." + w).toList());
    ClipSource micro = load(file);
    List<ClipId> all = List.copyOf(micro.truth().keySet());
    assertThatThrownBy(() -> train(file.settings(), method, micro, all))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs preprocess.input=")
        .hasMessageContaining(takesFlow ? "flow" : "frame");
  }

  /** A model that was trained on all people but one, when a test asked for it first. */
  private static TrainedModel trained(Methods method) throws Exception {
    TrainedModel known = TRAINED.get(method);
    if (known == null) {
      ClipSource micro = prepared(method);
      ExperimentSettings settings = experiment(method, List.of()).settings();
      known = train(settings, method, micro, withoutOne(micro));
      TRAINED.put(method, known);
    }
    return known;
  }

  private static List<ClipId> withoutOne(ClipSource micro) {
    return micro.truth().keySet().stream()
        .filter(id -> !id.subject().id().equals("sub01"))
        .toList();
  }

  private static ClipSource prepared(Methods method) throws Exception {
    return load(experiment(method, List.of()));
  }

  private static ClipSource load(ExperimentFile file) throws Exception {
    ExperimentSettings settings = file.settings();
    return new SourceLoader(settings, folder, new ReadDatabases(), RunListener.silent(), 1)
        .micro(preparation(settings));
  }

  private static PreprocessSettings preparation(ExperimentSettings settings) {
    return settings.blockOf(settings.rows().get(0)).preprocess();
  }

  private static ExperimentFile experiment(Methods method, List<String> more) throws Exception {
    List<String> assignments = new ArrayList<>(LAB);
    assignments.add("rows=[" + method.page().name() + "]");
    assignments.addAll(more);
    return TableSize.TINY.experiment(assignments);
  }

  private static Method method(ExperimentSettings settings, Methods method) {
    return RowMethods.of(settings, settings.rows()).of(Row.parse(method.page().name()));
  }

  private static TrainedModel train(
      ExperimentSettings settings, Methods named, ClipSource micro, List<ClipId> training)
      throws Exception {
    return train(settings, named, micro, training, ComputeDevice.CPU);
  }

  private static TrainedModel train(
      ExperimentSettings settings,
      Methods named,
      ClipSource micro,
      List<ClipId> training,
      ComputeDevice device)
      throws Exception {
    Method method = method(settings, named);
    SeedPath seed = SeedPath.root(1);
    FitContext context =
        new FitContext(
            seed,
            seed.child("fold"),
            WorkStore.none(),
            (phase, epoch, epochs, losses, norms) -> {},
            null,
            device);
    LabelledExamples examples = micro.examples(training);
    if (!method.isGuided()) {
      return method.train(TrainingData.of(examples), context);
    }
    if (device == ComputeDevice.CPU) {
      assertThatThrownBy(() -> method.train(TrainingData.of(examples), context))
          .hasMessageContaining("name a macro database");
    }
    PreprocessSettings macro = method.macroForm().preparation(preparation(settings));
    ClipSource clips =
        new SourceLoader(settings, folder, new ReadDatabases(), RunListener.silent(), 1)
            .macro(macro, method.macroForm().until());
    MacroGuide guide = new MacroTeacher(settings, clips, micro.scheme()).guide();
    return method.train(TrainingData.of(examples, guide), context);
  }

  private static boolean canBeExported(Method method, TrainedModel model, PreprocessSettings how) {
    try (Recognizer recognizer = method.open(model)) {
      return recognizer instanceof NetworkRecognizer network
          && !network.view().arrays(how).isEmpty();
    }
  }

  private static List<Prediction> predict(
      Method method, TrainedModel model, List<ClipId> ids, ClipSource micro) {
    try (Recognizer recognizer = method.open(model)) {
      return recognizer.predict(ids, micro.pixels()::get);
    }
  }
}
