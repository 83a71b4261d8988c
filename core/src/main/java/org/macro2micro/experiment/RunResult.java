package org.macro2micro.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.metric.ConfusionMatrix;
import org.macro2micro.metric.Score;

/**
 * A finished table.
 *
 * @param title what was run
 * @param labels the task's classes in their order
 * @param selection which epoch's model the scores speak of
 * @param rows at least one, in the table's order; the first is the baseline of the differences
 * @param confusions each row's counts, in the same order
 * @param differences every other row against the first, one a score
 * @param clips tested clips
 * @param subjects people they show
 * @param databases databases they come from, in order
 */
public record RunResult(
    String title,
    List<String> labels,
    ModelSelection selection,
    List<RowScores> rows,
    List<ConfusionMatrix> confusions,
    List<RowDifference> differences,
    int clips,
    int subjects,
    List<String> databases) {
  public RunResult {
    labels = List.copyOf(labels);
    rows = List.copyOf(rows);
    confusions = List.copyOf(confusions);
    differences = List.copyOf(differences);
    databases = List.copyOf(databases);
    requireRows(title, rows);
  }

  /**
   * Scores every row and compares it with the first.
   *
   * @param truth every clip of the task with its class
   * @param predictions by row, in the table's order, the baseline first
   * @throws IllegalArgumentException as {@link Scoreboard#of}
   */
  public static RunResult of(
      String title,
      List<String> labels,
      ModelSelection selection,
      Map<ClipId, String> truth,
      Map<Row, ? extends Collection<Prediction>> predictions) {
    Scoreboard board = Scoreboard.of("table \"" + title + "\"", labels, truth, predictions);
    return new RunResult(
        title,
        labels,
        selection,
        board.rows().keySet().stream().map(board::scores).toList(),
        board.rows().keySet().stream().map(board::confusion).toList(),
        board.differences(List.of(Score.values())),
        truth.size(),
        (int) truth.keySet().stream().map(ClipId::subject).distinct().count(),
        truth.keySet().stream().map(id -> id.subject().database()).distinct().sorted().toList());
  }

  /**
   * All predictions of each row, as {@link #of} wants them.
   *
   * @param rows the table's rows in order
   * @param results of any folds in any order
   * @throws IllegalArgumentException if a result is of a row not listed
   */
  public static Map<Row, List<Prediction>> byRow(List<Row> rows, Collection<FoldResult> results) {
    Map<Row, List<Prediction>> byRow = new LinkedHashMap<>();
    rows.forEach(row -> byRow.put(row, new ArrayList<>()));
    for (FoldResult result : results) {
      List<Prediction> ofRow = byRow.get(result.row());
      if (ofRow == null) {
        throw new IllegalArgumentException(
            "fold %s: row \"%s\" is not among the table's rows %s"
                .formatted(result.heldOut(), result.row(), rows));
      }
      ofRow.addAll(result.predictions());
    }
    return byRow;
  }

  /** The comparison of a row with the first by this score; empty for the first row itself. */
  public Optional<RowDifference> difference(Row row, Score score) {
    return differences.stream()
        .filter(found -> found.row().equals(row) && found.metric().equals(score.key()))
        .findFirst();
  }

  private static void requireRows(String title, List<RowScores> rows) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("table \"" + title + "\": 0 rows; it needs at least 1");
    }
  }
}
