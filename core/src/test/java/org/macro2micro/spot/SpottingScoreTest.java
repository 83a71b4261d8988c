package org.macro2micro.spot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.macro2micro.clip.FaceEvent;
import org.macro2micro.clip.FaceEvent.Kind;

class SpottingScoreTest {
  @Test
  void halfOfTheUnionIsAHitAndLessIsNone() {
    // 10..19 and 10..14: 5 of 10 frames. 10..19 and 10..13: 4 of 10.
    assertThat(score(List.of(event(10, 19, Kind.MICRO)), 10, 14).hits()).isEqualTo(1);
    SpottingScore shorter = score(List.of(event(10, 19, Kind.MICRO)), 10, 13);
    assertThat(shorter.hits()).isZero();
    assertThat(shorter.falseAlarms()).isEqualTo(Map.of("micro", 1));
  }

  @Test
  void eachMicroExpressionCountsOnce() {
    // Both halves of 10..19 are half of the union: one is a hit, the other a false alarm.
    SpottingScore score = score(List.of(event(10, 19, Kind.MICRO)), 10, 14, 15, 19);
    assertThat(score.hits()).isEqualTo(1);
    assertThat(score.falseAlarms()).isEqualTo(Map.of("micro", 1));
    assertThat(score.precision()).isEqualTo(.5);
    assertThat(score.recall()).isEqualTo(1);
    assertThat(score.f1()).isCloseTo(2.0 / 3, within(1e-12));
  }

  @Test
  void oneIntervalHitsOneMicroExpression() {
    // 10..19 has a half of its union in common with each of 10..14 and 15..19.
    SpottingScore score =
        score(List.of(event(10, 14, Kind.MICRO), event(15, 19, Kind.MICRO)), 10, 19);
    assertThat(score.hits()).isEqualTo(1);
    assertThat(score.recall()).isEqualTo(.5);
    assertThat(score.falseAlarms()).isEmpty();
  }

  @Test
  void falseAlarmsAreNamedAfterWhatTheyOverlapMost() {
    List<FaceEvent> truth =
        List.of(event(0, 9, Kind.BLINK), event(8, 30, Kind.MACRO), event(100, 120, Kind.HEAD));
    // 5..11: 5 frames of the blink, 4 of the macro-expression.
    SpottingScore score = score(truth, 5, 11, 20, 40, 50, 60, 119, 140);
    assertThat(score.falseAlarms())
        .isEqualTo(Map.of("blink", 1, "macro", 1, "nothing", 1, "head", 1));
    assertThat(score.truths()).isZero();
    assertThat(score.recall()).isZero();
    // 1800 frames at 30 a second are a minute.
    assertThat(score.falseAlarmsPerMinute()).isEqualTo(4);
  }

  @Test
  void poolingAddsCounts() {
    SpottingScore a = new SpottingScore(4, 2, 2, 1, new TreeMap<>());
    SpottingScore b = new SpottingScore(1, 4, 1, 2, new TreeMap<>(Map.of("blink", 3)));
    SpottingScore both = SpottingScore.pooled(List.of(a, b));
    assertThat(both.precision()).isEqualTo(.5);
    assertThat(both.recall()).isEqualTo(.6);
    assertThat(both.f1()).isCloseTo(6.0 / 11, within(1e-12));
    assertThat(both.falseAlarmsPerMinute()).isEqualTo(1);
    assertThat(both.falseAlarms()).isEqualTo(Map.of("blink", 3));
  }

  @Test
  void nothingAtAllScoresZero() {
    SpottingScore none = SpottingScore.pooled(List.of());
    assertThat(none.precision() + none.recall() + none.f1() + none.falseAlarmsPerMinute()).isZero();
  }

  private static FaceEvent event(int onset, int offset, Kind kind) {
    return new FaceEvent(onset, onset, offset, kind, "");
  }

  /** The score of intervals given as onset, offset, onset, offset. */
  private static SpottingScore score(List<FaceEvent> truth, int... ends) {
    List<SpottedInterval> intervals = new java.util.ArrayList<>();
    for (int i = 0; i < ends.length; i += 2) {
      intervals.add(new SpottedInterval(ends[i], ends[i], ends[i + 1], 1));
    }
    return SpottingScore.of(
        truth, new Spotting(1800, 30, new double[1800], new double[1800], intervals));
  }
}
