package org.macro2micro.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.macro2micro.experiment.ModelSelection;
import org.macro2micro.experiment.Row;
import org.macro2micro.experiment.RowDifference;
import org.macro2micro.experiment.RowScores;
import org.macro2micro.experiment.RunResult;
import org.macro2micro.experiment.SeedScore;
import org.macro2micro.metric.Interval;
import org.macro2micro.report.experiment.ReportCases;

class TextTableTest {
  private static RunResult result(ModelSelection selection, String second) {
    RowDifference difference =
        new RowDifference(
            Row.parse(second), Row.L_C, "uf1", -.0501, new Interval(-.2, .0004), .0001);
    return new RunResult(
        "Demo",
        List.of("a", "b"),
        selection,
        List.of(
            scores(Row.L_C, new Interval(.5, .7006)),
            scores(Row.parse(second), new Interval(.25, .75))),
        List.of(),
        List.of(difference),
        8,
        3,
        List.of("samm", "smic"));
  }

  private static RowScores scores(Row row, Interval interval) {
    List<SeedScore> scores = new ArrayList<>();
    for (String part : List.of("all", "samm", "smic")) {
      double uf1 = part.equals("smic") ? .3333 : .6190;
      scores.add(new SeedScore(row, part, "accuracy", .625, List.of(.625), interval));
      scores.add(new SeedScore(row, part, "uf1", uf1, List.of(uf1), interval));
      scores.add(new SeedScore(row, part, "uar", .625, List.of(.625), interval));
    }
    return new RowScores(row, 1, 8, 3, scores);
  }

  @Test
  void plainTextIsAligned() {
    assertThat(TextTable.scores(result(ModelSelection.LAST_EPOCH, "c+s")).plain())
        .isEqualTo(
            """
            Demo: 8 clips of 3 subjects; [95% over subjects]
            row  accuracy (last epoch)  F1 (last epoch)       UAR (last epoch)      F1 less c               p
            ---  ---------------------  --------------------  --------------------  ----------------------  ------
            c    0.625 [0.500, 0.701]   0.619 [0.500, 0.701]  0.625 [0.500, 0.701]  -                       -
            c+s  0.625 [0.250, 0.750]   0.619 [0.250, 0.750]  0.625 [0.250, 0.750]  -0.050 [-0.200, 0.000]  <0.001
            """);
  }

  @Test
  void markdownHoldsTheSame() {
    assertThat(TextTable.scores(result(ModelSelection.TEST_SELECTED, "c|s")).markdown())
        .isEqualTo(
            """
            Demo: 8 clips of 3 subjects; [95% over subjects]

            | row | accuracy (test-selected (leaks)) | F1 (test-selected (leaks)) | UAR (test-selected (leaks)) | F1 less c | p |
            | --- | --- | --- | --- | --- | --- |
            | c | 0.625 [0.500, 0.701] | 0.619 [0.500, 0.701] | 0.625 [0.500, 0.701] | - | - |
            | c\\|s | 0.625 [0.250, 0.750] | 0.619 [0.250, 0.750] | 0.625 [0.250, 0.750] | -0.050 [-0.200, 0.000] | \\<0.001 |
            """);
  }

  @Test
  void databasesHaveATableIfThereAreSeveral() {
    assertThat(TextTable.databases(result(ModelSelection.LAST_EPOCH, "c+s")).orElseThrow().plain())
        .isEqualTo(
            """
            By database (last epoch)
            row  samm UF1  samm UAR  smic UF1  smic UAR
            ---  --------  --------  --------  --------
            c    0.619     0.625     0.333     0.625
            c+s  0.619     0.625     0.333     0.625
            """);
    assertThat(TextTable.databases(ReportCases.oneDatabase())).isEmpty();
  }

  @Test
  void namesCannotMoveTheCursorOrEndALine() {
    TextTable table = new TextTable("t", List.of("row"), List.of(List.of("a\u001b[2J\nb")));
    assertThat(table.plain())
        .isEqualTo("t\nrow\n--------\na [2J b\n".replace("--------", "-------"));
    assertThatThrownBy(() -> new TextTable("t", List.of("row"), List.of(List.of("a", "b"))))
        .hasMessageContaining("2 cells in a row, expected 1");
  }

  @Test
  void numbersAreWrittenOneWay() {
    assertThat(NumberText.difference(.0004)).isEqualTo("0.000");
    assertThat(NumberText.difference(-.0004)).isEqualTo("0.000");
    assertThat(NumberText.difference(.0206)).isEqualTo("+0.021");
    assertThat(NumberText.p(.001)).isEqualTo("0.001");
    assertThat(NumberText.p(.0009)).isEqualTo("<0.001");
    assertThat(NumberText.percent(2 / 3.0)).isEqualTo("67%");
    assertThat(NumberText.duration(4.21)).isEqualTo("4.2 s");
    assertThat(NumberText.duration(200)).isEqualTo("3 min 20 s");
    assertThat(NumberText.duration(7503)).isEqualTo("2 h 05 min");
  }
}
