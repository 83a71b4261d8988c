package org.macro2micro.studio.work;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The command of a process of this program that decodes what strangers have sent. The process has a
 * small heap and bounded native memory, leaves no dump of what it holds, and knows of the
 * environment only what a loader of libraries needs.
 *
 * @param mainClass what it runs
 * @param memory bytes that it may hold in all, at least 256 MiB
 */
record ChildCommand(Class<?> mainClass, long memory) {
  /** The heap may take the memory divided by this; the libraries hold the rest. */
  private static final int HEAP_SHARE = 4;

  private static final long MIB = 1 << 20;

  private static final Set<String> KEPT =
      Set.of(
          "PATH",
          "HOME",
          "LANG",
          "LC_ALL",
          "TMPDIR",
          "TEMP",
          "TMP",
          "SYSTEMROOT",
          "OPENCV_LOG_LEVEL",
          "LD_LIBRARY_PATH",
          "DJL_CACHE_DIR",
          "ENGINE_CACHE_DIR",
          "OMP_WAIT_POLICY",
          "OMP_NUM_THREADS");

  private static final List<String> PROPERTIES =
      List.of("org.bytedeco.javacpp.cachedir", "user.home", "java.io.tmpdir");

  /** Returns what starts the process in a folder of its own. */
  ProcessBuilder builder(Path folder) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + memory / HEAP_SHARE / MIB + "m");
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=" + folder.resolve("crash.log"),
            "-Xshare:auto",
            "-Djava.awt.headless=true",
            "-Dai.djl.offline=true",
            "-Dfile.encoding=UTF-8",
            "-Dorg.bytedeco.javacpp.maxPhysicalBytes=" + memory));
    for (String property : PROPERTIES) {
      String value = System.getProperty(property);
      if (value != null) {
        command.add("-D" + property + "=" + value);
      }
    }
    command.addAll(List.of("-cp", classPath(), mainClass.getName()));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> !KEPT.contains(name.toUpperCase(Locale.ROOT)));
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  /** The process works in another folder, so that paths must be absolute. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
