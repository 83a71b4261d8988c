package org.macro2micro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that was trained, exported and run by ONNX Runtime: the same as predict says. */
class ExportCommandTest {
  private static final double TOLERANCE = 1e-4;

  @TempDir static Path folder;
  private static Path clip;

  @BeforeAll
  static void train() throws Exception {
    Ran.draw("casme2", folder.resolve("casme2"));
    train("model", "c", "preprocess.size=32");
    train("svm", "lbp-top", "methods.lbp-top.preprocess.size=48");
    try (Stream<Path> all = Files.walk(folder.resolve("casme2"))) {
      clip =
          all.filter(path -> String.valueOf(path.getFileName()).startsWith("EP"))
              .sorted()
              .findFirst()
              .orElseThrow();
    }
  }

  private static void train(String name, String row, String setting) {
    Ran ran =
        Ran.of(
            "train",
            "--micro",
            "casme2=" + text("casme2"),
            "--row",
            row,
            "--out",
            text(name + ".safetensors"),
            "--set",
            "preprocess.frames=4",
            "--set",
            "methods.macro-to-micro.network.width=4",
            "--set",
            "methods.macro-to-micro.phases.micro.epochs=2",
            "--set",
            setting);
    assertThat(ran.code()).as(ran.err()).isZero();
  }

  @Test
  void givesWhatPredictSays() throws Exception {
    Ran said = Ran.of("predict", text("model.safetensors"), clip.toString(), "--json");
    JsonNode scores = said.json().path("clips").path(0).path("scores");
    Ran ran =
        Ran.of(
            "export",
            text("model.safetensors"),
            "--onnx",
            text("model.onnx"),
            "--sample",
            clip.toString(),
            "--json");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.json().path("onnx").asText()).endsWith("model.onnx");
    assertThat(ran.json().path("network").asText()).isEqualTo("macro-to-micro");
    assertThat(folder.resolve("model.onnx.json")).exists();
    // The record beside the weights is another file and still theirs.
    assertThat(Ran.of("predict", text("model.safetensors"), clip.toString()).code()).isZero();
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      byte[] sample = Files.readAllBytes(folder.resolve("model.onnx.npz"));
      Map<String, NDArray> arrays = new HashMap<>();
      NDList.decode(manager, sample).forEach(array -> arrays.put(array.getName(), array));
      assertThat(arrays).containsOnlyKeys("apex", "frames", "probabilities");
      float[] found = run(folder.resolve("model.onnx"), arrays);
      float[] own = arrays.get("probabilities").toFloatArray();
      assertThat(found).hasSize(own.length).hasSize(scores.size());
      int at = 0;
      for (JsonNode score : scores) {
        assertThat((double) found[at]).isCloseTo(own[at], Offset.offset(TOLERANCE));
        assertThat((double) own[at++]).isCloseTo(score.asDouble(), Offset.offset(TOLERANCE));
      }
    }
  }

  private static float[] run(Path model, Map<String, NDArray> arrays) throws Exception {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(model.toString())) {
      Map<String, OnnxTensor> inputs = new HashMap<>();
      for (String name : session.getInputNames()) {
        NDArray array = arrays.get(name);
        FloatBuffer numbers = FloatBuffer.wrap(array.toFloatArray());
        inputs.put(
            name, OnnxTensor.createTensor(environment, numbers, array.getShape().getShape()));
      }
      try (OrtSession.Result result = session.run(inputs)) {
        return ((float[][]) result.get(0).getValue())[0];
      }
    }
  }

  @Test
  void saysWhatWasWrittenAndWhatGoesIn() {
    Ran ran = Ran.of("export", text("model.safetensors"), "--onnx", text("told.onnx"));
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("told.onnx: macro-to-micro; classes negative, positive, surprise")
        .contains("input apex [clips,3,32,32]: the apex frame")
        .contains("input frames [clips,frames,3,32,32]: all frames in order")
        .contains("how to prepare them: " + text("told.onnx.json"))
        .doesNotContain("sample");
  }

  @Test
  void whatCantBeExportedIsOneErrorThatSaysWhatCan() {
    Ran svm = Ran.of("export", text("svm.safetensors"), "--onnx", text("svm.onnx"));
    assertThat(svm.code()).isEqualTo(2);
    assertThat(svm.err())
        .contains("row lbp-top has no ONNX form")
        .contains("expected a model of one of these methods: macro-to-micro, off-apexnet");
    Ran name = Ran.of("export", text("model.safetensors"), "--onnx", text("model.bin"));
    assertThat(name.code()).isEqualTo(2);
    assertThat(name.err()).contains("expected FILE.onnx");
    Ran lost =
        Ran.of(
            "export",
            text("model.safetensors"),
            "--onnx",
            text("lost.onnx"),
            "--sample",
            text("nowhere"));
    assertThat(lost.code()).isNotZero();
    assertThat(lost.err()).contains("nowhere");
    assertThat(List.of(folder.resolve("svm.onnx"), folder.resolve("lost.onnx")))
        .allSatisfy(file -> assertThat(file).doesNotExist());
  }

  private static String text(String name) {
    return folder.resolve(name).toString();
  }
}
