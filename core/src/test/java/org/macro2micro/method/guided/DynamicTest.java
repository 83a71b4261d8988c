package org.macro2micro.method.guided;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.UnitChoice;
import org.macro2micro.clip.UnitCode;
import org.macro2micro.clip.UnitCoding;
import org.macro2micro.loss.HintLoss;
import org.macro2micro.method.FitContext;
import org.macro2micro.method.LabelledExamples;
import org.macro2micro.method.MacroGuide;
import org.macro2micro.method.NotedWork;
import org.macro2micro.method.TrainedModel;
import org.macro2micro.method.TrainingClips;
import org.macro2micro.method.TrainingData;
import org.macro2micro.method.WorkStore;
import org.macro2micro.method.deep.DeepMethod;
import org.macro2micro.method.deep.DeepSettings;
import org.macro2micro.method.handcrafted.SvmSettings;
import org.macro2micro.nn.ComputeDevice;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.nn.NamedParameters;
import org.macro2micro.nn.SeededWeights;
import org.macro2micro.preprocess.Augmentation;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.Example;
import org.macro2micro.train.Phase;
import org.macro2micro.train.PhaseSettings;
import org.macro2micro.train.TrainListener;

class DynamicTest {
  static final int WIDTH = 4;
  static final Shape IMAGES = new Shape(3, 3, ToyExpressions.SIDE, ToyExpressions.SIDE);

  private NDManager manager;

  @BeforeEach
  void open() {
    manager = NDManager.newBaseManager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  /** The two hints differ, as do the layers. */
  @Test
  void theLayerOfTheHintMatters() {
    TrainingData data = data();
    byte[] last = softmax(1, Dynamic.Hint.LAST, 2, 12).train(data, context()).weights();
    byte[] third = softmax(1, Dynamic.Hint.STAGE3, 2, 12).train(data, context()).weights();
    assertThat(third).isNotEqualTo(last);
  }

  @Test
  void onlyTheStudentGetsAGradient() {
    try (LoadedNetwork<UnitTeacher> teacher = teacher(2)) {
      Dynamic student = new Dynamic(2, ToyExpressions.SIDE, settings(1, Dynamic.Classifier.SVM));
      student.start().initialize(student, manager, SeedPath.root(2), student.view(1).shapes());
      NDArray images = manager.randomNormal(IMAGES);
      try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
        // Asked for gradients, so that one that reaches the teacher shows.
        NamedParameters.of(teacher.network()).values().stream()
            .filter(Parameter::requiresGradient)
            .forEach(parameter -> parameter.getArray().setRequiresGradient(true));
        NDArray features = student.features(new ParameterStore(manager, false), images, true);
        NDArray padded = features.concat(features, 1).concat(features.concat(features, 1), 1);
        NDArray hint = teacher.network().hint(manager, images, Dynamic.Hint.LAST);
        collector.backward(HintLoss.of(padded, hint));
        assertThat(gradient(student)).isPositive();
        assertThat(gradient(teacher.network())).isZero();
      }
    }
  }

  private static float gradient(Block network) {
    float sum = 0;
    for (Parameter parameter : NamedParameters.of(network).values()) {
      if (parameter.getArray().hasGradient()) {
        sum += parameter.getArray().getGradient().abs().sum().getFloat();
      }
    }
    return sum;
  }

  /**
   * 7x7 convolution 9,408, normalisation 128; block of 64: 2 * 36,864 + 2 * 128; of 128: 73,728 +
   * 147,456 + 2 * 256 and a projection of 8,192 + 256; 129 for each class.
   */
  @Test
  void theStudentIsShallow() {
    Dynamic.Settings settings =
        new Dynamic.Settings(
            phase(1), phase(1), 1, Dynamic.Hint.LAST, 2, 12, Dynamic.Classifier.SVM, 64, svm());
    Dynamic student = new Dynamic(3, 224, settings);
    student.start().initialize(student, manager, SeedPath.root(1), student.view(1).shapes());
    assertThat(trained(student))
        .isEqualTo(9_408 + 128 + 73_728 + 256 + 73_728 + 147_456 + 512 + 8_448 + 3 * 129);
    UnitTeacher teacher = new UnitTeacher(12, 64);
    SeededWeights.TORCHVISION.initialize(
        teacher, manager, SeedPath.root(1), new Shape(1, 3, 224, 224));
    assertThat(trained(teacher)).isEqualTo(11_176_512 + 12 * 513);
    assertThat(student.channels()).isEqualTo(128);
  }

  private static long trained(Block network) {
    return NamedParameters.of(network).values().stream()
        .filter(Parameter::requiresGradient)
        .mapToLong(parameter -> parameter.getArray().size())
        .sum();
  }

  /** The weights are the same to the bit whether there are macro clips or not. */
  @Test
  void withoutAWeightItIsTheStudentAlone() {
    DynamicMethod control = softmax(0, Dynamic.Hint.LAST, 2, 12);
    assertThat(control.isGuided()).isFalse();
    byte[] alone =
        new DeepMethod(
                "dynamic",
                classes ->
                    new Dynamic(
                        classes, ToyExpressions.SIDE, settings(0, Dynamic.Classifier.SOFTMAX)),
                new DeepSettings(phase(6), 1, true),
                Augmentation.none())
            .train(data(), context())
            .weights();
    assertThat(control.train(data(), context()).weights()).isEqualTo(alone);
    assertThat(control.train(TrainingData.of(data().micro()), context()).weights())
        .isEqualTo(alone);
    assertThat(softmax(1, Dynamic.Hint.LAST, 2, 12).train(data(), context()).weights())
        .isNotEqualTo(alone);
    // A teacher that is there and has no weight is not asked.
    assertThat(hinted(0, true)).isEqualTo(hinted(0, false));
    assertThat(hinted(1, true)).isNotEqualTo(hinted(1, false));
  }

  /** The student's training by itself, with a teacher or without. */
  private static byte[] hinted(double lambda, boolean taught) {
    Dynamic.Settings settings = settings(lambda, Dynamic.Classifier.SOFTMAX);
    Dynamic network = new Dynamic(2, ToyExpressions.SIDE, settings);
    try (LoadedNetwork<UnitTeacher> teacher = teacher(2);
        LoadedNetwork<Dynamic> student =
            LoadedNetwork.random(
                ComputeDevice.CPU,
                network,
                network.start(),
                SeedPath.root(1),
                network.view(1).shapes())) {
      byte[] before = teacher.weights();
      new HintedTraining(
              student,
              settings,
              new TrainingClips(data().micro(), Augmentation.none()),
              taught ? Optional.of(teacher.network()) : Optional.empty())
          .run(SeedPath.root(2), TrainListener.silent());
      assertThat(teacher.weights()).isEqualTo(before);
      return student.weights();
    }
  }

  @ParameterizedTest
  @EnumSource(Dynamic.Classifier.class)
  void learnsWhatTellsTheClassesApart(Dynamic.Classifier classifier) {
    DynamicMethod method = method(settings(1, classifier));
    TrainedModel model = method.train(data(), context());
    assertThat(ToyExpressions.accuracy(method.open(model))).isGreaterThan(.8);
    assertThat(method(settings(1, classifier)).train(data(), context()).weights())
        .isEqualTo(model.weights());
    Dynamic.Classifier other =
        classifier == Dynamic.Classifier.SVM ? Dynamic.Classifier.SOFTMAX : Dynamic.Classifier.SVM;
    assertThatThrownBy(() -> method(settings(1, other)).open(model))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The machine sorts by the student's features; the student is the same with either. */
  @Test
  void aStoredModelHoldsTheStudentAndTheMachine() {
    byte[] whole = method(settings(1, Dynamic.Classifier.SVM)).train(data(), context()).weights();
    byte[] student =
        method(settings(1, Dynamic.Classifier.SOFTMAX)).train(data(), context()).weights();
    StudentModel parts = StudentModel.read("dynamic", whole);
    assertThat(parts.write()).isEqualTo(whole);
    Dynamic network = new Dynamic(2, ToyExpressions.SIDE, settings(1, Dynamic.Classifier.SVM));
    try (LoadedNetwork<Dynamic> loaded =
        LoadedNetwork.of(ComputeDevice.CPU, parts.network(), network, network.view(1).shapes())) {
      assertThat(loaded.weights()).isEqualTo(student);
    }
    assertThatThrownBy(() -> StudentModel.read("dynamic", student))
        .hasMessageContaining("methods.dynamic.classifier=softmax?");
  }

  /** Trained once for two folds; its bytes stay as they are. */
  @Test
  void theTeacherIsTrainedOnceAndThenFrozen() {
    NotedWork store = new NotedWork();
    method(settings(1, Dynamic.Classifier.SVM)).learnShared(data(), ToyExpressions.context(store));
    assertThat(store.done()).containsExactly(Phase.MACRO);
    byte[] before = store.kept().get(0).clone();
    SeedPath root = SeedPath.root(1);
    for (String fold : List.of("a", "b")) {
      FitContext context = new FitContext(root, root.child(fold), store, TrainListener.silent());
      method(settings(1, Dynamic.Classifier.SVM)).train(data(), context);
      method(settings(.5, Dynamic.Classifier.SOFTMAX)).train(data(), context);
    }
    assertThat(store.done()).containsExactly(Phase.MACRO);
    assertThat(store.kept()).hasSize(1);
    assertThat(store.kept().get(0)).isEqualTo(before);
  }

  /** Its key names the units: those of macro clips are not in the key of the clips. */
  @Test
  void unitsCodedOtherwiseMakeAnotherTeacher() {
    NotedWork store = new NotedWork();
    DynamicMethod method = method(settings(1, Dynamic.Classifier.SVM));
    method.learnShared(data(), ToyExpressions.context(store));
    method.learnShared(data(1), ToyExpressions.context(store));
    method.learnShared(data(), ToyExpressions.context(store));
    assertThat(store.done()).hasSize(2);
    assertThat(store.kept().get(0)).isNotEqualTo(store.kept().get(1));
    softmax(1, Dynamic.Hint.LAST, 2, 2).learnShared(data(), ToyExpressions.context(store));
    assertThat(store.done()).hasSize(3);
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
    method(settings(.5, Dynamic.Classifier.SVM)).train(data(), context);
    assertThat(heard.get(Phase.MACRO)).containsOnlyKeys("au", "total");
    SortedMap<String, Double> student = heard.get(Phase.MICRO);
    assertThat(student).containsOnlyKeys("c", "hint", "total");
    assertThat(student.get("hint")).isPositive();
    assertThat(student.get("total"))
        .isCloseTo(student.get("c") + .5 * student.get("hint"), within(1e-5));
  }

  /** Micro clips' units are not read, and macro clips that nobody coded teach nothing. */
  @Test
  void learnsFromTheUnitsOfMacroClipsAlone() {
    TrainingData data = data();
    Map<ClipId, UnitCoding> own = new HashMap<>();
    data.micro().examples().forEach(example -> own.put(example.id(), coding(4)));
    LabelledExamples micro = data.micro();
    TrainingData coded =
        TrainingData.of(
            new LabelledExamples(
                micro.examples(), micro.labels(), micro.pixels(), micro.digest(), own),
            data.requireGuide("test"));
    DynamicMethod method = method(settings(1, Dynamic.Classifier.SVM));
    byte[] weights = method.train(data, context()).weights();
    assertThat(method.train(coded, context()).weights()).isEqualTo(weights);

    LabelledExamples macro = data.requireGuide("test").examples();
    List<Example> codedOnly = macro.examples().subList(0, 16);
    Map<ClipId, UnitCoding> some = new HashMap<>(macro.units());
    some.keySet().retainAll(codedOnly.stream().map(Example::id).toList());
    List<byte[]> teachers = new ArrayList<>();
    for (List<Example> examples : List.of(macro.examples(), codedOnly)) {
      NotedWork store = new NotedWork();
      method.learnShared(
          guided(
              new LabelledExamples(examples, macro.labels(), macro.pixels(), macro.digest(), some)),
          ToyExpressions.context(store));
      teachers.add(store.kept().get(0));
    }
    assertThat(teachers.get(0)).isEqualTo(teachers.get(1));
  }

  @Test
  void saysWhatItNeeds() {
    DynamicMethod method = method(settings(1, Dynamic.Classifier.SVM));
    assertThatThrownBy(() -> method.train(TrainingData.of(data().micro()), context()))
        .hasMessageContaining("dynamic needs macro-expression clips");
    assertThatThrownBy(() -> method.train(ToyExpressions.data(), context()))
        .hasMessageContaining("none of the 24 macro clips has a coded one");
    assertThatThrownBy(() -> settings(-1, Dynamic.Classifier.SVM))
        .hasMessageContaining("lambda: found -1.0");
    assertThatThrownBy(() -> softmax(1, Dynamic.Hint.LAST, 5, 12))
        .hasMessageContaining("student-blocks: found 5, expected 1 to 4");
    assertThatThrownBy(() -> softmax(1, Dynamic.Hint.LAST, 2, 0))
        .hasMessageContaining("units: found 0");
  }

  private static TrainingData data() {
    return data(0);
  }

  /**
   * High clips show 1 and 2, low ones 12, far ones 4 and 12; shifted, the next class's units.
   *
   * @param shift classes by which the units are moved
   */
  private static TrainingData data(int shift) {
    List<UnitCoding> codings = List.of(coding(1, 2), coding(12), coding(4, 12));
    LabelledExamples macro = ToyExpressions.data().requireGuide("test").examples();
    Map<ClipId, UnitCoding> units = new HashMap<>();
    for (Example example : macro.examples()) {
      units.put(example.id(), codings.get((example.label() + shift) % codings.size()));
    }
    return guided(
        new LabelledExamples(
            macro.examples(), macro.labels(), macro.pixels(), macro.digest(), units));
  }

  private static TrainingData guided(LabelledExamples macro) {
    return TrainingData.of(ToyExpressions.data().micro(), new MacroGuide(macro, List.of(0, 1, -1)));
  }

  static UnitCoding coding(int... units) {
    List<UnitChoice> choices = new ArrayList<>();
    for (int unit : units) {
      choices.add(new UnitChoice(List.of(UnitCode.of(unit))));
    }
    return new UnitCoding(choices, true);
  }

  static LoadedNetwork<UnitTeacher> teacher(int units) {
    return LoadedNetwork.random(
        ComputeDevice.CPU,
        new UnitTeacher(units, WIDTH),
        SeededWeights.TORCHVISION,
        SeedPath.root(5),
        Dynamic.view(ToyExpressions.SIDE, 1).shapes());
  }

  private static FitContext context() {
    return ToyExpressions.context();
  }

  private static DynamicMethod softmax(double lambda, Dynamic.Hint hint, int blocks, int units) {
    return method(
        new Dynamic.Settings(
            phase(3),
            phase(6),
            lambda,
            hint,
            blocks,
            units,
            Dynamic.Classifier.SOFTMAX,
            WIDTH,
            svm()));
  }

  private static DynamicMethod method(Dynamic.Settings settings) {
    return new DynamicMethod("dynamic", settings, ToyExpressions.SIDE, Augmentation.none());
  }

  private static Dynamic.Settings settings(double lambda, Dynamic.Classifier classifier) {
    return new Dynamic.Settings(
        phase(3), phase(6), lambda, Dynamic.Hint.LAST, 2, 12, classifier, WIDTH, svm());
  }

  private static SvmSettings svm() {
    return new SvmSettings(List.of(.1, 1., 10.), 3, SvmSettings.ClassWeights.BALANCED);
  }

  private static PhaseSettings phase(int epochs) {
    return new PhaseSettings(epochs, 8, 3e-3, PhaseSettings.Schedule.CONSTANT, 1e-4);
  }
}
