package org.macro2micro.method.handcrafted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.method.Recognizer;
import org.macro2micro.method.TrainedModel;
import org.macro2micro.method.TrainingData;
import org.macro2micro.method.handcrafted.SvmSettings.ClassWeights;
import org.macro2micro.preprocess.Input;
import org.macro2micro.train.Example;

class FlowKernelMethodTest {
  private final ToyClips clips = new ToyClips(6, 1, Input.FLOW);

  @Test
  void learnsWhatCanBeSeenForSubjectsItNeverSaw() {
    for (Prediction prediction : predict(train(method(.25, 1.), clips.without("sub2")))) {
      int label = (prediction.id().name().charAt(1) - '0') % 3;
      assertThat(prediction.label()).isEqualTo(ToyClips.LABELS.get(label));
      double sum = prediction.probabilities().stream().mapToDouble(p -> p).sum();
      assertThat(sum).isCloseTo(1, within(1e-12));
    }
  }

  /** With a gamma next to 0 all clips are alike, and nothing can be learnt. */
  @Test
  void choosesTheGammaThatTellsClipsApart() {
    TrainedModel model = train(method(1e-12, 1.), clips.without("sub2"));
    assertThat(gamma(model)).isEqualTo(1);
    assertThat(gamma(train(method(1e-12), clips.without("sub2")))).isEqualTo((float) 1e-12);
  }

  @Test
  void theHeldOutSubjectChangesNothing() {
    byte[] clean = train(method(.25, 1.), clips.without("sub2")).weights();
    for (ClipId id : clips.of("sub2")) {
      float[] garbage = new float[12];
      Arrays.fill(garbage, 1e6f);
      clips.put(id, garbage);
    }
    assertThat(train(method(.25, 1.), clips.without("sub2")).weights()).isEqualTo(clean);
  }

  @Test
  void theSameClipsInAnyOrderGiveTheSameBits() {
    byte[] first = train(method(.25, 1.), clips.without("sub2")).weights();
    List<Example> turned = new ArrayList<>(clips.without("sub2").micro().examples());
    Collections.reverse(turned);
    assertThat(train(method(1., .25), clips.data(turned)).weights()).isEqualTo(first);
  }

  @Test
  void aClassWithoutTrainingClipsIsNeverNamed() {
    List<Example> two = clips.examples().stream().filter(e -> e.label() != 1).toList();
    List<Prediction> predictions = predict(train(method(.25, 1.), clips.data(two)));
    assertThat(predictions).extracting(Prediction::label).doesNotContain("positive");
  }

  @Test
  void whatItCannotTakeIsNamed() {
    assertThatThrownBy(() -> train(method(1.), clips.data(List.of())))
        .hasMessage("flow-kernel: found 0 training clips, expected at least 1");
    TrainingData all = clips.without("");
    int count = all.micro().examples().size();
    assertThat(train(method(count, 1.), all)).isNotNull();
    assertThatThrownBy(() -> train(method(count - 1, 1.), all))
        .hasMessageContaining(
            "flow-kernel: found %d training clips, expected at most %d; their kernel"
                .formatted(count, count - 1));
    ToyClips frames = new ToyClips(2, 1);
    assertThatThrownBy(() -> train(method(1.), frames.without("")))
        .hasMessage(
            "method flow-kernel needs preprocess.input=flow, found frame (clip casme2/sub0/c0)");
    TrainedModel model = train(method(1.), clips.without("sub2"));
    clips.put(clips.of("sub2").get(0), new float[6]);
    String message =
        "method flow-kernel: clip casme2/sub2/c0 has 1x2 pixels, expected 2x2 as the first training clip; prepare all clips to one size";
    assertThatThrownBy(() -> predict(model)).hasMessage(message);
    assertThatThrownBy(() -> train(method(1.), clips.without(""))).hasMessage(message);
  }

  @Test
  void oneSubjectIsEnough() {
    TrainingData one =
        clips.data(
            clips.examples().stream().filter(e -> clips.of("sub1").contains(e.id())).toList());
    assertThat(predict(train(method(.25, 1.), one))).hasSize(6);
  }

  private static float gamma(TrainedModel model) {
    return (float) KernelMachine.read("toy", model.weights(), 3).kernel().gamma();
  }

  private static FlowKernelMethod method(Double... gamma) {
    return method(100, gamma);
  }

  private static FlowKernelMethod method(int maxClips, Double... gamma) {
    return new FlowKernelMethod(
        new KernelSettings(
            List.of(gamma), maxClips, new SvmSettings(List.of(1., 10.), 3, ClassWeights.BALANCED)));
  }

  private static TrainedModel train(FlowKernelMethod method, TrainingData data) {
    return method.train(data, ToyClips.context());
  }

  private List<Prediction> predict(TrainedModel model) {
    try (Recognizer recognizer = method(1.).open(model)) {
      return recognizer.predict(clips.of("sub2"), clips::get);
    }
  }
}
