package org.macro2micro.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.catalog.LabelSchemes;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Corpus;
import org.macro2micro.clip.Prediction;
import org.macro2micro.clip.Subject;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.experiment.Fold;
import org.macro2micro.experiment.LeaveOneSubjectOut;
import org.macro2micro.experiment.ModelSelection;
import org.macro2micro.method.EpochJudge;
import org.macro2micro.method.Recognizer;
import org.macro2micro.preprocess.PreparedClips;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.ClipPixels;

class SelectionJudgeTest {
  private static final SeedPath SEED = SeedPath.root(1);

  @TempDir static Path cache;

  @Property(tries = 100)
  void innerValidationTrainsAndJudgesOnOthersThanTheHeldOut(
      @ForAll @IntRange(min = 3, max = 9) int subjects,
      @ForAll @IntRange(min = 1, max = 4) int clips,
      @ForAll @DoubleRange(min = .01, max = 1) double share)
      throws Exception {
    ClipSource micro = source(subjects, clips);
    for (Fold fold : LeaveOneSubjectOut.folds(micro.truth().keySet())) {
      SelectionJudge.Split split =
          SelectionJudge.split(ModelSelection.INNER_VALIDATION, fold, micro, share, SEED);
      SelectionJudge judge = (SelectionJudge) split.judge();
      Set<Subject> training = subjects(split.training());
      Set<Subject> judging = subjects(judge.clips());
      assertThat(training).isNotEmpty().doesNotContain(fold.heldOut());
      assertThat(judging)
          .isNotEmpty()
          .doesNotContain(fold.heldOut())
          .doesNotContainAnyElementsOf(training);
      Set<ClipId> both = new HashSet<>(split.training());
      both.addAll(judge.clips());
      assertThat(both).isEqualTo(Set.copyOf(fold.training()));
    }
  }

  @Test
  void theLastEpochHasNoJudgeAndTestSelectionTheHeldOutItself() throws Exception {
    ClipSource micro = source(3, 2);
    Fold fold = LeaveOneSubjectOut.folds(micro.truth().keySet()).get(0);
    SelectionJudge.Split last =
        SelectionJudge.split(ModelSelection.LAST_EPOCH, fold, micro, .2, SEED);
    assertThat(last.judge()).isNull();
    assertThat(last.training()).isEqualTo(fold.training());
    SelectionJudge.Split leaking =
        SelectionJudge.split(ModelSelection.TEST_SELECTED, fold, micro, .2, SEED);
    assertThat(leaking.training()).isEqualTo(fold.training());
    assertThat(((SelectionJudge) leaking.judge()).clips()).isEqualTo(fold.test());
  }

  @Test
  void scoresByUf1AndNamesClipsAndClassesInItsKey() throws Exception {
    ClipSource micro = source(2, 3);
    List<ClipId> clips =
        micro.truth().keySet().stream().filter(id -> id.subject().id().equals("s0")).toList();
    EpochJudge judge = new SelectionJudge(ModelSelection.TEST_SELECTED, micro, clips);
    // Truth negative, positive, surprise; all said negative: F1 1/2, 0, 0.
    assertThat(judge.score(always("negative"))).isEqualTo(1 / 6.0);
    assertThat(judge.key()).contains("casme2/s0/c0=negative").contains("TEST_SELECTED");
  }

  @Test
  void oneTrainingSubjectIsTooFewToSetOneAside() throws Exception {
    ClipSource micro = source(2, 2);
    Fold fold = LeaveOneSubjectOut.folds(micro.truth().keySet()).get(0);
    assertThatThrownBy(
            () -> SelectionJudge.split(ModelSelection.INNER_VALIDATION, fold, micro, .2, SEED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 training subjects");
  }

  private static Recognizer always(String label) {
    return new Recognizer() {
      @Override
      public List<Prediction> predict(List<ClipId> clips, ClipPixels pixels) {
        return clips.stream().map(id -> new Prediction(id, label, List.of(1.0, 0.0, 0.0))).toList();
      }

      @Override
      public void close() {}
    };
  }

  private static Set<Subject> subjects(List<ClipId> clips) {
    return clips.stream().map(ClipId::subject).collect(Collectors.toSet());
  }

  private static ClipSource source(int subjects, int clips) throws Exception {
    Map<ClipId, String> truth = new LinkedHashMap<>();
    List<String> labels = List.of("negative", "positive", "surprise");
    for (int s = 0; s < subjects; s++) {
      for (int c = 0; c < clips; c++) {
        truth.put(ClipId.of("casme2", "s" + s, "c" + c), labels.get(c % 3));
      }
    }
    return new ClipSource(
        "casme2",
        LabelSchemes.byName("cde", new Corpus(List.of())),
        truth,
        Map.of(),
        nothing(),
        List.of());
  }

  private static PreparedClips nothing() throws Exception {
    return PreparedClips.prepare(
        List.of(),
        ExperimentFile.parse("none", "", List.of()).settings().preprocess(),
        cache,
        1,
        (done, all) -> {});
  }
}
