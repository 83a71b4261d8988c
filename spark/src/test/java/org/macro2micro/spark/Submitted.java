package org.macro2micro.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * A command that was submitted to a cluster of two executors, each a process of its own, by what
 * the script spark-submit starts and with the jar that users are given.
 *
 * @param process the driver, in which Spark runs master and workers
 * @param out its standard output
 * @param log its standard error
 */
record Submitted(Process process, Path out, Path log) {
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final String EXECUTOR = "CoarseGrainedExecutorBackend";
  private static final int MOST_MINUTES = 8;

  /** Starts a command; its output lies in files of this name in the folder. */
  static Submitted start(Path folder, String name, List<String> words) throws IOException {
    Path home = home();
    Path out = folder.resolve(name + ".out");
    Path log = folder.resolve(name + ".log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Processes that live for seconds lose more by the thorough compiler than they win.
    String quick = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";
    command.addAll(List.of(quick.split(" ")));
    command.add("-Xmx600m");
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
    command.addAll(
        List.of("-cp", home.resolve("jars") + "/*", "org.apache.spark.deploy.SparkSubmit"));
    command.addAll(List.of("--master", "local-cluster[2,1,600]"));
    for (String setting :
        List.of(
            "spark.executor.memory=600m",
            "spark.executor.extraJavaOptions=" + quick,
            "spark.ui.enabled=false",
            "spark.driver.host=localhost")) {
      command.addAll(List.of("--conf", setting));
    }
    command.addAll(List.of("--class", SparkMain.class.getName()));
    command.add(TARGET.resolve("macro2micro-spark.jar").toString());
    command.addAll(words);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(log.toFile());
    builder.environment().put("SPARK_HOME", home.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("SPARK_LOCAL_HOSTNAME", "localhost");
    return new Submitted(builder.start(), out, log);
  }

  /** An installation of Spark: its jars in a folder, as links. */
  private static Path home() throws IOException {
    Path home = TARGET.resolve("spark-home");
    Path jars = Files.createDirectories(home.resolve("jars"));
    String classPath = Files.readString(Path.of("home", "target", "classpath")).strip();
    for (String jar : classPath.split(File.pathSeparator)) {
      Path link = jars.resolve(Path.of(jar).getFileName());
      if (!Files.exists(link)) {
        Files.createSymbolicLink(link, Path.of(jar));
      }
    }
    return home;
  }

  /** The executors that are there. */
  List<ProcessHandle> executors() {
    try (Stream<ProcessHandle> all = process.descendants()) {
      return all.filter(
              child -> child.isAlive() && child.info().commandLine().orElse("").contains(EXECUTOR))
          .toList();
    }
  }

  /** Waits for the end, which must be a good one, and gives what was printed. */
  String printed() throws Exception {
    return printed(0);
  }

  String printed(int code) throws Exception {
    boolean isOver = process.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
    if (!isOver) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    String said = Files.readString(log);
    assertThat(isOver).as(said).isTrue();
    assertThat(process.exitValue()).as(said).isEqualTo(code);
    return Files.readString(out);
  }

  /** How often the log says this. */
  long said(String words) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines.filter(line -> line.contains(words)).count();
    }
  }
}
