package org.macro2micro.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.macro2micro.metric.MetricCases.LABELS;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.macro2micro.clip.ClipId;

class ScoresTest {
  /**
   * Ten clips worked by hand. Negative: 5 clips, 4 called so, 1 surprise. Positive: 3 clips, 1
   * called so, 2 negative. Surprise: 2 clips, 1 called so, 1 positive.
   *
   * <p>TP 4, 1, 1; FP 2, 1, 1; FN 1, 2, 1. F1 8/11, 2/5, 2/4. Recall 4/5, 1/3, 1/2.
   */
  private static final List<ScoredClip> TEN =
      MetricCases.clips(3, "n>n", "n>n", "n>n", "n>n", "n>s", "p>p", "p>n", "p>n", "s>s", "s>p");

  private final ConfusionMatrix ten = ConfusionMatrix.of(LABELS, TEN);

  @Test
  void countsPairs() {
    assertThat(ten.counts()).containsExactly(List.of(4, 0, 1), List.of(2, 1, 0), List.of(0, 1, 1));
    assertThat(List.of(ten.truePositives(0), ten.falsePositives(0), ten.falseNegatives(0)))
        .containsExactly(4, 2, 1);
    assertThat(List.of(ten.truePositives(1), ten.falsePositives(1), ten.falseNegatives(1)))
        .containsExactly(1, 1, 2);
    assertThat(List.of(ten.truePositives(2), ten.falsePositives(2), ten.falseNegatives(2)))
        .containsExactly(1, 1, 1);
    assertThat(ten.total()).isEqualTo(10);
    assertThat(ten.support(1)).isEqualTo(3);
  }

  @Test
  void handWorkedScores() {
    assertThat(Score.ACCURACY.applyAsDouble(ten)).isEqualTo(.6);
    assertThat(Score.UF1.applyAsDouble(ten))
        .isCloseTo((8 / 11.0 + 2 / 5.0 + 2 / 4.0) / 3, within(1e-15));
    assertThat(Score.UAR.applyAsDouble(ten))
        .isCloseTo((4 / 5.0 + 1 / 3.0 + 1 / 2.0) / 3, within(1e-15));
    assertThat(Score.values()).extracting(Score::key).containsExactly("accuracy", "uf1", "uar");
  }

  @Test
  void aClassThatIsAbsentFromTheTruthIsLeftOutOfTheMean() {
    // Negative: TP 1, FN 1 (called surprise). Positive: TP 2. Surprise never occurs.
    ConfusionMatrix matrix =
        ConfusionMatrix.of(LABELS, MetricCases.clips(2, "n>n", "n>s", "p>p", "p>p"));
    assertThat(UnweightedF1.of(matrix)).isCloseTo((2 / 3.0 + 1) / 2, within(1e-15));
    assertThat(UnweightedAverageRecall.of(matrix)).isCloseTo((.5 + 1) / 2, within(1e-15));
  }

  @Test
  void aClassThatIsNeverPredictedHasF1Zero() {
    // Everything is called negative: F1 2*2/(4+2) = 2/3 for it, 0 for the other two.
    ConfusionMatrix matrix =
        ConfusionMatrix.of(LABELS, MetricCases.clips(2, "n>n", "n>n", "p>n", "s>n"));
    assertThat(UnweightedF1.of(matrix)).isCloseTo(2 / 3.0 / 3, within(1e-15));
    assertThat(UnweightedAverageRecall.of(matrix)).isCloseTo(1 / 3.0, within(1e-15));
    assertThat(Accuracy.of(matrix)).isEqualTo(.5);
  }

  @Test
  void noClipsNoScore() {
    ConfusionMatrix empty = ConfusionMatrix.of(LABELS, List.of());
    for (Score score : Score.values()) {
      assertThatThrownBy(() -> score.applyAsDouble(empty)).hasMessageContaining("0 clips");
    }
  }

  @Test
  void refusesWhatCannotBeCounted() {
    ClipId id = ClipId.of("db", "s", "c");
    assertThatThrownBy(
            () -> ConfusionMatrix.of(LABELS, List.of(new ScoredClip(id, "joy", "positive"))))
        .hasMessageContaining("db/s/c")
        .hasMessageContaining("true label \"joy\"");
    assertThatThrownBy(
            () -> ConfusionMatrix.of(LABELS, List.of(new ScoredClip(id, "positive", "joy"))))
        .hasMessageContaining("predicted label \"joy\"");
    ScoredClip clip = new ScoredClip(id, "positive", "positive");
    assertThatThrownBy(() -> ConfusionMatrix.of(LABELS, List.of(clip, clip)))
        .hasMessageContaining("scored twice");
  }

  @Test
  void refusesMatricesThatAreNone() {
    assertThatThrownBy(() -> new ConfusionMatrix(List.of(), List.of()))
        .hasMessageContaining("at least one");
    assertThatThrownBy(
            () -> new ConfusionMatrix(List.of("a", "a"), List.of(List.of(1, 0), List.of(0, 1))))
        .hasMessageContaining("each once");
    assertThatThrownBy(() -> new ConfusionMatrix(List.of("a", "b"), List.of(List.of(1, 0))))
        .hasMessageContaining("2 rows of 2");
    assertThatThrownBy(
            () -> new ConfusionMatrix(List.of("a", "b"), List.of(List.of(1, 0), List.of(0, -1))))
        .hasMessageContaining("negative");
  }

  @Property(tries = 200)
  void scoresLieBetween0And1(@ForAll("anyClips") List<ScoredClip> clips) {
    ConfusionMatrix matrix = ConfusionMatrix.of(LABELS, clips);
    for (Score score : Score.values()) {
      assertThat(score.applyAsDouble(matrix)).isBetween(0.0, 1.0);
    }
  }

  @Property(tries = 200)
  void theOrderOfClipsDoesNotMatter(@ForAll("anyClips") List<ScoredClip> clips) {
    List<ScoredClip> reversed = new ArrayList<>(clips);
    Collections.reverse(reversed);
    assertThat(ConfusionMatrix.of(LABELS, reversed)).isEqualTo(ConfusionMatrix.of(LABELS, clips));
  }

  @Property(tries = 200)
  void perfectIs1(@ForAll("anyClips") List<ScoredClip> clips) {
    ConfusionMatrix matrix = ConfusionMatrix.of(LABELS, MetricCases.perfect(clips));
    for (Score score : Score.values()) {
      assertThat(score.applyAsDouble(matrix)).isEqualTo(1);
    }
  }

  /** The definition again, from lists instead of counts. */
  @Property(tries = 200)
  void agreesWithCountingFromLists(@ForAll("anyClips") List<ScoredClip> clips) {
    double f1 = 0;
    double recall = 0;
    long present =
        LABELS.stream().filter(l -> clips.stream().anyMatch(c -> c.truth().equals(l))).count();
    for (String label : LABELS) {
      List<ScoredClip> ofClass = clips.stream().filter(c -> c.truth().equals(label)).toList();
      List<ScoredClip> called = clips.stream().filter(c -> c.predicted().equals(label)).toList();
      long hits = ofClass.stream().filter(called::contains).count();
      if (!ofClass.isEmpty()) {
        f1 += 2.0 * hits / (ofClass.size() + called.size());
        recall += (double) hits / ofClass.size();
      }
    }
    ConfusionMatrix matrix = ConfusionMatrix.of(LABELS, clips);
    assertThat(UnweightedF1.of(matrix)).isCloseTo(f1 / present, within(1e-12));
    assertThat(UnweightedAverageRecall.of(matrix)).isCloseTo(recall / present, within(1e-12));
  }

  @Provide
  Arbitrary<List<ScoredClip>> anyClips() {
    return MetricCases.anyClips();
  }
}
