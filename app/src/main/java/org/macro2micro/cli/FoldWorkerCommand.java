package org.macro2micro.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.macro2micro.experiment.Workforce;
import org.macro2micro.run.FoldWorker;
import org.macro2micro.run.ProcessFolds;
import picocli.CommandLine.Command;

/** Does folds for another process of this program; it is not meant for people. */
@Command(
    name = FoldWorkerCommand.NAME,
    hidden = true,
    description = "Does the folds that another process names on standard input.")
final class FoldWorkerCommand implements Callable<Integer> {
  static final String NAME = "fold-worker";

  private static final String THREADS = "-D" + Workforce.THREADS + "=";

  @Override
  public Integer call() throws IOException {
    try (PrintStream answers =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
      FoldWorker.serve(System.in, answers, FailureReport::line);
    }
    return 0;
  }

  /**
   * Starts this command in several processes, each with the options of this Java.
   *
   * @param workforce how many, and how many threads each has
   * @param logs the folder of the processes' logs
   */
  static ProcessFolds processes(Workforce workforce, Path logs) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("-X") || option.startsWith("-D"))
        .filter(option -> !option.startsWith(THREADS) && !option.contains("terminal."))
        .forEach(command::add);
    command.add(THREADS + workforce.threads());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.add(NAME);
    return new ProcessFolds(command, workforce, logs);
  }
}
