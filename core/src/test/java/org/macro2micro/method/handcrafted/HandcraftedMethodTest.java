package org.macro2micro.method.handcrafted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.method.Recognizer;
import org.macro2micro.method.TrainedModel;
import org.macro2micro.method.TrainingData;
import org.macro2micro.method.handcrafted.SvmSettings.ClassWeights;
import org.macro2micro.train.Example;

class HandcraftedMethodTest {
  private static final SvmSettings SETTINGS =
      new SvmSettings(List.of(.1, 1., 10.), 3, ClassWeights.BALANCED);

  private final ToyClips clips = new ToyClips(6, 1);

  @Test
  void learnsWhatCanBeSeenForSubjectsItNeverSaw() {
    for (ClassWeights weights : ClassWeights.values()) {
      HandcraftedMethod method =
          new HandcraftedMethod(
              "toy", ToyClips.PIXELS, new SvmSettings(List.of(1., 10.), 5, weights));
      TrainedModel model = train(method, clips.without("sub2"));
      for (Prediction prediction : predict(method, model)) {
        int label = (prediction.id().name().charAt(1) - '0') % 3;
        assertThat(prediction.label()).isEqualTo(ToyClips.LABELS.get(label));
        double sum = prediction.probabilities().stream().mapToDouble(p -> p).sum();
        assertThat(sum).isCloseTo(1, within(1e-12));
        assertThat(Collections.max(prediction.probabilities()))
            .isEqualTo(prediction.probabilities().get(label));
      }
    }
  }

  @Test
  void theHeldOutSubjectChangesNothing() {
    byte[] clean = train(method(), clips.without("sub2")).weights();
    HandcraftedMethod used = method();
    for (ClipId id : clips.of("sub2")) {
      float[] garbage = new float[12];
      Arrays.fill(garbage, 1e6f);
      clips.put(id, garbage);
    }
    // A fold that has the garbage goes before, so that it is kept when this one comes.
    train(used, clips.without("sub0"));
    assertThat(train(used, clips.without("sub2")).weights()).isEqualTo(clean);
  }

  @Test
  void theSameClipsInAnyOrderGiveTheSameBits() {
    byte[] first = train(method(), clips.without("sub2")).weights();
    assertThat(train(method(), clips.without("sub2")).weights()).isEqualTo(first);
    List<Example> turned = new ArrayList<>(clips.without("sub2").micro().examples());
    Collections.reverse(turned);
    assertThat(train(method(), clips.data(turned)).weights()).isEqualTo(first);
  }

  @Test
  void foldsAtTheSameTimeGiveWhatTheyGiveAlone() {
    HandcraftedMethod shared = method();
    List<byte[]> together =
        InOrder.map(
            IntStream.range(0, 6).boxed().toList(),
            s -> train(shared, clips.without("sub" + s)).weights());
    for (int s = 0; s < 6; s++) {
      assertThat(together.get(s)).isEqualTo(train(method(), clips.without("sub" + s)).weights());
    }
  }

  @Test
  void savesAndLoadsToTheSamePredictions() {
    HandcraftedMethod method = method();
    TrainedModel model = train(method, clips.without("sub2"));
    TrainedModel loaded = new TrainedModel(model.weights().clone(), List.copyOf(model.labels()));
    assertThat(predict(method(), loaded)).isEqualTo(predict(method, model));
  }

  @Test
  void weightsThatDoNotFitAreRefused() {
    HandcraftedMethod method = method();
    TrainedModel model = train(method, clips.without("sub2"));
    byte[] cut = Arrays.copyOf(model.weights(), model.weights().length - 4);
    assertThatThrownBy(() -> method.open(new TrainedModel(cut, ToyClips.LABELS)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("toy: ");
    assertThatThrownBy(() -> method.open(new TrainedModel(model.weights(), List.of("a", "b"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("toy: tensor weight: found shape [3, 12], expected shape [2, 12]");
    ClipId small = clips.of("sub2").get(0);
    clips.put(small, new float[6]);
    assertThatThrownBy(() -> predict(method, model))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "clip casme2/sub2/c0: its vector has 6 values and the model takes 12");
  }

  @Test
  void aModelOfAnotherMethodIsRefused() {
    byte[] header = "{}      ".getBytes(StandardCharsets.US_ASCII);
    byte[] file = new byte[16];
    file[0] = 8;
    System.arraycopy(header, 0, file, 8, 8);
    assertThatThrownBy(() -> method().open(new TrainedModel(file, ToyClips.LABELS)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("toy: found the tensors [], expected [bias, mean, weight]");
  }

  @Test
  void aClassWithoutTrainingClipsIsNeverNamed() {
    List<Example> two = clips.examples().stream().filter(e -> e.label() != 1).toList();
    HandcraftedMethod method = method();
    List<Prediction> predictions = predict(method, train(method, clips.data(two)));
    assertThat(predictions).extracting(Prediction::label).doesNotContain("positive");
    assertThat(predictions).allMatch(p -> p.probabilities().get(1) == 0);
  }

  @Test
  void oneSubjectIsEnoughAndNoClipIsNot() {
    TrainingData one =
        clips.data(
            clips.examples().stream().filter(e -> clips.of("sub1").contains(e.id())).toList());
    HandcraftedMethod method = method();
    assertThat(predict(method, train(method, one))).hasSize(6);
    assertThatThrownBy(() -> train(method, clips.data(List.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("toy: found 0 training clips, expected at least 1");
  }

  @Test
  void aClipThatCannotBeDescribedIsNamed() {
    HandcraftedMethod method =
        new HandcraftedMethod(
            "toy",
            clip -> {
              if (clip.id().name().equals("c4")) {
                throw new IllegalArgumentException("too short");
              }
              return clip.pixels();
            },
            SETTINGS);
    assertThatThrownBy(() -> train(method, clips.without("sub0")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("clip casme2/sub1/c4: too short");
  }

  private static HandcraftedMethod method() {
    return new HandcraftedMethod("toy", ToyClips.PIXELS, SETTINGS);
  }

  private static TrainedModel train(HandcraftedMethod method, TrainingData data) {
    return method.train(data, ToyClips.context());
  }

  private List<Prediction> predict(HandcraftedMethod method, TrainedModel model) {
    try (Recognizer recognizer = method.open(model)) {
      return recognizer.predict(clips.of("sub2"), clips::get);
    }
  }
}
