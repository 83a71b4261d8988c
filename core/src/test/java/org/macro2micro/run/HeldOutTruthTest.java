package org.macro2micro.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macro2micro.experiment.PredictedClip;
import org.macro2micro.experiment.RunDirectory;
import org.macro2micro.lab.LabDatabase;
import org.macro2micro.lab.plan.LabSettings;

/** The labels of one subject are garbled in the sheet: what must change, and what must not. */
class HeldOutTruthTest {
  private static final String GARBLED = "casme2/sub01";

  /** Each into another of the three classes, so that the same clips take part. */
  private static final Map<String, String> OTHER_CLASS =
      Map.of(
          "happiness", "surprise",
          "surprise", "disgust",
          "disgust", "happiness",
          "repression", "happiness");

  @TempDir static Path folder;
  private static Path database;
  private static List<PredictedClip> before;
  private static List<PredictedClip> after;
  private static List<PredictedClip> resumed;

  private static List<PredictedClip> innerBefore;
  private static List<PredictedClip> innerAfter;

  @BeforeAll
  static void runBeforeAndAfter() throws Exception {
    database = folder.resolve("casme2");
    LabDatabase.write(LabSettings.casme2(3, 5, 5, 32, 1), database, (done, all) -> {});
    before = run("before");
    innerBefore = run("inner-before", "selection=inner-validation");
    LabSheet.change(database, "1", "Estimated Emotion", OTHER_CLASS::get);
    after = run("after");
    innerAfter = run("inner-after", "selection=inner-validation");
    resumed = run("before");
  }

  @Test
  void itsOwnPredictionsStayWhileItsTruthDiffers() {
    List<PredictedClip> then = of(before, GARBLED, true);
    List<PredictedClip> now = of(after, GARBLED, true);
    assertThat(now).hasSameSizeAs(then).isNotEmpty();
    for (int i = 0; i < then.size(); i++) {
      PredictedClip a = then.get(i);
      PredictedClip b = now.get(i);
      assertThat(b.id()).isEqualTo(a.id());
      assertThat(b.truth()).isNotEqualTo(a.truth());
      assertThat(b.predicted()).isEqualTo(a.predicted());
      assertThat(b.probabilities()).isEqualTo(a.probabilities());
    }
  }

  @Test
  void whoLearnsFromItPredictsOtherwise() {
    assertThat(probabilities(of(after, GARBLED, false)))
        .isNotEqualTo(probabilities(of(before, GARBLED, false)));
  }

  @Test
  void aRunGoneOnAfterTheSheetChangedKeepsNoFoldLearntFromOldLabels() {
    assertThat(resumed.stream().map(PredictedClip::truth).toList())
        .isEqualTo(after.stream().map(PredictedClip::truth).toList());
    assertThat(resumed).isNotEmpty().isEqualTo(after);
  }

  @Test
  void innerValidationHearsNothingOfItEither() {
    assertThat(probabilities(of(innerAfter, GARBLED, true)))
        .isNotEmpty()
        .isEqualTo(probabilities(of(innerBefore, GARBLED, true)));
  }

  /** MiNet's pieces lie under a digest of all they were learnt from: both name and bytes stay. */
  @ParameterizedTest
  @ValueSource(strings = {"", "inner-"})
  void noTrainedWeightOfItsFoldChanges(String selection) throws IOException {
    Map<String, String> then = weights(selection + "before");
    Map<String, String> now = weights(selection + "after");
    assertThat(now).isNotEmpty().isEqualTo(then);
  }

  private static Map<String, String> weights(String name) throws IOException {
    Map<String, String> weights = new TreeMap<>();
    Path pieces = folder.resolve(name + "-work").resolve("fold-" + GARBLED.replace('/', '_'));
    try (Stream<Path> files = Files.list(pieces)) {
      for (Path file : files.toList()) {
        weights.put(String.valueOf(file.getFileName()), Arrays.toString(Files.readAllBytes(file)));
      }
    }
    return weights;
  }

  private static List<PredictedClip> run(String name, String... more) throws Exception {
    Path out = folder.resolve(name);
    List<String> settings =
        new ArrayList<>(
            List.of("micro.root=" + database, "work=" + folder.resolve(name + "-work")));
    settings.addAll(List.of(more));
    new ExperimentRun(TinyExperiment.of(settings), out, RunListener.silent()).run();
    return new RunDirectory(out).predictions();
  }

  private static List<PredictedClip> of(List<PredictedClip> all, String subject, boolean same) {
    return all.stream().filter(p -> p.id().subject().toString().equals(subject) == same).toList();
  }

  private static List<List<Double>> probabilities(List<PredictedClip> clips) {
    return clips.stream().map(PredictedClip::probabilities).toList();
  }
}
