package org.macro2micro.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.macro2micro.preprocess.Eulerian;
import org.macro2micro.preprocess.PreprocessSettings;

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
      preprocess.landmarks=mesh.tflite
      preprocess.magnification=4
      preprocess.eulerian={alpha: 10, lambda: 16, r1: 0.4, r2: 0.05}
      augmentation.max-shift=0.1
      augmentation.mirror=0
      augmentation.contrast=0.1
      rows=[c,c+s]
      selection=inner-validation
      validation-share=0.5
      device=cpu
      memory-mib=1
      cache=kept
      keep-models=true
      work=kept
      """
          .lines()
          .collect(Collectors.toMap(l -> l.split("=", 2)[0], l -> l.split("=", 2)[1]));

  /** Offered words: one each so far. */
  private static final List<String> SINGLE = List.of("preprocess.fall");

  /** The other end of what a message offers. */
  private static final Pattern OFFERED = Pattern.compile("expected one of ([^;\\n]+)");

  /** The tree of defaults.yaml. */
  private static Map<String, Object> defaults = Map.of();

  @BeforeAll
  static void readDefaults() throws SettingsException {
    defaults = ExperimentFile.parse("none", "", List.of()).tree();
  }

  static List<String> keys() {
    List<String> keys = new ArrayList<>();
    collect("", defaults, keys);
    return keys;
  }

  /** The blocks of methods are not in the table: their other values follow from what is there. */
  @Test
  void theTableAboveIsWhole() {
    List<String> listed = new ArrayList<>(OTHER_VALUES.keySet());
    listed.addAll(SINGLE);
    assertThat(keys())
        .filteredOn(key -> !key.startsWith("methods."))
        .containsExactlyInAnyOrderElementsOf(listed);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void everyKeyReachesTheSettings(String key) throws SettingsException {
    if (SINGLE.contains(key)) {
      assertThatThrownBy(() -> bound(key + "=another"))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("expected one of");
    } else if (isFramesOfFlow(key)) {
      assertThatThrownBy(() -> bound(key + "=3")).hasMessageContaining("expected 2");
    } else {
      ExperimentSettings usual = bound("title=experiment");
      int taken = 0;
      for (String value : others(key)) {
        try {
          assertThat(bound(key + "=" + value)).as(value).isNotEqualTo(usual);
          taken++;
        } catch (SettingsException e) {
          // A value of the right kind may still be out of the setting's range.
          assertThat(OTHER_VALUES).doesNotContainKey(key);
        }
      }
      assertThat(taken).as("other values that %s takes", key).isPositive();
    }
  }

  /** Flow has two images. */
  private static boolean isFramesOfFlow(String key) {
    String frames = ".preprocess.frames";
    return key.startsWith("methods.")
        && key.endsWith(frames)
        && "flow".equals(usual(key.replace(frames, ".preprocess.input")));
  }

  /** Values of the kind that stands there, none of them the same. */
  private static List<String> others(String key) {
    if (OTHER_VALUES.containsKey(key)) {
      return List.of(OTHER_VALUES.get(key));
    }
    Object usual = usual(key);
    if (usual == null) {
      return List.of("file.safetensors");
    }
    if (usual instanceof Boolean yes) {
      return List.of(String.valueOf(!yes));
    }
    if (usual instanceof Integer number) {
      return Stream.of(0, number - 1, number + 1, 2 * number, number / 2)
          .filter(other -> !other.equals(number))
          .map(String::valueOf)
          .toList();
    }
    if (usual instanceof Number number) {
      return Stream.of(number.doubleValue() / 2, number.doubleValue() + 1)
          .map(String::valueOf)
          .toList();
    }
    if (usual instanceof List<?>) {
      return List.of("[0.25, 0.75]");
    }
    return offered(key).filter(word -> !word.equals(usual)).toList();
  }

  private static Stream<String> offered(String key) {
    SettingsException refused =
        catchThrowableOfType(SettingsException.class, () -> bound(key + "=another"));
    Matcher words = OFFERED.matcher(String.valueOf(refused.getMessage()));
    assertThat(words.find()).as(refused.getMessage()).isTrue();
    return Arrays.stream(words.group(1).split("[, ]+"));
  }

  private static @Nullable Object usual(String key) {
    Object at = defaults;
    for (String name : key.split("\\.")) {
      at = ((Map<?, ?>) at).get(name);
    }
    return at;
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
              "preprocess.landmarks",
              "preprocess.eulerian",
              "cache",
              "methods.macro-to-micro.init.weights",
              "methods.graph-tcn.magnet",
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

  /**
   * The authors' demonstration has them so; SMIC's and CASME II's clips are taken to ten frames.
   */
  @Test
  void boostMagnifiesByItsAuthorsNumbers() throws SettingsException {
    PreprocessSettings boost = bound("rows=[c,boost]").block("boost").preprocess();
    assertThat(boost.eulerian()).isEqualTo(new Eulerian(10, 16, .4, .05));
    assertThat(boost.frames()).isEqualTo(10);
    assertThat(usual("methods.boost.descriptor")).isEqualTo("higo-top");
    assertThat(bound("title=experiment").preprocess().eulerian()).isNull();
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
