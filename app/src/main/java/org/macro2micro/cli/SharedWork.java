package org.macro2micro.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.macro2micro.run.RunListener;

/**
 * The folds of a run, done by several processes: one Java can only train one fold at a time. Each
 * process is this command again, with its share of the folds and one thread; they meet in the run's
 * folder.
 */
final class SharedWork {
  private static final long POLL_MILLISECONDS = 500;
  private static final String THREADS = "-Dai.djl.pytorch.num_threads=";

  private final List<String> arguments;
  private final Path folder;
  private final RunListener listener;
  private long counted;

  /**
   * @param arguments of this command
   * @param folder of the run; each process logs there
   */
  SharedWork(List<String> arguments, Path folder, RunListener listener) {
    this.arguments = List.copyOf(arguments);
    this.folder = folder;
    this.listener = listener;
  }

  /**
   * Waits until all are done.
   *
   * @throws IOException if a process can't be started or fails; the message names its log
   */
  void run(int processes) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    List<Process> all = new ArrayList<>();
    Thread end = new Thread(() -> all.forEach(Process::destroy));
    Runtime.getRuntime().addShutdownHook(end);
    try {
      for (int i = 0; i < processes; i++) {
        all.add(start(i, processes));
      }
      listener.begin("train folds in %d processes".formatted(processes), -1);
      while (all.stream().anyMatch(Process::isAlive)) {
        Thread.sleep(POLL_MILLISECONDS);
        listener.done(folds());
        for (int i = 0; i < processes; i++) {
          if (!all.get(i).isAlive() && all.get(i).exitValue() != 0) {
            throw new IOException(
                "process %d of %d ended with %d; what it said is in %s"
                    .formatted(i + 1, processes, all.get(i).exitValue(), log(i)));
          }
        }
      }
    } finally {
      all.forEach(Process::destroy);
      Runtime.getRuntime().removeShutdownHook(end);
    }
  }

  private Process start(int index, int of) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("-X") || option.startsWith("-D"))
        .filter(option -> !option.startsWith(THREADS) && !option.contains("terminal."))
        .forEach(command::add);
    command.add(THREADS + 1);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(arguments);
    command.addAll(List.of("--share", index + "/" + of));
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(log(index).toFile())
        .start();
  }

  private Path log(int index) {
    return folder.resolve("process-%d.log".formatted(index + 1));
  }

  /** Results of folds so far; while files come and go, the last count that could be made. */
  private long folds() {
    try (Stream<Path> files = Files.walk(folder)) {
      counted =
          files
              .filter(file -> file.toString().endsWith(".json"))
              .filter(file -> file.toString().contains("folds"))
              .count();
    } catch (IOException | UncheckedIOException vanished) {
      return counted;
    }
    return counted;
  }
}
