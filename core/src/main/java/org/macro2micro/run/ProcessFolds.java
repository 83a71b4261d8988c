package org.macro2micro.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.macro2micro.experiment.Workforce;
import org.macro2micro.nn.EngineStart;

/**
 * Folds in several processes of this machine, since one Java can train but one fold at a time. Each
 * process runs {@link FoldWorker} and takes the next fold when it has done one; processes live as
 * long as this executor, so that what they have read serves all runs of a table.
 */
public final class ProcessFolds implements FoldExecutor {
  private static final int MOST_TRIES = 2;

  /** The exit code of a process that was killed, by the system or by a person. */
  private static final int KILLED = 128 + 9;

  /**
   * Variables from which Java takes options of its own. The command has all that matter; others, as
   * for a debugger, would be in the way of a second process.
   */
  private static final List<String> JAVA_OPTIONS =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private final List<String> command;
  private final Workforce workforce;
  private final List<Worker> workers = new ArrayList<>();
  private final Thread end = new Thread(this::stop);

  /**
   * @param command starts a process that runs {@link FoldWorker#serve} on its standard streams
   * @param workforce at least 1 process; the command says how many threads each has
   * @param logs folder in which each process writes what it has to say
   */
  public ProcessFolds(List<String> command, Workforce workforce, Path logs) {
    this.command = List.copyOf(command);
    this.workforce = workforce;
    for (int i = 1; i <= workforce.processes(); i++) {
      workers.add(new Worker(logs.resolve("process-%d.log".formatted(i))));
    }
    Runtime.getRuntime().addShutdownHook(end);
  }

  @Override
  public boolean isElsewhere() {
    return true;
  }

  @Override
  public Workforce workforce() {
    return workforce;
  }

  @Override
  public void execute(List<FoldJob> jobs, Folds here, RunListener listener)
      throws IOException, InterruptedException {
    listener.begin("folds in %d processes".formatted(workers.size()), jobs.size());
    FoldQueue queue = new FoldQueue(jobs, listener);
    ExecutorService threads = Executors.newFixedThreadPool(workers.size());
    CompletionService<@Nullable Void> ends = new ExecutorCompletionService<>(threads);
    boolean finished = false;
    try {
      for (Worker worker : workers) {
        ends.submit(
            () -> {
              work(worker, queue);
              return null;
            });
      }
      for (int i = 0; i < workers.size(); i++) {
        ends.take().get();
      }
      finished = true;
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof Error error) {
        throw error;
      }
      if (cause instanceof RuntimeException unforeseen) {
        throw unforeseen;
      }
      throw cause instanceof IOException failed
          ? failed
          : new IOException("a fold failed: " + cause, e);
    } finally {
      queue.giveUp();
      if (!finished) {
        stop();
      }
      threads.shutdown();
    }
  }

  private void work(Worker worker, FoldQueue queue) throws IOException {
    for (FoldQueue.Try next = queue.next(); next != null; next = queue.next()) {
      String answer = worker.ask(next.job(), command, queue);
      if (answer == null) {
        if (next.number() == MOST_TRIES) {
          throw new IOException(
              "fold %s: the process that did it ended, twice%s; its log is %s"
                  .formatted(next.job().heldOut(), worker.end(), worker.log));
        }
        queue.again(next);
      } else if (answer.equals(FoldWorker.DONE)) {
        queue.done(next.job());
      } else {
        throw new IOException(answer.substring(FoldWorker.FAILED.length()));
      }
    }
  }

  /** A process, started when it is first needed and again when it was lost. */
  private static final class Worker {
    private final Path log;
    private @Nullable Process process;
    private @Nullable PrintStream jobs;
    private @Nullable BufferedReader answers;
    private boolean stopped;
    private int lastExit;

    Worker(Path log) {
      this.log = log;
    }

    /** What the process says of a job; null if it ended without an answer. */
    @Nullable String ask(FoldJob job, List<String> command, FoldQueue queue) throws IOException {
      if (process == null || !process.isAlive()) {
        start(command);
      }
      PrintStream to = jobs;
      BufferedReader from = answers;
      if (to == null || from == null) {
        throw new IllegalStateException("the process was not started");
      }
      to.println(job.line());
      to.flush();
      String line;
      do { // A library may print lines of its own.
        line = line(from);
        if (line != null && line.startsWith(FoldWorker.AT)) {
          queue.at(job, Integer.parseInt(line.substring(FoldWorker.AT.length())));
        }
      } while (line != null
          && !line.equals(FoldWorker.DONE)
          && !line.startsWith(FoldWorker.FAILED));
      if (line == null) {
        leave(); // It may take a moment to be gone, and must not be asked again meanwhile.
      }
      return line;
    }

    /** How the last process that was lost ended, as far as that tells anything. */
    String end() {
      return lastExit == KILLED
          ? " (killed from outside, as when the machine is short of memory: try fewer processes with --jobs)"
          : "";
    }

    private static @Nullable String line(BufferedReader from) {
      try {
        return from.readLine();
      } catch (IOException lost) {
        return null;
      }
    }

    private synchronized void start(List<String> command) throws IOException {
      if (stopped) {
        throw new IOException("%s: its process was stopped".formatted(log));
      }
      Files.createDirectories(log.toAbsolutePath().getParent());
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().keySet().removeAll(EngineStart.variables());
      builder.environment().keySet().removeAll(JAVA_OPTIONS);
      Process started = builder.start();
      process = started;
      jobs = new PrintStream(started.getOutputStream(), false, StandardCharsets.UTF_8);
      answers = started.inputReader(StandardCharsets.UTF_8);
    }

    private synchronized void leave() {
      if (process != null) {
        lastExit = process.isAlive() ? 0 : process.exitValue();
        process.destroyForcibly(); // Files are written whole or not at all: nothing is damaged.
        process = null;
      }
    }

    /** Ends the process; no other is started. */
    private synchronized void stop() {
      stopped = true;
      Process last = process;
      leave();
      if (last != null) {
        last.onExit().join();
      }
    }
  }

  private void stop() {
    workers.forEach(Worker::stop);
  }

  @Override
  public void close() {
    stop();
    Runtime.getRuntime().removeShutdownHook(end);
  }
}
