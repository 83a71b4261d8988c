package org.macro2micro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script that starts Java gives it an environment in which it can work. */
class LauncherTest {
  @TempDir Path home;

  /** A copy of the script beside an empty build, and a Java that prints its environment. */
  @BeforeEach
  void copy() throws IOException {
    for (String folder :
        List.of(
            "core/src/main",
            "app/src/main",
            "app/target",
            "studio/src/main",
            "studio/target",
            "bin")) {
      Files.createDirectories(home.resolve(folder));
    }
    for (String pom : List.of("pom.xml", "core/pom.xml", "app/pom.xml", "studio/pom.xml")) {
      Files.writeString(home.resolve(pom), "");
    }
    Files.writeString(home.resolve("app/target/classpath"), "none.jar");
    Files.writeString(home.resolve("studio/target/classpath"), "server.jar");
    Files.copy(Path.of("..", "macro2micro"), home.resolve("macro2micro"));
    Path java = Files.writeString(home.resolve("bin/java"), "#!/bin/sh\nexec env\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private String started(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("bash", home.resolve("macro2micro").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    String path = builder.environment().get("PATH");
    builder.environment().clear();
    builder.environment().putAll(Map.of("PATH", path, "JAVA_HOME", home.toString()));
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "C", "POSIX", "xx_XX.UTF-8", "en_US.ISO-8859-1"})
  void namesOfFilesAreReadAsUtf8WhateverTheLocale(String locale) throws Exception {
    Map<String, String> environment =
        locale.isEmpty() ? Map.of() : Map.of("LC_ALL", locale, "LANG", locale);
    assertThat(started(environment)).containsPattern("(?mi)^LC_ALL=.*\\.utf-?8$");
    assertThat(started(environment)).doesNotContain("LC_ALL=xx_XX");
  }

  @Test
  void aLocaleOfUtf8IsLeft() throws Exception {
    assertThat(started(Map.of("LANG", "C.UTF-8")))
        .contains("LANG=C.UTF-8")
        .doesNotContain("LC_ALL");
  }

  @Test
  void variablesThatLeadToOtherLibrariesAreTakenAway() throws Exception {
    String said =
        started(
            Map.of(
                "PYTORCH_VERSION", "2.4.0",
                "PYTORCH_LIBRARY_PATH", "/none",
                "PYTORCH_EXTRA_LIBRARY_PATH", "/none",
                "PYTORCH_FLAVOR", "cu121",
                "PYTORCH_PRECXX11", "true",
                "DJL_DEFAULT_ENGINE", "TensorFlow",
                "OPENCV_IO_MAX_IMAGE_PIXELS", "abc",
                "OMP_NUM_THREADS", "abc"));
    assertThat(said).doesNotContain("PYTORCH_", "DJL_", "OPENCV_IO", "OMP_NUM_THREADS");
  }

  @Test
  void foldersForLibrariesAreTakenIfTheyCanBeUsed() throws Exception {
    Path cache = home.resolve("a cache/djl");
    assertThat(started(Map.of("DJL_CACHE_DIR", cache.toString(), "OMP_NUM_THREADS", "2")))
        .contains("DJL_CACHE_DIR=" + cache, "OMP_NUM_THREADS=2");
    assertThat(started(Map.of("ENGINE_CACHE_DIR", "/proc/nothing")))
        .contains("note: ENGINE_CACHE_DIR=/proc/nothing can't be made or written to")
        .doesNotContain("\nENGINE_CACHE_DIR=");
  }

  @Test
  void anArchiveOfClassesThatCannotBeMadeIsDoneWithout() throws Exception {
    started(Map.of()); // Its Java makes none.
    Path archive = home.resolve("app/target/classes.jsa");
    assertThat(archive).isEmptyFile();
    long made = Files.getLastModifiedTime(archive).toMillis();
    javaPrintsItsArguments();
    assertThat(started(Map.of())).doesNotContain("SharedArchiveFile");
    assertThat(Files.getLastModifiedTime(archive).toMillis()).isEqualTo(made);
  }

  @Test
  void classesAreTakenFromJarsAndFromTheirArchive() throws Exception {
    Files.createDirectories(home.resolve("core/target"));
    Path app = Files.writeString(home.resolve("app/target/app-1.jar"), "");
    Path core = Files.writeString(home.resolve("core/target/core-1.jar"), "");
    Path archive = Files.writeString(home.resolve("app/target/classes.jsa"), "classes");
    Files.setLastModifiedTime(archive, FileTime.fromMillis(System.currentTimeMillis() + 10_000));
    javaPrintsItsArguments();
    assertThat(started(Map.of()))
        .contains("-XX:SharedArchiveFile=" + archive)
        .contains("-cp " + app + ":" + core + ":none.jar org.macro2micro.cli.Main");
  }

  @Test
  void theStudioAloneHasItsLibraries() throws Exception {
    Path server = Files.writeString(home.resolve("studio/target/studio-1.jar"), "");
    javaPrintsItsArguments();
    assertThat(started(Map.of(), "serve"))
        .contains("none.jar:" + server + ":server.jar org.macro2micro.cli.Main serve");
    assertThat(started(Map.of(), "run")).doesNotContain("server.jar");
  }

  private void javaPrintsItsArguments() throws IOException {
    Files.writeString(home.resolve("bin/java"), "#!/bin/sh\nexec echo \"$@\"\n");
  }
}
