package org.macro2micro.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macro2micro.experiment.ModelSelection;
import org.macro2micro.experiment.Row;
import org.macro2micro.experiment.RowDifference;
import org.macro2micro.experiment.RowScores;
import org.macro2micro.experiment.RunResult;
import org.macro2micro.experiment.SeedScore;
import org.macro2micro.metric.Interval;
import org.macro2micro.report.NumberText;

class FindingsTest {
  private static final List<String> LABELS = List.of("negative", "positive");

  @Test
  void oneRowIsOneNumber() {
    RunResult result = result(List.of(row("c", .5)), List.of());
    assertThat(Findings.summary(result)).isEqualTo("UF1 0.500 for row c.");
    assertThat(Findings.notes(result)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0.01, 0.19, more than these people's variety explains",
    "-0.19, -0.01, more than these people's variety explains",
    "-0.01, 0.21, no more than chance explains",
    "0, 0.2, no more than chance explains",
    "-0.2, 0, no more than chance explains",
    "0, 0, no more than chance explains",
  })
  void anIntervalThatHoldsNothingSaysNothing(double low, double high, String verdict) {
    RunResult result =
        result(
            List.of(row("c", .5), row("c+con", .6)),
            List.of(difference("c+con", .1, low, high, .034)));
    assertThat(Findings.summary(result))
        .startsWith("UF1 0.500 for row c and 0.600 for row c+con: a difference of +0.100")
        .contains(
            "95% interval " + NumberText.differenceInterval(new Interval(low, high)), "p = 0.034")
        .endsWith("which is " + verdict + ".");
  }

  /**
   * Of few people the bootstrap's interval is too narrow; the permutation test makes no such error.
   */
  @ParameterizedTest
  @CsvSource({
    "0.049, more than these people's variety explains",
    "0.05, no more than chance explains",
    "0.256, no more than chance explains",
  })
  void aTestThatSeesNothingOutweighsTheInterval(double p, String verdict) {
    RunResult result =
        result(
            List.of(row("c", .6), row("c+con", .5)),
            List.of(difference("c+con", -.1, -.115, -.001, p)));
    assertThat(Findings.summary(result)).endsWith("which is " + verdict + ".");
  }

  @Test
  void aSmallPIsNotCalledZero() {
    RunResult result =
        result(
            List.of(row("c", .5), row("c+s", .9)), List.of(difference("c+s", .4, .3, .5, .0001)));
    assertThat(Findings.summary(result)).contains("[+0.300, +0.500], p <0.001, which is more");
  }

  @Test
  void aLossHasItsSign() {
    RunResult result =
        result(List.of(row("c", .6), row("c+s", .5)), List.of(difference("c+s", -.1, -.3, .1, .4)));
    assertThat(Findings.summary(result))
        .contains("a difference of -0.100, 95% interval [-0.300, +0.100]");
  }

  @Test
  void ofSeveralRowsTheLastIsSpokenOf() {
    RunResult result =
        result(
            List.of(row("c", .5), row("c+s", .9), row("c+con", .6)),
            List.of(difference("c+s", .4, .3, .5, .001), difference("c+con", .1, -.1, .3, .2)));
    assertThat(Findings.summary(result)).contains("0.600 for row c+con").doesNotContain("c+s");
  }

  @Test
  void theNotesSayWhatSuchATableCannotShow() {
    RunResult result =
        result(
            List.of(row("c", .5), row("c+con", .6)), List.of(difference("c+con", .1, -.1, .3, .2)));
    assertThat(Findings.notes(result)).hasSize(2);
    // Half of the interval's width: (.3 - -.1) / 2.
    assertThat(Findings.notes(result).get(0))
        .contains("24 clips of 8 subjects", "below about 0.200");
    assertThat(Findings.notes(result).get(1))
        .contains("control row c-continued", "--set 'rows=[c, c-continued, c+con]'");
  }

  @Test
  void withTheControlNothingIsLeftToRecommend() {
    RunResult result =
        result(
            List.of(row("c", .5), row("c-continued", .55), row("c+con", .6)),
            List.of(difference("c+con", .1, -.1, .3, .2)));
    assertThat(Findings.notes(result)).hasSize(1);
  }

  private static RunResult result(List<RowScores> rows, List<RowDifference> differences) {
    return new RunResult(
        "made",
        LABELS,
        ModelSelection.LAST_EPOCH,
        rows,
        List.of(),
        differences,
        24,
        8,
        List.of("casme2"));
  }

  private static RowScores row(String name, double uf1) {
    Row row = Row.parse(name);
    Interval interval = new Interval(uf1, uf1);
    SeedScore score = new SeedScore(row, "all", "uf1", uf1, List.of(uf1), interval);
    return new RowScores(row, 1, 24, 8, List.of(score));
  }

  private static RowDifference difference(
      String row, double difference, double low, double high, double p) {
    return new RowDifference(
        Row.parse(row), Row.L_C, "uf1", difference, new Interval(low, high), p);
  }
}
