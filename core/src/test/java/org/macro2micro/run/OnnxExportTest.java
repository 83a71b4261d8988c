package org.macro2micro.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.macro2micro.base.Sha256;
import org.macro2micro.catalog.Methods;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Subject;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.config.SettingsException;
import org.macro2micro.config.TableSize;
import org.macro2micro.method.Method;
import org.macro2micro.method.NetworkRecognizer;
import org.macro2micro.onnx.RuntimeGraph;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.preprocess.PreprocessSettings;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.InputArray;

/** Trained models of every network as ONNX Runtime runs them, against this product's own engine. */
class OnnxExportTest {
  private static final double TOLERANCE = 1e-4;
  private static final List<String> LAB =
      List.of(
          "micro.lab={subjects: 3, clips: 4, frames: 5, size: 48}",
          "macro.lab={subjects: 3, clips: 4, frames: 4, size: 32}",
          "micro.scheme=cde",
          "preprocess.flow-size=48",
          "seed=1");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;

  /** Each network of the catalog that can be exported, and what can be set in some of them. */
  static Stream<List<String>> networks() throws Exception {
    List<List<String>> all = new ArrayList<>();
    all.add(List.of("rows=[c]"));
    all.add(List.of("rows=[c+s+sam+t+con]"));
    all.add(List.of("rows=[c+sam]", "methods.macro-to-micro.network.sampling-intervals=4"));
    all.add(List.of("rows=[c+s]", "methods.macro-to-micro.network.fusion=sum"));
    all.add(List.of("rows=[dssn]", "methods.dssn.merge=concatenate"));
    all.add(
        List.of(
            "rows=[dynamic]", "methods.dynamic.classifier=softmax", "methods.dynamic.lambda=0"));
    for (Methods method : Methods.values()) {
      if (method != Methods.MACRO_TO_MICRO && isExportable(method)) {
        all.add(List.of("rows=[" + method.page().name() + "]"));
      }
    }
    return all.stream();
  }

  private static boolean isExportable(Methods method) throws Exception {
    ExperimentFile file = TableSize.TINY.experiment(List.of());
    Method made = method.page().maker().make(file.settings().block(method.page().name()));
    return made.isExportable();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void givesTheSameScoresAndLabels(List<String> assignments) throws Exception {
    SavedModel model = trained(assignments);
    Path file = folder.resolve("model.onnx");
    new OnnxExport(model, file).write(List.of(), RunListener.silent());
    PreprocessSettings settings = model.preparation();
    try (NetworkRecognizer recognizer = (NetworkRecognizer) model.open();
        RuntimeGraph graph = new RuntimeGraph(Files.readAllBytes(file));
        NDManager manager = recognizer.loaded().manager().newSubManager()) {
      List<InputArray> inputs = recognizer.view().arrays(settings);
      assertThat(graph.inputs())
          .containsExactlyInAnyOrderElementsOf(inputs.stream().map(InputArray::name).toList());
      for (int frames : List.of(2, 5)) {
        for (int clips : List.of(1, 3)) {
          NDList arrays = arrays(recognizer, manager, clips, frames, settings);
          NDArray own = recognizer.probabilities(arrays);
          Map<String, NDArray> named = new LinkedHashMap<>();
          for (int i = 0; i < inputs.size(); i++) {
            named.put(inputs.get(i).name(), arrays.get(i));
            assertHolds(inputs.get(i), arrays.get(i));
          }
          NDArray found = graph.run(named, manager);
          assertThat(found.getShape()).isEqualTo(new Shape(clips, 3)).isEqualTo(own.getShape());
          assertThat((double) found.sub(own).abs().max().getFloat()).isLessThan(TOLERANCE);
          assertThat(found.argMax(1)).isEqualTo(own.argMax(1));
        }
      }
    }
  }

  /** The words about an input are true of the arrays. */
  private static void assertHolds(InputArray input, NDArray array) {
    List<String> sides = input.sides();
    assertThat(array.getShape().dimension()).isEqualTo(sides.size());
    for (int axis = 0; axis < sides.size(); axis++) {
      if (Character.isDigit(sides.get(axis).charAt(0))) {
        assertThat(array.getShape().get(axis)).isEqualTo(Long.parseLong(sides.get(axis)));
      }
    }
    for (float value : array.toFloatArray()) {
      assertThat((double) value).isBetween(input.least() - 1e-6, input.greatest() + 1e-6);
    }
  }

  @Test
  void namesTheSameClassForTwoHundredLabClips() throws Exception {
    List<String> many =
        List.of("rows=[c]", "micro.lab={subjects: 10, clips: 26, frames: 4, size: 32}");
    SavedModel model = trained(many);
    Path file = folder.resolve("many.onnx");
    new OnnxExport(model, file).write(List.of(), RunListener.silent());
    ClipSource micro =
        new SourceLoader(model.settings(), folder, new ReadDatabases(), RunListener.silent(), 1)
            .micro(model.preparation());
    List<ClipId> ids = List.copyOf(micro.truth().keySet());
    assertThat(ids).hasSizeGreaterThanOrEqualTo(200);
    int[] counts = new int[3];
    try (NetworkRecognizer recognizer = (NetworkRecognizer) model.open();
        RuntimeGraph graph = new RuntimeGraph(Files.readAllBytes(file))) {
      for (ClipId id : ids) {
        try (NDManager manager = recognizer.loaded().manager().newSubManager()) {
          NDList arrays = recognizer.view().of(manager, List.of(micro.pixels().get(id)));
          float[] own = recognizer.probabilities(arrays).toFloatArray();
          float[] found =
              graph
                  .run(Map.of("apex", arrays.get(0), "frames", arrays.get(1)), manager)
                  .toFloatArray();
          for (int i = 0; i < own.length; i++) {
            assertThat((double) found[i]).isCloseTo(own[i], within());
          }
          assertThat(greatest(found)).isEqualTo(greatest(own));
          counts[greatest(own)]++;
        }
      }
    }
    // If all labels were the same, their agreement would say nothing.
    assertThat(Arrays.stream(counts).filter(count -> count > 0).count()).isGreaterThan(1);
  }

  @Test
  void theJsonSaysHowInputsArePrepared() throws Exception {
    SavedModel model = trained(List.of("rows=[ststnet]"));
    Path file = folder.resolve("told.onnx");
    OnnxExport.Outcome outcome = new OnnxExport(model, file).write(List.of(), RunListener.silent());
    JsonNode said = JSON.readTree(Files.readAllBytes(outcome.json()));
    assertThat(outcome.json()).isEqualTo(folder.resolve("told.onnx.json"));
    assertThat(outcome.sample()).isNull();
    assertThat(said.path("method").path("name").asText()).isEqualTo("ststnet");
    assertThat(said.path("row").asText()).isEqualTo("ststnet");
    assertThat(words(said.path("labels"))).containsExactly("negative", "positive", "surprise");
    JsonNode input = said.path("inputs").path(0);
    assertThat(input.path("name").asText()).isEqualTo("image");
    assertThat(words(input.path("sides"))).containsExactly("clips", "3", "28", "28");
    assertThat(words(input.path("channels"))).containsExactly("u", "v", "strain");
    assertThat(input.path("least").asDouble()).isZero();
    assertThat(input.path("greatest").asDouble()).isEqualTo(255);
    assertThat(said.path("output").path("name").asText()).isEqualTo("probabilities");
    // The file must name the method's own preparation, not the one that methods share.
    assertThat(said.path("preprocess").path("input").asText()).isEqualTo("flow");
    assertThat(said.path("preprocess").path("size").asInt()).isEqualTo(28);
    assertThat(said.path("preprocess").path("flow-size").asInt()).isEqualTo(48);
    assertThat(said.path("settings").path("preprocess").path("size").asInt()).isEqualTo(32);
    assertThat(said.path("weightsSha256").asText()).isEqualTo(model.record().weightsSha256());
    assertThat(said.path("onnxSha256").asText()).isEqualTo(Sha256.hex(Files.readAllBytes(file)));
    assertThat(said.path("origin").path("dataDigests").has("micro casme2")).isTrue();
    try (RuntimeGraph graph = new RuntimeGraph(Files.readAllBytes(file))) {
      assertThat(graph.note("labels")).isEqualTo("negative,positive,surprise");
      assertThat(graph.note("row")).isEqualTo("ststnet");
    }
  }

  @Test
  void theSameModelGivesTheSameBytes() throws Exception {
    SavedModel model = trained(List.of("rows=[off-apexnet]"));
    new OnnxExport(model, folder.resolve("a.onnx")).write(List.of(), RunListener.silent());
    new OnnxExport(model, folder.resolve("b.onnx")).write(List.of(), RunListener.silent());
    assertThat(folder.resolve("b.onnx")).hasSameBinaryContentAs(folder.resolve("a.onnx"));
    assertThat(folder.resolve("b.onnx.json")).hasSameBinaryContentAs(folder.resolve("a.onnx.json"));
  }

  @Test
  void whatIsNotANetworkIsRefusedWithThoseThatAre() throws Exception {
    SavedModel model = trained(List.of("rows=[lbp-top]"));
    Path file = folder.resolve("svm.onnx");
    assertThatThrownBy(() -> new OnnxExport(model, file).write(List.of(), RunListener.silent()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("row lbp-top has no ONNX form")
        .hasMessageContaining(
            "macro-to-micro, off-apexnet, ststnet, dual-inception, capsulenet, dssn, fine-tuned (");
    assertThat(file).doesNotExist();
    assertThatThrownBy(
            () ->
                new OnnxExport(model, folder.resolve("svm.bin"))
                    .write(List.of(), RunListener.silent()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("expected FILE.onnx");
  }

  @Test
  void aNetworkWhoseArraysNobodyDescribesIsRefused() throws Exception {
    SavedModel model = trained(List.of("rows=[emr]", "methods.emr.macro=none"));
    Path file = folder.resolve("silent.onnx");
    List<Path> sample = List.of(Path.of("nowhere"));
    // That the sample leads nowhere would be told by preparing it, which comes later.
    assertThatThrownBy(() -> new OnnxExport(model, file).write(sample, RunListener.silent()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("row emr has no ONNX form: network Emr: its view (FlowPicture) does")
        .hasMessageContaining("expected a model of one of these methods: macro-to-micro, ");
    assertThat(file).doesNotExist();
  }

  private static SavedModel trained(List<String> assignments) throws Exception {
    List<String> all = new ArrayList<>(LAB);
    all.addAll(assignments);
    Path weights =
        folder.resolve(
            Sha256.hex(all.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 8)
                + ".safetensors");
    if (!Files.exists(weights)) {
      ExperimentFile file = TableSize.TINY.experiment(all);
      new ModelTraining(file, folder.resolve("work"), RunListener.silent()).write(weights);
    }
    return SavedModel.read(weights);
  }

  /** Noise, between the bounds of what is prepared. */
  private static NDList arrays(
      NetworkRecognizer recognizer,
      NDManager manager,
      int clips,
      int frames,
      PreprocessSettings settings) {
    RandomGenerator random = SeedPath.root(clips).child(String.valueOf(frames)).random();
    int size = settings.size();
    List<PreparedClip> noise =
        IntStream.range(0, clips)
            .mapToObj(
                clip -> {
                  float[] pixels = new float[frames * 3 * size * size];
                  for (int i = 0; i < pixels.length; i++) {
                    float value = random.nextFloat();
                    pixels[i] = settings.input().isDifference() ? 2 * value - 1 : value;
                  }
                  ClipId id = new ClipId(new Subject("noise", "one"), String.valueOf(clip));
                  return new PreparedClip(
                      id, settings.input(), frames, size, size, frames / 2, pixels);
                })
            .toList();
    return recognizer.view().arranged(recognizer.view().of(manager, noise));
  }

  private static int greatest(float[] values) {
    int at = 0;
    for (int i = 1; i < values.length; i++) {
      at = values[i] > values[at] ? i : at;
    }
    return at;
  }

  private static Offset<Double> within() {
    return Offset.offset(TOLERANCE);
  }

  private static List<String> words(JsonNode list) {
    List<String> words = new ArrayList<>();
    list.forEach(word -> words.add(word.asText()));
    return words;
  }
}
