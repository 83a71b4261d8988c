package org.macro2micro.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macro2micro.config.SettingsException;
import org.macro2micro.experiment.PredictedClip;
import org.macro2micro.experiment.Row;
import org.macro2micro.experiment.RunDirectory;
import org.macro2micro.train.Phase;

/** The whole way at the smallest size: same seed, resuming, bad clips. */
class ExperimentRunTest {
  @TempDir static Path shared;
  private static Path first;
  private static RunOutcome outcome;

  @BeforeAll
  static void runOnce() throws Exception {
    first = shared.resolve("first");
    outcome = run(first, RunListener.silent());
  }

  @Test
  void predictsEachClipOnceARowAndWritesEverything() throws Exception {
    RunDirectory directory = new RunDirectory(first);
    List<PredictedClip> predictions = directory.predictions();
    assertThat(predictions).hasSize(2 * 12);
    assertThat(predictions.stream().map(p -> List.of(p.row(), p.id())).distinct()).hasSize(24);
    assertThat(outcome.result().clips()).isEqualTo(12);
    assertThat(outcome.result().subjects()).isEqualTo(3);
    assertThat(outcome.result().rows())
        .extracting(r -> r.row())
        .containsExactly(Row.L_C, Row.ALL_TERMS);
    assertThat(outcome.macro()).isPresent();
    assertThat(outcome.macro().orElseThrow().predictions()).isNotEmpty();
    assertThat(outcome.report()).exists();
    assertThat(Files.readString(outcome.report())).contains("tiny", "casme2/sub01");
    assertThat(directory.settings()).isPresent();
    assertThat(directory.provenance().orElseThrow().libraries()).containsKeys("DJL", "libtorch");
    assertThat(directory.curves())
        .extracting(c -> c.phase())
        .contains(Phase.MACRO, Phase.MICRO, Phase.TRANSFER);
    assertThat(outcome.notes()).isNotEmpty();
  }

  @Test
  void theSameSeedPredictsTheSameAndAnotherDrawsOtherFaces() throws Exception {
    Path again = shared.resolve("again");
    run(again, RunListener.silent());
    assertThat(again.resolve("predictions.jsonl"))
        .hasSameBinaryContentAs(first.resolve("predictions.jsonl"));
    Path other = shared.resolve("other");
    run(other, RunListener.silent(), "seed=2");
    assertThat(oneFrame(again)).hasSameBinaryContentAs(oneFrame(first));
    assertThat(Files.readAllBytes(oneFrame(other)))
        .isNotEqualTo(Files.readAllBytes(oneFrame(first)));
  }

  @Test
  void aFinishedRunIsNotDoneAgainAndAStoppedOneGoesOn() throws Exception {
    Path folder = copy(first);
    byte[] predictions = Files.readAllBytes(folder.resolve("predictions.jsonl"));
    Heard heard = new Heard();
    run(folder, heard);
    assertThat(heard.begun).noneMatch(name -> name.contains("MaNet"));
    assertThat(Files.readAllBytes(folder.resolve("predictions.jsonl"))).isEqualTo(predictions);

    delete(folder.resolve("folds").resolve("c+s+sam+t+con"));
    Files.delete(folder.resolve("predictions.jsonl"));
    Files.delete(folder.resolve("macro.json"));
    run(folder, RunListener.silent());
    assertThat(Files.readAllBytes(folder.resolve("predictions.jsonl"))).isEqualTo(predictions);

    delete(folder.resolve("work"));
    delete(folder.resolve("folds"));
    run(folder, RunListener.silent());
    assertThat(Files.readAllBytes(folder.resolve("predictions.jsonl"))).isEqualTo(predictions);
  }

  @Test
  void aDamagedFrameCostsItsClipAndNothingElse() throws Exception {
    Path database = copyOfLab("casme2");
    Path frame = firstFrame(database);
    Files.write(frame, java.util.Arrays.copyOf(Files.readAllBytes(frame), 400));
    RunOutcome damaged =
        run(
            shared.resolve("damaged"),
            RunListener.silent(),
            "micro.root=" + database,
            "micro.lab=null");
    assertThat(damaged.result().clips()).isEqualTo(11);
    assertThat(damaged.problems()).anyMatch(p -> p.contains(frame.getFileName().toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"last-epoch", "inner-validation"})
  void garbageInTheHeldOutSubjectChangesNoOtherTraining(String selection) throws Exception {
    // The frames of sub01 are swapped for another face: what is trained without sub01 must stay.
    Path database = copyOfLab("casme2");
    List<Path> frames = frames(database, "sub01");
    Path foreign = frames(database, "sub02").get(0);
    for (Path frame : frames) {
      Files.copy(foreign, frame, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
    String select = "selection=" + selection;
    Path untouched = shared.resolve("untouched-" + selection);
    run(untouched, RunListener.silent(), select);
    Path folder = shared.resolve("garbage-" + selection);
    run(folder, RunListener.silent(), select, "micro.root=" + database, "micro.lab=null");
    assertThat(curves(folder)).isNotEmpty().isEqualTo(curves(untouched));
  }

  @Test
  void whatIsMissingIsSaid() {
    assertThatThrownBy(() -> run(shared.resolve("none"), RunListener.silent(), "micro.lab=null"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("--set micro.root=FOLDER");
    assertThatThrownBy(
            () -> run(shared.resolve("none"), RunListener.silent(), "micro.database=casme9"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("casme2");
    assertThatThrownBy(() -> run(shared.resolve("none"), RunListener.silent(), "micro.scheme=cd"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("casme2-5");
    assertThatThrownBy(
            () -> run(shared.resolve("none"), RunListener.silent(), "micro.lab.subjects=0"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("micro.lab");
  }

  private static List<String> curves(Path folder) throws IOException {
    return new RunDirectory(folder)
        .curves().stream()
            .filter(point -> point.work().startsWith("fold casme2/sub01 "))
            .map(Object::toString)
            .toList();
  }

  private static RunOutcome run(Path out, RunListener listener, String... assignments)
      throws Exception {
    return new ExperimentRun(TinyExperiment.withMacroCheck(List.of(assignments)), out, listener)
        .run();
  }

  private static Path oneFrame(Path run) throws IOException {
    return firstFrame(run.resolve("lab"));
  }

  private static Path firstFrame(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(f -> f.toString().endsWith(".jpg")).sorted().findFirst().orElseThrow();
    }
  }

  private static List<Path> frames(Path root, String subject) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(f -> f.toString().endsWith(".jpg") && f.toString().contains(subject))
          .sorted()
          .toList();
    }
  }

  private static Path copyOfLab(String database) throws IOException {
    Path source;
    try (Stream<Path> folders = Files.list(first.resolve("lab"))) {
      source =
          folders
              .filter(f -> f.getFileName().toString().startsWith(database))
              .findFirst()
              .orElseThrow();
    }
    return copy(source);
  }

  private static Path copy(Path source) throws IOException {
    Path copy = Files.createTempDirectory(shared, "copy");
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.toList()) {
        Path target = copy.resolve(source.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    return copy;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static final class Heard implements RunListener {
    private final List<String> begun = new ArrayList<>();

    @Override
    public void begin(String name, long steps) {
      begun.add(name);
    }

    @Override
    public void done(long steps) {}

    @Override
    public void note(String text) {}
  }
}
