package org.macro2micro.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every setting of defaults.yaml: it reaches the bound settings, and no other name does. */
class DefaultsTest {
  /** Each setting with a value that is not its default. */
  private static final Map<String, String> OTHER_VALUES =
      """
      title=other
      seed=2
      micro.database=mer-flow
      micro.root=somewhere
      micro.scheme=smic-3
      micro.lab={subjects: 3, clips: 4, frames: 5, size: 32}
      micro.training-share=0.5
      macro.database=casme2
      macro.root=elsewhere
      macro.lab={subjects: 3, clips: 4, frames: 5, size: 32}
      macro.until=0.5
      macro.held-out-share=0.5
      preprocess.size=64
      preprocess.frames=8
      preprocess.input=onset-difference
      preprocess.interpolation=tim
      preprocess.gain=2.5
      preprocess.grey=true
      preprocess.flow-size=64
      preprocess.apex=spot
      preprocess.align=eyes
      preprocess.detector=yunet.onnx
      preprocess.magnification=4
      augmentation.max-shift=0.1
      augmentation.mirror=0
      augmentation.contrast=0.1
      network.width=16
      network.fusion=sum
      network.sampling-intervals=2
      network.discriminator-channels=8
      init.from=random
      init.weights=resnet18.safetensors
      init.trunks=spatial
      phases.macro.epochs=0
      phases.macro.batch=8
      phases.macro.learning-rate=0.01
      phases.macro.schedule=constant
      phases.macro.weight-decay=0
      phases.micro.epochs=2
      phases.micro.batch=8
      phases.micro.learning-rate=0.01
      phases.micro.schedule=constant
      phases.micro.weight-decay=0
      phases.transfer.epochs=2
      phases.transfer.batch=8
      phases.transfer.learning-rate=0.01
      phases.transfer.schedule=constant
      phases.transfer.weight-decay=0
      transfer.weights.c=2
      transfer.weights.s=2
      transfer.weights.sam=2
      transfer.weights.t=2
      transfer.weights.con=2
      transfer.contrastive.tau=0.1
      transfer.contrastive.reduction=mean-over-positive-pairs
      transfer.reversal=ramp
      transfer.unmatched=left-out
      transfer.macro-draw=balanced
      transfer.statistics=running
      handcrafted.svm.c=[1, 2]
      handcrafted.svm.inner-folds=3
      handcrafted.svm.class-weights=none
      handcrafted.flow-kernel.gamma=[0.5]
      handcrafted.flow-kernel.max-clips=500
      handcrafted.flow-kernel.svm.c=[1, 2]
      handcrafted.flow-kernel.svm.inner-folds=3
      handcrafted.flow-kernel.svm.class-weights=none
      handcrafted.DESCRIPTOR.rows=3
      handcrafted.DESCRIPTOR.columns=3
      handcrafted.DESCRIPTOR.slices=3
      handcrafted.DESCRIPTOR.radius-x=3
      handcrafted.DESCRIPTOR.radius-y=3
      handcrafted.DESCRIPTOR.radius-t=3
      handcrafted.DESCRIPTOR.neighbours=4
      handcrafted.DESCRIPTOR.bins=5
      deep.augment=true
      deep.NETWORK.training.epochs=3
      deep.NETWORK.training.batch=8
      deep.NETWORK.training.learning-rate=0.01
      deep.NETWORK.training.schedule=OTHER
      deep.NETWORK.training.weight-decay=0.5
      deep.NETWORK.scale=2
      deep.NETWORK.shuffle=OTHER
      rows=[c,c+s]
      selection=inner-validation
      validation-share=0.5
      gradient-norms-every=0
      memory-mib=1
      cache=kept
      keep-models=true
      work=kept
      """
          .lines()
          .flatMap(DefaultsTest::oneEach)
          .collect(Collectors.toMap(l -> l.split("=", 2)[0], l -> l.split("=", 2)[1]));

  /** DESCRIPTOR and NETWORK stand for each of them. */
  private static Stream<String> oneEach(String line) {
    if (line.contains("DESCRIPTOR")) {
      return Stream.of("lbp-top", "lbp-sip", "stlbp-ip", "stclqp", "higo-top", "fhofo", "bi-woof")
          .map(name -> line.replace("DESCRIPTOR", name));
    }
    return line.contains("NETWORK")
        ? Stream.of("off-apexnet", "ststnet", "dual-inception", "capsulenet")
            .map(name -> other(line.replace("NETWORK", name), name.equals("ststnet")))
        : Stream.of(line);
  }

  /** STSTNet's authors neither shuffle nor slow down. */
  private static String other(String line, boolean ststnet) {
    String word = line.contains("schedule") ? (ststnet ? "cosine" : "constant") : "" + ststnet;
    return line.replace("OTHER", word);
  }

  /** Offered words: one each so far. */
  private static final List<String> SINGLE = List.of("preprocess.fall");

  static List<String> keys() throws SettingsException {
    List<String> keys = new ArrayList<>();
    collect("", ExperimentFile.parse("none", "", List.of()).tree(), keys);
    return keys;
  }

  @Test
  void theTableAboveIsWhole() throws SettingsException {
    List<String> listed = new ArrayList<>(OTHER_VALUES.keySet());
    listed.addAll(SINGLE);
    assertThat(keys()).containsExactlyInAnyOrderElementsOf(listed);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void everyKeyReachesTheSettings(String key) throws SettingsException {
    String value = OTHER_VALUES.get(key);
    if (value != null) {
      assertThat(bound(key + "=" + value)).isNotEqualTo(bound("title=experiment"));
    } else {
      assertThatThrownBy(() -> bound(key + "=another"))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("expected one of");
    }
  }

  @ParameterizedTest
  @MethodSource("keys")
  void aSlipOfThePenNamesTheKeyAndTheKnownOnes(String key) {
    String last = key.substring(key.lastIndexOf('.') + 1);
    assertThatThrownBy(() -> bound(key + "x=1"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("unknown key \"" + key + "x\"")
        .hasMessageMatching("(?s).*known keys.*: .*\\b" + last + "\\b.*");
  }

  @ParameterizedTest
  @MethodSource("keys")
  void withoutAValueOnlyFoldersAndLabsMayBe(String key) throws SettingsException {
    for (String nothing : List.of(key + "=", key + "=null", key + "=~")) {
      if (List.of(
              "micro.root",
              "micro.lab",
              "macro.root",
              "macro.lab",
              "preprocess.detector",
              "cache",
              "methods.macro-to-micro.init.weights",
              "work")
          .contains(key)) {
        assertThat(bound(nothing)).isEqualTo(bound("title=experiment"));
      } else {
        assertThatThrownBy(() -> bound(nothing))
            .as(nothing)
            .isInstanceOf(SettingsException.class)
            .hasMessageContaining("\"" + key + "\" has no value");
      }
    }
  }

  private static ExperimentSettings bound(String assignment) throws SettingsException {
    return ExperimentFile.parse("none", "", List.of(assignment)).settings();
  }

  private static void collect(String prefix, Map<?, ?> tree, List<String> keys) {
    tree.forEach(
        (key, value) -> {
          if (value instanceof Map<?, ?> inner) {
            collect(prefix + key + ".", inner, keys);
          } else {
            keys.add(prefix + key);
          }
        });
  }
}
