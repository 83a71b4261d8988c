package org.macro2micro.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine's libraries are the product's own, or one line names the variable in the way. */
class EngineStartTest {
  @TempDir Path folder;

  /** Starts the engine twice and prints a sum, or what was thrown. */
  static final class Sum {
    private Sum() {}

    public static void main(String[] arguments) {
      for (int i = 0; i < 2; i++) {
        try (NDManager manager = EngineStart.newManager()) {
          System.out.println(manager.create(new float[] {1, 2}).sum().getFloat());
        } catch (EngineStartException e) {
          System.out.println(e.getMessage());
        }
      }
    }
  }

  private String sum(Map<String, String> environment, String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dai.djl.offline=true");
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Sum.class.getName()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-DPYTORCH_VERSION=2.4.0",
        "-DPYTORCH_LIBRARY_PATH=/none",
        "-DPYTORCH_EXTRA_LIBRARY_PATH=/none/libx.so",
        "-DPYTORCH_FLAVOR=cu121",
        "-DDJL_CACHE_DIR=/proc/nothing",
        "-DENGINE_CACHE_DIR=/proc/nothing",
        "-DDJL_DEFAULT_ENGINE=TensorFlow",
        "-Dai.djl.default_engine=TensorFlow"
      })
  void aPropertyChangesNothing(String option) throws Exception {
    assertThat(sum(Map.of(), option)).isEqualTo("3.0\n3.0\n");
  }

  @ParameterizedTest
  @CsvSource({
    "PYTORCH_VERSION,2.4.0",
    "PYTORCH_LIBRARY_PATH,/none",
    "PYTORCH_EXTRA_LIBRARY_PATH,/none/libx.so",
    "DJL_CACHE_DIR,/proc/nothing",
    "ENGINE_CACHE_DIR,/proc/nothing",
    "DJL_DEFAULT_ENGINE,TensorFlow"
  })
  void aVariableInTheWayIsNamedEachTime(String name, String value) throws Exception {
    String said = sum(Map.of(name, value));
    assertThat(said.lines()).hasSize(2).allMatch(line -> line.contains(name + "=" + value));
    assertThat(said).contains("unset it");
  }

  @Test
  void anotherPyTorchOnTheLibraryPathIsNotTaken() throws Exception {
    Files.writeString(folder.resolve("libtorch.so"), "not a library");
    assertThat(sum(Map.of("LD_LIBRARY_PATH", folder.toString()))).isEqualTo("3.0\n3.0\n");
  }

  @Test
  void itsOwnVersionAndFoldersThatCanBeUsedAreNotInTheWay() {
    assertThatCode(
            () ->
                EngineStart.requireOwnLibraries(
                    Map.of(
                        "PYTORCH_VERSION", "2.",
                        "PYTORCH_LIBRARY_PATH", "",
                        "ENGINE_CACHE_DIR", folder.toString(),
                        // Not looked at, since the other one counts.
                        "DJL_CACHE_DIR", "/proc/nothing",
                        "DJL_DEFAULT_ENGINE", "PyTorch")))
        .doesNotThrowAnyException();
    assertThatThrownBy(
            () -> EngineStart.requireOwnLibraries(Map.of("DJL_CACHE_DIR", "/proc/nothing")))
        .isInstanceOf(EngineStartException.class)
        .hasMessageContaining("DJL_CACHE_DIR=/proc/nothing");
  }
}
