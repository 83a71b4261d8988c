package org.macro2micro.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.LibUtils;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
      if (Boolean.getBoolean("path")) {
        System.out.println(LibUtils.getLibtorchPath());
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

  /**
   * Four at a time, since each start takes seconds: one that had an effect would show it beside the
   * others too. Two that mean the same are apart, so that neither hides the other.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-DPYTORCH_VERSION=2.4.0 -DPYTORCH_EXTRA_LIBRARY_PATH=/none/libx.so -DENGINE_CACHE_DIR=/proc/nothing -DDJL_DEFAULT_ENGINE=TensorFlow",
        "-DPYTORCH_LIBRARY_PATH=/none -DPYTORCH_FLAVOR=cu121 -DDJL_CACHE_DIR=/proc/nothing -Dai.djl.default_engine=TensorFlow"
      })
  void propertiesChangeNothing(String options) throws Exception {
    assertThat(sum(Map.of(), options.split(" "))).isEqualTo("3.0\n3.0\n");
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
    Files.writeString(folder.resolve(System.mapLibraryName("torch")), "not a library");
    assertThat(sum(Map.of("LD_LIBRARY_PATH", folder.toString()))).isEqualTo("3.0\n3.0\n");
  }

  /** An installed PyTorch, for which the product's own libraries stand in another folder. */
  @ParameterizedTest
  @ValueSource(strings = {"build-version", "version.py"})
  void anInstalledPyTorchOfTheSameVersionIsTaken(String statement) throws Exception {
    Path installed = Files.createDirectories(folder.resolve("torch"));
    Files.writeString(
        installed.resolve(statement),
        statement.equals("build-version")
            ? "2.7.1+cpu\n"
            : "from typing import Optional\n__version__ = '2.7.1+cpu'\ndebug = False\n");
    Path libraries = Files.createDirectories(installed.resolve("lib"));
    try (NDManager own = EngineStart.newManager();
        Stream<Path> files = Files.list(Path.of(LibUtils.getLibtorchPath()))) {
      assertThat(own.isOpen()).isTrue();
      for (Path file : files.filter(f -> !f.toString().contains("djl_torch")).toList()) {
        Files.createSymbolicLink(libraries.resolve(file.getFileName()), file);
      }
    }
    assertThat(sum(Map.of(TorchLibrary.VARIABLE, folder.toString()), "-Dpath=true"))
        .isEqualTo("3.0\n3.0\n" + libraries + "\n");
    for (Path named : List.of(installed, libraries)) {
      assertThat(TorchLibrary.of(Map.of(TorchLibrary.VARIABLE, named.toString()), "2.7.1-1"))
          .isEqualTo(new TorchLibrary(libraries, "2.7.1+cpu", false));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2.8.0, found PyTorch 2.8.0",
    "2.7.10+cpu, found PyTorch 2.7.10+cpu",
    "2.7.1+rocm6.3, found PyTorch 2.7.1+rocm6.3",
    "nonsense, found PyTorch no version",
    ", 'found neither of the files [build-version, version.py]'"
  })
  void anotherInstalledPyTorchIsRefused(@Nullable String version, String found) throws Exception {
    Files.writeString(folder.resolve(System.mapLibraryName("torch")), "not a library");
    if (version != null) {
      Files.writeString(folder.resolve("build-version"), version);
    }
    assertThatThrownBy(
            () -> TorchLibrary.of(Map.of(TorchLibrary.VARIABLE, folder.toString()), "2.7.1-1"))
        .isInstanceOf(EngineStartException.class)
        .hasMessageContaining(TorchLibrary.VARIABLE + "=" + folder)
        .hasMessageContaining(found)
        .hasMessageContaining("PyTorch 2.7.1");
  }

  @Test
  void aFolderWithoutPyTorchIsRefusedAndADamagedOneNamed() throws Exception {
    Map<String, String> named = Map.of(TorchLibrary.VARIABLE, folder.toString());
    assertThat(sum(named).lines())
        .hasSize(2)
        .allMatch(line -> line.contains("found no " + System.mapLibraryName("torch") + " in it"));
    Files.writeString(folder.resolve(System.mapLibraryName("torch")), "not a library");
    Files.writeString(folder.resolve("build-version"), "2.7.1");
    assertThat(sum(named).lines())
        .filteredOn(line -> line.contains(folder + " can't be started"))
        .hasSize(2);
  }

  @Test
  void aCardIsRefusedWhereThereIsNone() {
    assumeThat(EngineStart.resolved(ComputeDevice.AUTO)).isEqualTo(ComputeDevice.CPU);
    assertThatThrownBy(() -> EngineStart.newManager(ComputeDevice.GPU))
        .isInstanceOf(EngineStartException.class)
        .hasMessageContaining("device=gpu: found no card")
        .hasMessageContaining("MACRO2MICRO_TORCH=FOLDER a PyTorch 2.7.1");
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
