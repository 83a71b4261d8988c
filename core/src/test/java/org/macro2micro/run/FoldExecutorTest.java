package org.macro2micro.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.clip.Subject;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.experiment.RunDirectory;
import org.macro2micro.experiment.Workforce;

/** Whoever does the folds: the same bytes, a lost process costs one retry, digests find results. */
class FoldExecutorTest {
  private static final List<String> ROWS = List.of("rows=[c, c+s, lbp-top]");

  @TempDir static Path folder;
  private static Path here;

  /** A process that does folds; it ends without an answer as often as it is told. */
  static final class Worker {
    private Worker() {}

    public static void main(String[] arguments) throws IOException {
      Path deaths = Path.of(arguments[0]);
      try (Stream<Path> left = Files.list(deaths)) {
        for (Path one : left.toList()) {
          if (Files.deleteIfExists(one)) {
            System.in.read();
            Runtime.getRuntime().halt(3);
          }
        }
      }
      FoldWorker.serve(
          System.in,
          new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
          Throwable::getMessage);
    }
  }

  /** A process that refuses one person at once and is busy with all others for ever. */
  static final class Busy {
    private Busy() {}

    public static void main(String[] arguments) throws Exception {
      Files.createTempFile(Path.of(arguments[0]), "started-", "");
      BufferedReader jobs =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      PrintStream answers =
          new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
      for (String line = jobs.readLine(); line != null; line = jobs.readLine()) {
        if (FoldJob.parse(line).heldOut().id().equals("nobody")) {
          answers.println(FoldWorker.FAILED + "refused");
        } else {
          Thread.sleep(Long.MAX_VALUE);
        }
      }
    }
  }

  @BeforeAll
  static void here() throws Exception {
    here = folder.resolve("here");
    new ExperimentRun(experiment(), here, RunListener.silent()).run();
  }

  @Test
  void otherProcessesGiveTheSameBytes() throws Exception {
    Path out = folder.resolve("two");
    try (FoldExecutor two = processes(2, "none", 0)) {
      new ExperimentRun(experiment(), out, RunListener.silent()).run(two);
    }
    assertSamePredictions(out);
  }

  @Test
  void aLostProcessCostsOneRetry() throws Exception {
    Path out = folder.resolve("lost");
    try (FoldExecutor one = processes(1, "once", 1)) {
      new ExperimentRun(experiment(), out, RunListener.silent()).run(one);
    }
    assertSamePredictions(out);
  }

  /** A process that the system kills in the midst of a fold, as where memory is short. */
  @Test
  @Timeout(120)
  void aKilledProcessCostsOneRetryAndAllAreShown() throws Exception {
    Path out = folder.resolve("killed");
    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    AtomicBoolean isKilled = new AtomicBoolean();
    RunListener killer =
        new RunListener() {
          @Override
          public void begin(String name, long steps) {}

          @Override
          public void done(long steps) {}

          @Override
          public void note(String text) {
            heard.add(text);
          }

          @Override
          public void underway(String text) {
            heard.add(text);
            // A process that has told an epoch is at work.
            if (text.matches(".* [1-9]\\d?%.*") && isKilled.compareAndSet(false, true)) {
              ProcessHandle.current().children().findFirst().orElseThrow().destroyForcibly();
            }
          }
        };
    try (FoldExecutor two = processes(2, "killed", 0)) {
      new ExperimentRun(experiment(), out, killer).run(two);
    }
    assertThat(isKilled).isTrue();
    assertThat(heard).filteredOn(text -> text.contains("ended; it is done once more")).hasSize(1);
    assertThat(heard).anyMatch(text -> text.matches("sub01 \\d+%, sub02 \\d+%"));
    assertSamePredictions(out);
    assertThat(new RunDirectory(out).provenance().orElseThrow().workforce())
        .isEqualTo(new Workforce(2, 1, ""));
  }

  @Test
  void aTrialChoosesWhoDoesTheFoldsAndLeavesNothing() throws Exception {
    Path out = folder.resolve("measured");
    List<Workforce> asked = Collections.synchronizedList(new ArrayList<>());
    MeasuredFolds.Maker maker =
        (who, logs) -> {
          asked.add(who);
          return new ProcessFolds(
              command(Worker.class, folder.resolve("deaths-none-measured")), who, logs);
        };
    Files.createDirectories(folder.resolve("deaths-none-measured"));
    // A process that was killed in a trial has left its folder.
    Files.createDirectories(out.resolve("trial/lab"));
    // Two processes can do two folds each.
    ExperimentFile four = TinyExperiment.of(List.of("rows=[c]", "micro.lab.subjects=4"));
    try (FoldExecutor measured = new MeasuredFolds(maker, folder.resolve("logs-measured"), 2)) {
      new ExperimentRun(four, out, RunListener.silent()).run(measured);
    }
    Workforce chosen = new RunDirectory(out).provenance().orElseThrow().workforce();
    assertThat(asked.subList(0, 2))
        .containsExactly(new Workforce(2, 1, ""), new Workforce(1, 2, ""));
    assertThat(asked.get(2)).isEqualTo(chosen);
    assertThat(chosen.reason())
        .contains("2 x 1: ", "1 x 2: ")
        .doesNotContain(": 0.00"); // No way of working has failed.
    assertThat(out.resolve("trial")).doesNotExist();
    assertThat(out.resolve("lab")).isNotEmptyDirectory();
    // The same run, gone on with, keeps what was chosen, for it decides the last digits.
    asked.clear();
    try (FoldExecutor again = new MeasuredFolds(maker, folder.resolve("logs-measured"), 2)) {
      new ExperimentRun(four, out, RunListener.silent()).run(again);
    }
    assertThat(asked).containsExactly(chosen);
  }

  @Test
  void aTrialHasOneEpochOfEach() {
    assertThat(
            FoldTrial.shortened(
                "methods",
                Map.of("a", Map.of("training", Map.of("epochs", 800, "batch", 256)), "epochs", 0)))
        .isEqualTo(Map.of("a", Map.of("training", Map.of("epochs", 1, "batch", 256)), "epochs", 0));
  }

  @Test
  void aFoldThatIsLostTwiceIsAnErrorThatNamesTheLog() throws Exception {
    Path out = folder.resolve("twice");
    try (FoldExecutor one = processes(1, "often", 2)) {
      assertThatThrownBy(() -> new ExperimentRun(experiment(), out, RunListener.silent()).run(one))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("ended, twice")
          .hasMessageContaining("process-1.log");
    }
  }

  @Test
  void aFoldThatFailsSaysWhy() throws Exception {
    try (FoldExecutor one = processes(1, "fails", 0)) {
      FoldJob nobody = new FoldJob(here, new Subject("casme2", "nobody"));
      assertThatThrownBy(() -> one.execute(List.of(nobody), job -> {}, RunListener.silent()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("does not hold out a person called casme2/nobody");
    }
  }

  @Test
  @Timeout(60)
  void aFailureIsToldAtOnceAndNoProcessOutlivesIt() throws Exception {
    Path started = Files.createDirectories(folder.resolve("started"));
    List<FoldJob> jobs =
        Stream.of("one", "another", "nobody", "a third")
            .map(id -> new FoldJob(here, new Subject("casme2", id)))
            .toList();
    try (FoldExecutor three =
        new ProcessFolds(
            command(Busy.class, started), new Workforce(3, 1, ""), folder.resolve("logs-busy"))) {
      assertThatThrownBy(() -> three.execute(jobs, job -> {}, RunListener.silent()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("refused");
    }
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
    try (Stream<Path> starts = Files.list(started)) {
      assertThat(starts).hasSizeLessThanOrEqualTo(3);
    }
  }

  @Test
  void whatIsThereUnderItsDigestIsNotDoneAgain() throws Exception {
    List<FoldJob> asked = new ArrayList<>();
    FoldExecutor none =
        new FoldExecutor() {
          @Override
          public void execute(List<FoldJob> jobs, Folds local, RunListener listener) {
            asked.addAll(jobs);
          }

          @Override
          public boolean isElsewhere() {
            return true;
          }
        };
    new ExperimentRun(experiment(), here, RunListener.silent()).run(none);
    assertThat(asked).isEmpty();
    Path other = folder.resolve("never");
    assertThatThrownBy(() -> new ExperimentRun(experiment(), other, RunListener.silent()).run(none))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not in " + other + " under their digest");
    assertThat(asked).hasSize(3);
  }

  /** Errors too reach whoever waits for the fold, and in one line. */
  @Test
  void whatEndsAFoldIsAnsweredInOneLine() throws Exception {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    FoldWorker.serve(
        new ByteArrayInputStream("not a job\n".getBytes(StandardCharsets.UTF_8)),
        new PrintStream(said, true, StandardCharsets.UTF_8),
        failure -> "a fault:\n" + failure.getClass().getSimpleName());
    assertThat(said.toString(StandardCharsets.UTF_8).strip())
        .isEqualTo("fold failed: a fault: IllegalArgumentException");
  }

  @Test
  void aJobIsALine() {
    FoldJob job = new FoldJob(Path.of("a folder", "x"), new Subject("samm", "006"));
    assertThat(FoldJob.parse(job.line())).isEqualTo(job);
    assertThatThrownBy(() -> FoldJob.parse("samm 006"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertSamePredictions(Path out) throws IOException {
    assertThat(out.resolve("predictions.jsonl"))
        .hasSameBinaryContentAs(here.resolve("predictions.jsonl"));
    assertThat(new RunDirectory(out).predictions()).hasSize(3 * 12);
  }

  private static ExperimentFile experiment() throws Exception {
    return TinyExperiment.of(ROWS);
  }

  private static FoldExecutor processes(int count, String name, int deaths) throws IOException {
    Path left = Files.createDirectories(folder.resolve("deaths-" + name));
    for (int i = 0; i < deaths; i++) {
      Files.createFile(left.resolve("death-" + i));
    }
    return new ProcessFolds(
        command(Worker.class, left), new Workforce(count, 1, ""), folder.resolve("logs-" + name));
  }

  private static List<String> command(Class<?> main, Path argument) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // It lives for seconds, in which the thorough compiler costs more than it saves.
    command.add("-XX:TieredStopAtLevel=1");
    // The number of threads decides last digits: the same options as here.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("-D"))
        .forEach(command::add);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), main.getName(), argument.toString()));
    return command;
  }
}
