package org.macro2micro.report.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macro2micro.experiment.ModelSelection;
import org.macro2micro.experiment.RowDifference;
import org.macro2micro.experiment.RowScores;
import org.macro2micro.experiment.RunResult;
import org.macro2micro.experiment.Scoreboard;
import org.macro2micro.experiment.SeedScore;
import org.macro2micro.metric.ConfusionMatrix;
import org.macro2micro.metric.Score;
import org.macro2micro.report.CurveData;
import org.macro2micro.report.IntervalBar;
import org.macro2micro.report.NumberText;
import org.macro2micro.report.OriginLines;
import org.macro2micro.report.ScoreCell;
import org.macro2micro.report.SettingLines;

/**
 * What the template prints: every number already a text, so that the template holds no arithmetic.
 *
 * @param content what was handed in
 * @param rows the table's lines
 * @param confusions one a row
 * @param settings dotted names and values
 * @param origin names and values of the provenance; empty if there is none
 * @param curves JSON for the script, empty if there are no curves
 */
public record PageView(
    ReportContent content,
    List<Row> rows,
    List<Confusion> confusions,
    List<Map.Entry<String, String>> settings,
    List<Map.Entry<String, String>> origin,
    String curves) {

  /** One line of the table; the first line has no difference. */
  public record Row(
      String name, List<ScoreCell> scores, List<String> byDatabase, List<ScoreCell> versus) {
    /** The difference in F1, the one that the main table prints. */
    public Optional<ScoreCell> f1Versus() {
      return versus.stream().filter(cell -> cell.head().equals(head(Score.UF1))).findFirst();
    }
  }

  /** One row's confusion matrix. */
  public record Confusion(String name, List<Line> lines) {}

  /** The clips of one class: how many were called what. */
  public record Line(String truth, List<Count> counts, int clips) {}

  /** A count, its share of the line as text and as a whole number from 0 to 100. */
  public record Count(int clips, String share, long percent, boolean right) {}

  static PageView of(ReportContent content) {
    RunResult result = content.result();
    return new PageView(
        content,
        result.rows().stream().map(row -> row(result, row)).toList(),
        confusions(result),
        SettingLines.of(content.settings()),
        content.provenance().map(OriginLines::of).orElse(List.of()),
        content.curves().isEmpty() ? "" : CurveData.json(content.curves()));
  }

  /** The names of the scores in the heads of columns. */
  static String head(Score score) {
    return switch (score) {
      case ACCURACY -> "Accuracy";
      case UF1 -> "F1";
      case UAR -> "UAR";
    };
  }

  /** The row that differences are taken from. */
  public String baseline() {
    return rows.get(0).name();
  }

  /** Whether the scores come from a choice that saw the held-out subject. */
  public boolean leaks() {
    return content.result().selection() == ModelSelection.TEST_SELECTED;
  }

  /** Whether there is anything to compare. */
  public boolean compares() {
    return rows.size() > 1;
  }

  /** The databases, if there are several. */
  public List<String> databases() {
    List<String> databases = content.result().databases();
    return databases.size() > 1 ? databases : List.of();
  }

  /** The strips of clips called right, or of those called wrong. */
  public List<FrameStrip> strips(boolean right) {
    return content.strips().stream().filter(strip -> strip.right() == right).toList();
  }

  /** MaNet's accuracy; to be asked for only where it was measured. */
  public String macroShare() {
    return content.macro().map(macro -> NumberText.percent(macro.accuracy())).orElse("–");
  }

  /** What a strip's row gave the class it named. */
  public String probability(FrameStrip strip) {
    return NumberText.score(strip.probability());
  }

  private static Row row(RunResult result, RowScores row) {
    List<ScoreCell> scores = new ArrayList<>();
    List<ScoreCell> versus = new ArrayList<>();
    for (Score score : Score.values()) {
      SeedScore measured = row.score(score);
      scores.add(
          new ScoreCell(
              head(score),
              NumberText.score(measured.mean()),
              NumberText.interval(measured.interval()),
              Optional.of(IntervalBar.ofScore(measured.mean(), measured.interval())),
              ""));
      List<RowDifference> column =
          result.differences().stream().filter(d -> d.metric().equals(score.key())).toList();
      result
          .difference(row.row(), score)
          .ifPresent(difference -> versus.add(cell(head(score), difference, column)));
    }
    List<String> byDatabase = new ArrayList<>();
    for (String database : row.parts()) {
      if (!database.equals(Scoreboard.ALL)) {
        byDatabase.add(NumberText.score(row.score(database, Score.UF1).mean()));
        byDatabase.add(NumberText.score(row.score(database, Score.UAR).mean()));
      }
    }
    return new Row(row.row().toString(), scores, byDatabase, versus);
  }

  private static ScoreCell cell(String head, RowDifference difference, List<RowDifference> column) {
    return new ScoreCell(
        head,
        NumberText.difference(difference.difference()),
        NumberText.differenceInterval(difference.interval()),
        Optional.of(IntervalBar.ofDifference(difference, column)),
        NumberText.p(difference.p()));
  }

  private static List<Confusion> confusions(RunResult result) {
    List<Confusion> confusions = new ArrayList<>();
    for (int i = 0; i < result.rows().size(); i++) {
      confusions.add(confusion(result.rows().get(i).row().toString(), result.confusions().get(i)));
    }
    return confusions;
  }

  private static Confusion confusion(String name, ConfusionMatrix matrix) {
    List<Line> lines = new ArrayList<>();
    for (int truth = 0; truth < matrix.size(); truth++) {
      int clips = matrix.support(truth);
      List<Count> counts = new ArrayList<>();
      for (int called = 0; called < matrix.size(); called++) {
        int count = matrix.count(truth, called);
        double share = clips == 0 ? 0 : (double) count / clips;
        counts.add(
            new Count(
                count,
                clips == 0 ? "–" : NumberText.percent(share),
                Math.round(100 * share),
                truth == called));
      }
      lines.add(new Line(matrix.labels().get(truth), counts, clips));
    }
    return new Confusion(name, lines);
  }
}
