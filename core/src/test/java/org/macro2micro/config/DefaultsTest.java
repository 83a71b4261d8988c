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
      methods.macro-to-micro.network.width=16
      methods.macro-to-micro.network.fusion=sum
      methods.macro-to-micro.network.sampling-intervals=2
      methods.macro-to-micro.network.discriminator-channels=8
      methods.macro-to-micro.init.from=random
      methods.macro-to-micro.init.weights=resnet18.safetensors
      methods.macro-to-micro.init.trunks=spatial
      methods.macro-to-micro.phases.macro.epochs=0
      methods.macro-to-micro.phases.macro.batch=8
      methods.macro-to-micro.phases.macro.learning-rate=0.01
      methods.macro-to-micro.phases.macro.schedule=constant
      methods.macro-to-micro.phases.macro.weight-decay=0
      methods.macro-to-micro.phases.micro.epochs=2
      methods.macro-to-micro.phases.micro.batch=8
      methods.macro-to-micro.phases.micro.learning-rate=0.01
      methods.macro-to-micro.phases.micro.schedule=constant
      methods.macro-to-micro.phases.micro.weight-decay=0
      methods.macro-to-micro.phases.transfer.epochs=2
      methods.macro-to-micro.phases.transfer.batch=8
      methods.macro-to-micro.phases.transfer.learning-rate=0.01
      methods.macro-to-micro.phases.transfer.schedule=constant
      methods.macro-to-micro.phases.transfer.weight-decay=0
      methods.macro-to-micro.transfer.weights.c=2
      methods.macro-to-micro.transfer.weights.s=2
      methods.macro-to-micro.transfer.weights.sam=2
      methods.macro-to-micro.transfer.weights.t=2
      methods.macro-to-micro.transfer.weights.con=2
      methods.macro-to-micro.transfer.contrastive.tau=0.1
      methods.macro-to-micro.transfer.contrastive.reduction=mean-over-positive-pairs
      methods.macro-to-micro.transfer.reversal=ramp
      methods.macro-to-micro.transfer.unmatched=left-out
      methods.macro-to-micro.transfer.macro-draw=balanced
      methods.macro-to-micro.transfer.statistics=running
      methods.macro-to-micro.gradient-norms-every=0
      methods.macro-to-micro.augment=false
      methods.flow-kernel.gamma=[0.5]
      methods.flow-kernel.max-clips=500
      methods.flow-kernel.preprocess.input=frame
      methods.flow-kernel.preprocess.grey=true
      methods.flow-kernel.preprocess.size=32
      methods.flow-kernel.svm.c=[1, 2]
      methods.flow-kernel.svm.inner-folds=3
      methods.flow-kernel.svm.class-weights=none
      methods.DESCRIPTOR.rows=3
      methods.DESCRIPTOR.columns=3
      methods.DESCRIPTOR.preprocess.input=onset-difference
      methods.DESCRIPTOR.preprocess.grey=false
      methods.DESCRIPTOR.preprocess.size=32
      methods.DESCRIPTOR.preprocess.frames=7
      methods.DESCRIPTOR.svm.c=[1, 2]
      methods.DESCRIPTOR.svm.inner-folds=3
      methods.DESCRIPTOR.svm.class-weights=none
      methods.lbp-top.slices=3
      methods.lbp-top.radius-x=3
      methods.lbp-top.radius-y=3
      methods.lbp-top.radius-t=3
      methods.lbp-top.neighbours=4
      methods.lbp-top.preprocess.interpolation=linear
      methods.lbp-sip.slices=3
      methods.lbp-sip.radius-x=3
      methods.lbp-sip.radius-y=3
      methods.lbp-sip.radius-t=3
      methods.lbp-sip.preprocess.interpolation=linear
      methods.stlbp-ip.radius-x=3
      methods.stlbp-ip.radius-y=3
      methods.stlbp-ip.radius-t=3
      methods.stlbp-ip.neighbours=4
      methods.stlbp-ip.preprocess.interpolation=linear
      methods.stclqp.slices=3
      methods.stclqp.radius-x=3
      methods.stclqp.radius-y=3
      methods.stclqp.radius-t=3
      methods.stclqp.neighbours=4
      methods.stclqp.bins=5
      methods.stclqp.preprocess.interpolation=linear
      methods.higo-top.slices=3
      methods.higo-top.bins=5
      methods.higo-top.preprocess.interpolation=linear
      methods.fhofo.slices=3
      methods.fhofo.bins=5
      methods.fhofo.preprocess.interpolation=linear
      methods.bi-woof.bins=5
      methods.NETWORK.preprocess.grey=true
      methods.NETWORK.preprocess.size=32
      methods.NETWORK.augment=true
      methods.NETWORK.training.epochs=3
      methods.NETWORK.training.batch=8
      methods.NETWORK.training.learning-rate=0.01
      methods.NETWORK.training.schedule=OTHER
      methods.NETWORK.training.weight-decay=0.5
      methods.NETWORK.scale=2
      methods.NETWORK.shuffle=OTHER
      methods.off-apexnet.preprocess.input=frame
      methods.ststnet.preprocess.input=frame
      methods.dual-inception.preprocess.input=frame
      methods.capsulenet.preprocess.input=onset-difference
      methods.capsulenet.preprocess.frames=4
      rows=[c,c+s]
      selection=inner-validation
      validation-share=0.5
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

  /** Flow has two images. */
  private static final List<String> FRAMES_OF_FLOW =
      Stream.of("flow-kernel", "off-apexnet", "ststnet", "dual-inception")
          .map(name -> "methods." + name + ".preprocess.frames")
          .toList();

  static List<String> keys() throws SettingsException {
    List<String> keys = new ArrayList<>();
    collect("", ExperimentFile.parse("none", "", List.of()).tree(), keys);
    return keys;
  }

  @Test
  void theTableAboveIsWhole() throws SettingsException {
    List<String> listed = new ArrayList<>(OTHER_VALUES.keySet());
    listed.addAll(SINGLE);
    listed.addAll(FRAMES_OF_FLOW);
    assertThat(keys()).containsExactlyInAnyOrderElementsOf(listed);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void everyKeyReachesTheSettings(String key) throws SettingsException {
    String value = OTHER_VALUES.get(key);
    if (value != null) {
      assertThat(bound(key + "=" + value)).isNotEqualTo(bound("title=experiment"));
    } else if (FRAMES_OF_FLOW.contains(key)) {
      assertThatThrownBy(() -> bound(key + "=3")).hasMessageContaining("expected 2");
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
