package org.macro2micro.run;

import java.util.ArrayList;
import java.util.List;
import org.macro2micro.experiment.ModelSelection;
import org.macro2micro.experiment.Row;
import org.macro2micro.experiment.RowDifference;
import org.macro2micro.experiment.RowScores;
import org.macro2micro.experiment.RunResult;
import org.macro2micro.metric.Score;
import org.macro2micro.report.NumberText;

/** Puts a table into words, and says what a table of its size can and can't show. */
final class Findings {
  private static final double SIGNIFICANT = .05;

  private Findings() {}

  /** One sentence: the scores, and whether the last row differs from the first. */
  static String summary(RunResult result) {
    RowScores first = result.rows().get(0);
    RowScores last = result.rows().get(result.rows().size() - 1);
    String scores =
        "UF1 %s for row %s".formatted(NumberText.score(first.score(Score.UF1).mean()), first.row());
    RowDifference difference = result.difference(last.row(), Score.UF1).orElse(null);
    if (difference == null) {
      return scores + ".";
    }
    // Both must say so: of few people the bootstrap's interval is too narrow.
    boolean clear =
        difference.p() < SIGNIFICANT
            && (difference.interval().low() > 0 || difference.interval().high() < 0);
    String p = NumberText.p(difference.p());
    return "%s and %s for row %s: a difference of %s, 95%% interval %s, p %s, which is %s."
        .formatted(
            scores,
            NumberText.score(last.score(Score.UF1).mean()),
            last.row(),
            NumberText.difference(difference.difference()),
            NumberText.differenceInterval(difference.interval()),
            p.startsWith("<") ? p : "= " + p,
            clear ? "more than these people's variety explains" : "no more than chance explains");
  }

  /** What a table of this size can and can't show. */
  static List<String> notes(RunResult result) {
    List<String> notes = new ArrayList<>();
    RowScores last = result.rows().get(result.rows().size() - 1);
    result
        .difference(last.row(), Score.UF1)
        .ifPresent(
            difference -> {
              double half = (difference.interval().high() - difference.interval().low()) / 2;
              notes.add(
                  "With %d clips of %d subjects and one seed, differences in UF1 below about %s can't be distinguished from no difference; a larger one would still have to hold over several seeds."
                      .formatted(result.clips(), result.subjects(), NumberText.score(half)));
            });
    if (result.selection() == ModelSelection.TEST_SELECTED) {
      notes.add(
          "test-selected: each model's epoch was chosen by the very labels it is tested on. These scores leak, and say nothing about people not seen; they exist to be set beside tables made the same way.");
    }
    result.rows().forEach(row -> notes.addAll(row.notes()));
    List<Row> rows = result.rows().stream().map(RowScores::row).toList();
    if (rows.stream().anyMatch(Row::isTransferred) && !rows.contains(Row.CONTROL)) {
      notes.add(
          "Rows with a phase 3 were trained longer than %s. The control row %s tells how much of a gain is owed to that and not to their terms: --set 'rows=[%s, %s, %s]'."
              .formatted(Row.L_C, Row.CONTROL, Row.L_C, Row.CONTROL, last.row()));
    }
    return notes;
  }
}
