package org.macro2micro.method.guided;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macro2micro.method.FitContext;
import org.macro2micro.method.LabelledExamples;
import org.macro2micro.method.NotedWork;
import org.macro2micro.method.TrainedModel;
import org.macro2micro.method.TrainingClips;
import org.macro2micro.method.TrainingData;
import org.macro2micro.method.deep.DeepMethod;
import org.macro2micro.method.deep.DeepSettings;
import org.macro2micro.nn.ComputeDevice;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.nn.NamedParameters;
import org.macro2micro.preprocess.Augmentation;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.Example;
import org.macro2micro.train.Phase;
import org.macro2micro.train.PhaseSettings;
import org.macro2micro.train.TrainListener;

class FineTunedTest {
  private static final int WIDTH = 4;

  /**
   * Pixels 6; first convolution 9,408 + 64, its normalisation 128; stages 73,856, 229,760, 918,272
   * and 3,671,552; last normalisation 1,024; 513 for each class. With 1000 it is the published
   * model.
   */
  @ParameterizedTest
  @CsvSource({"7, 4907661", "3, 4905609", "1000, 5417070"})
  void hasTheParametersOfThePublishedModel(int classes, long expected) {
    try (NDManager manager = NDManager.newBaseManager()) {
      FineTuned network = new FineTuned(classes, 224, 64);
      network.start().initialize(network, manager, SeedPath.root(1), network.view(1).shapes());
      assertThat(
              NamedParameters.of(network).values().stream()
                  .filter(Parameter::requiresGradient)
                  .mapToLong(parameter -> parameter.getArray().size())
                  .sum())
          .isEqualTo(expected)
          .isEqualTo(4_904_070 + 513L * classes);
    }
  }

  @Test
  void learnsWhatTellsTheClassesApart() {
    FineTunedMethod method = method(4, 8, true);
    TrainedModel model = method.train(ToyExpressions.data(), ToyExpressions.context());
    assertThat(ToyExpressions.accuracy(method.open(model))).isGreaterThan(.8);
    assertThat(method.train(ToyExpressions.data(), ToyExpressions.context()).weights())
        .isEqualTo(model.weights());
  }

  /** The same bytes as those of any other network that is trained from the same seed. */
  @Test
  void withoutAMacroStageItIsTrainingFromScratch() {
    FineTunedMethod control = method(0, 2, false);
    assertThat(control.isGuided()).isFalse();
    byte[] alone =
        control
            .train(TrainingData.of(ToyExpressions.data().micro()), ToyExpressions.context())
            .weights();
    byte[] scratch =
        new DeepMethod(
                "fine-tuned",
                classes -> new FineTuned(classes, ToyExpressions.SIDE, WIDTH),
                new DeepSettings(phase(2), 1, true),
                Augmentation.none())
            .train(ToyExpressions.data(), ToyExpressions.context())
            .weights();
    assertThat(alone).isEqualTo(scratch);
    assertThat(control.train(ToyExpressions.data(), ToyExpressions.context()).weights())
        .isEqualTo(scratch);
    assertThat(method(1, 2, false).train(ToyExpressions.data(), ToyExpressions.context()).weights())
        .isNotEqualTo(scratch);
    assertThatThrownBy(
            () ->
                method(1, 2, false)
                    .train(
                        TrainingData.of(ToyExpressions.data().micro()), ToyExpressions.context()))
        .hasMessageContaining("fine-tuned needs macro-expression clips");
  }

  /** Between the stages all is handed on but the last layer, whose classes are others. */
  @Test
  void onlyTheLastLayerStartsAnew() {
    NotedWork store = new NotedWork();
    FineTunedMethod method = method(2, 0, true);
    byte[] handed = method.train(ToyExpressions.data(), ToyExpressions.context(store)).weights();
    assertThat(store.done()).containsExactly(Phase.MACRO);
    try (LoadedNetwork<FineTuned> macro = loaded(store.kept().get(0), 3);
        LoadedNetwork<FineTuned> micro = loaded(handed, 2)) {
      Map<String, Parameter> theirs = NamedParameters.of(macro.network());
      List<String> other = new ArrayList<>();
      NamedParameters.of(micro.network())
          .forEach(
              (name, parameter) -> {
                float[] own = parameter.getArray().toFloatArray();
                if (!Arrays.equals(own, theirs.get(name).getArray().toFloatArray())) {
                  other.add(name);
                }
              });
      assertThat(other).containsExactly("fc.weight", "fc.bias");
    }
  }

  private static LoadedNetwork<FineTuned> loaded(byte[] weights, int classes) {
    FineTuned network = new FineTuned(classes, ToyExpressions.SIDE, WIDTH);
    return LoadedNetwork.of(ComputeDevice.CPU, weights, network, network.view(1).shapes());
  }

  @Test
  void theMacroStageIsSharedByAllFolds() {
    NotedWork store = new NotedWork();
    method(1, 1, true).learnShared(ToyExpressions.data(), ToyExpressions.context(store));
    SeedPath root = SeedPath.root(1);
    for (String fold : List.of("a", "b")) {
      method(1, 1, true)
          .train(
              ToyExpressions.data(),
              new FitContext(root, root.child(fold), store, TrainListener.silent()));
    }
    assertThat(store.done()).containsExactly(Phase.MACRO);
    method(1, 1, false).train(ToyExpressions.data(), ToyExpressions.context(store));
    assertThat(store.done()).hasSize(2);
  }

  /** The composite task's 250, 109 and 83 clips become 250 each. */
  @Test
  void balanceMakesTheClassesEqual() {
    List<Example> examples = new ArrayList<>();
    int[] counts = {250, 109, 83};
    for (int label = 0; label < counts.length; label++) {
      for (Example example : ToyExpressions.examples("db" + label, counts[label], 1)) {
        examples.add(new Example(example.id(), label));
      }
    }
    TrainingClips clips =
        new TrainingClips(
            new LabelledExamples(examples, List.of("a", "b", "c"), ToyExpressions::flow, "digest"),
            Augmentation.none());
    List<Example> balanced = clips.balanced().examples().examples();
    for (int label = 0; label < counts.length; label++) {
      int own = label;
      List<Example> same = balanced.stream().filter(e -> e.label() == own).toList();
      assertThat(same).hasSize(250);
      assertThat(same.stream().distinct()).hasSize(counts[label]);
      // None is there more than once more often than another.
      assertThat(
              same.stream()
                  .collect(
                      java.util.stream.Collectors.groupingBy(
                          e -> e, java.util.stream.Collectors.counting()))
                  .values())
          .allMatch(times -> times == 250 / counts[own] || times == 250 / counts[own] + 1);
    }
    assertThat(balanced.subList(0, examples.size())).isEqualTo(examples);
  }

  @Test
  void balanceMatters() {
    TrainingData uneven = ToyExpressions.data(23, 24);
    assertThat(method(0, 1, true).train(uneven, ToyExpressions.context()).weights())
        .isNotEqualTo(method(0, 1, false).train(uneven, ToyExpressions.context()).weights());
  }

  private static FineTunedMethod method(int macro, int micro, boolean balance) {
    return new FineTunedMethod(
        "fine-tuned",
        new FineTuned.Settings(phase(macro), phase(micro), balance, WIDTH),
        ToyExpressions.SIDE,
        Augmentation.none());
  }

  private static PhaseSettings phase(int epochs) {
    return new PhaseSettings(epochs, 8, 3e-3, PhaseSettings.Schedule.CONSTANT, 1e-4);
  }
}
