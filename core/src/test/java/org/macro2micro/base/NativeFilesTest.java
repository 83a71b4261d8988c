package org.macro2micro.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Native libraries are unpacked where files can be made, whatever the user's home is. */
class NativeFilesTest {
  private static final List<String> PROPERTIES =
      List.of("org.bytedeco.javacpp.cachedir", "DJL_CACHE_DIR", "ENGINE_CACHE_DIR", "jna.tmpdir");

  @TempDir Path folder;

  /** Prints where the loaders are led. */
  static final class Places {
    private Places() {}

    public static void main(String[] arguments) {
      NativeFiles.place();
      NativeFiles.place();
      PROPERTIES.forEach(name -> System.out.println(System.getProperty(name, "-")));
    }
  }

  /** What a process of its own prints, whose environment and properties are the caller's. */
  private List<String> places(Map<String, String> environment, String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Places.class.getName()));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeAll(List.of("HOME", "XDG_CACHE_HOME"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.lines().toList();
  }

  @Test
  void aHomeThatCanBeUsedIsLeftToTheLoaders() throws Exception {
    assertThat(places(Map.of(), "-Duser.home=" + folder)).containsOnly("-");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void withoutAHomeTheCacheOfTheDesktopIsTaken() throws Exception {
    Path cache = folder.resolve("cache");
    assertThat(places(Map.of("XDG_CACHE_HOME", cache.toString()), "-Duser.home=?"))
        .containsExactly(
            cache + "/macro2micro/javacpp",
            cache + "/macro2micro/djl",
            "-",
            cache + "/macro2micro/jna");
    assertThat(folder.resolve("?")).doesNotExist();
  }

  @Test
  void withoutACacheTheVariableHomeIsTaken() throws Exception {
    assertThat(places(Map.of("HOME", folder.toString()), "-Duser.home=?"))
        .contains(folder + "/.cache/macro2micro/javacpp");
  }

  @Test
  void withoutAnyHomeAFolderOfTheUsersOwnIsTakenTheSameEachTime() throws Exception {
    String[] options = {"-Duser.home=/proc/none", "-Djava.io.tmpdir=" + folder};
    List<String> first = places(Map.of("HOME", "/proc/none"), options);
    assertThat(first.get(0)).startsWith(folder + "/macro2micro-").endsWith("/javacpp");
    assertThat(places(Map.of(), options)).isEqualTo(first);
    Path own = Path.of(first.get(0)).getParent();
    assertThat(Files.getPosixFilePermissions(own)).hasSize(3);
  }

  @Test
  void aFolderThatOthersCanWriteToIsNotTaken() throws Exception {
    String[] options = {"-Duser.home=?", "-Djava.io.tmpdir=" + folder};
    Path own = Path.of(places(Map.of(), options).get(0)).getParent();
    Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path other = Path.of(places(Map.of(), options).get(0)).getParent();
    assertThat(other).isNotEqualTo(own).hasParent(folder);
    assertThat(Files.getPosixFilePermissions(other)).hasSize(3);
  }

  @Test
  void aPropertyThatLeadsNowhereIsTakenAway() throws Exception {
    assertThat(
            places(
                Map.of(),
                "-Duser.home=" + folder,
                "-Dorg.bytedeco.javacpp.cachedir=/proc/none",
                "-DDJL_CACHE_DIR=" + folder.resolve("mine")))
        .containsExactly("-", folder.resolve("mine").toString(), "-", "-");
  }

  @Test
  void onlyTryingTellsWhetherAFolderCanBeUsed() throws Exception {
    assertThat(NativeFiles.isUsable(folder.resolve("a/b").toString())).isTrue();
    assertThat(NativeFiles.isUsable("/proc/nothing")).isFalse();
    assertThat(NativeFiles.isUsable("")).isFalse();
    Path file = Files.writeString(folder.resolve("f"), "");
    assertThat(NativeFiles.isUsable(file.toString())).isFalse();
  }
}
