package org.macro2micro.method.proposed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.experiment.RunDirectory;
import org.macro2micro.parity.TorchvisionFile;
import org.macro2micro.run.ExperimentRun;
import org.macro2micro.run.RunListener;

/** init.weights: the file that torchvision's ResNet18 makes, and what may be wrong with it. */
class InitialWeightsTest {
  @TempDir static Path folder;
  private static Path good;

  @BeforeAll
  static void write() throws IOException {
    good = Files.write(folder.resolve("resnet18.safetensors"), TorchvisionFile.bytes());
  }

  @Test
  void nothingNamedIsNothingLoaded() {
    assertThat(weights(null).load()).isEmpty();
  }

  @Test
  void aRunStartsFromThemAndItsRecordNamesTheirDigest() throws Exception {
    String yaml =
        """
        title: start
        micro:
          lab: {subjects: 2, clips: 4, frames: 5, size: 32}
        macro:
          lab: {subjects: 3, clips: 4, frames: 4, size: 32}
          held-out-share: 0
        preprocess: {size: 32, frames: 2}
        methods:
          macro-to-micro:
            phases:
              macro: {epochs: 0}
              micro: {epochs: 0}
        rows: [c]
        """;
    Path out = folder.resolve("run");
    Path copy = Files.copy(good, folder.resolve("copy.safetensors"));
    run(out, yaml, "methods.macro-to-micro.init.weights=" + good);
    InitialTrunks loaded = weights(good).load().orElseThrow();
    assertThat(new RunDirectory(out).provenance().orElseThrow().dataDigests())
        .containsEntry("init.weights", loaded.weights().digest());
    byte[] first = Files.readAllBytes(out.resolve("predictions.jsonl"));

    // The same weights elsewhere: folds are kept. None: they are done anew, and otherwise.
    Path fold = out.resolve("folds").resolve("c").resolve("casme2_sub01.json");
    byte[] kept = Files.readAllBytes(fold);
    run(out, yaml, "methods.macro-to-micro.init.weights=" + copy);
    assertThat(fold).hasBinaryContent(kept);
    run(out, yaml);
    assertThat(Files.readAllBytes(out.resolve("predictions.jsonl"))).isNotEqualTo(first);
  }

  @Test
  void aWrongNameIsNamed() throws IOException {
    refused(renamed("layer3.0.conv1.weight", "layer3.0.conv1_weight"))
        .hasMessageContaining("tensor layer3.0.conv1_weight: found")
        .hasMessageContaining("torchvision's ResNet18 has none of that name (1 such in all)");
  }

  @Test
  void aMissingTensorIsNamed() throws IOException {
    refused(renamed("layer3.0.conv1.weight", "fc.weight_of_none____"))
        .hasMessageContaining("tensor layer3.0.conv1.weight: found no such tensor")
        .hasMessageContaining("expected float32 of shape [256, 128, 3, 3]");
  }

  @Test
  void aWrongShapeIsNamed() throws IOException {
    refused(renamed("[256,128,3,3]", "[128,256,3,3]"))
        .hasMessageContaining(
            "tensor layer3.0.conv1.weight: found shape [128, 256, 3, 3], expected shape [256, 128, 3, 3]");
  }

  @Test
  void aWrongTypeIsNamed() throws IOException {
    refused(renamed("conv1.weight\":{\"dtype\":\"F32\"", "conv1.weight\":{\"dtype\":\"I32\""))
        .hasMessageContaining("conv1.weight: found dtype I32, expected F32");
  }

  @Test
  void aFileCutShortIsRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(good);
    for (int length : new int[] {0, 7, 100, 20_000, bytes.length - 1}) {
      refused(Arrays.copyOf(bytes, length))
          .hasMessageMatching("(?s).*(hold no header|claim a header|may be cut short).*");
    }
  }

  @Test
  void whatIsNoFileIsRefused() throws IOException {
    assertThatThrownBy(() -> weights(folder.resolve("no.safetensors")).load())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no.safetensors: no such file");
    assertThatThrownBy(() -> weights(folder).load())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("can't be read");
    Path huge = folder.resolve("huge.safetensors");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(1L << 31);
    }
    assertThatThrownBy(() -> weights(huge).load())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found 2147483648 bytes, expected about 47 million");
    Files.delete(huge);
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ?> refused(byte[] bytes)
      throws IOException {
    Path file = Files.write(folder.resolve("bad.safetensors"), bytes);
    return assertThatThrownBy(() -> weights(file).load())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("init.weights " + file + ": ");
  }

  /** The good file with a text of its header replaced by one of the same length. */
  private static byte[] renamed(String from, String to) throws IOException {
    byte[] bytes = Files.readAllBytes(good);
    String header = new String(bytes, 0, 16_000, StandardCharsets.ISO_8859_1);
    String changed = header.replaceFirst(java.util.regex.Pattern.quote(from), to.replace("$", ""));
    assertThat(changed).isNotEqualTo(header).hasSameSizeAs(header);
    byte[] start = changed.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(start, 0, bytes, 0, start.length);
    return bytes;
  }

  private static InitialWeights weights(@Nullable Path file) {
    return new InitialWeights(file, InitialTrunks.Trunks.BOTH);
  }

  private static void run(Path out, String yaml, String... assignments) throws Exception {
    new ExperimentRun(
            ExperimentFile.parse("start.yaml", yaml, List.of(assignments)),
            out,
            RunListener.silent())
        .run();
  }
}
