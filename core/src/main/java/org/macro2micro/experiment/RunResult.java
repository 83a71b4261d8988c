package org.macro2micro.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.metric.ConfusionMatrix;
import org.macro2micro.metric.Interval;
import org.macro2micro.metric.PairedPermutationTest;
import org.macro2micro.metric.Score;
import org.macro2micro.metric.ScoredClip;
import org.macro2micro.metric.Scores;
import org.macro2micro.metric.SubjectBootstrap;
import org.macro2micro.seed.SeedPath;

/**
 * A finished table.
 *
 * @param title what was run
 * @param labels the task's classes in their order
 * @param selection which epoch's model the scores speak of
 * @param rows at least one, in the table's order; the first is the baseline of the differences
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
    List<RowDifference> differences,
    int clips,
    int subjects,
    List<String> databases) {
  public RunResult {
    labels = List.copyOf(labels);
    rows = List.copyOf(rows);
    differences = List.copyOf(differences);
    databases = List.copyOf(databases);
    requireRows(title, rows);
  }

  /**
   * Joins truth to predictions by clip id and scores every row, with intervals and comparisons
   * whose chance comes from {@code seed} alone.
   *
   * @param truth every clip of the task with its class
   * @param predictions by row, in the table's order, the baseline first
   * @throws IllegalArgumentException if a row lacks a clip, has one twice, or has one that the task
   *     does not know
   */
  public static RunResult of(
      String title,
      List<String> labels,
      ModelSelection selection,
      Map<ClipId, String> truth,
      Map<Row, ? extends Collection<Prediction>> predictions,
      SeedPath seed) {
    Map<Row, List<ScoredClip>> joined = new LinkedHashMap<>();
    predictions.forEach(
        (row, said) -> joined.put(row, TruthJoin.join(row.toString(), truth, said)));
    SubjectBootstrap bootstrap = new SubjectBootstrap(seed.child("bootstrap"));
    PairedPermutationTest permutation = new PairedPermutationTest(seed.child("permutation"));
    List<RowScores> rows = new ArrayList<>();
    joined.forEach((row, clips) -> rows.add(scores(row, labels, clips, bootstrap)));
    requireRows(title, rows);
    List<RowDifference> differences = new ArrayList<>();
    Iterator<List<ScoredClip>> clips = joined.values().iterator();
    RowScores first = rows.get(0);
    List<ScoredClip> baseline = clips.next();
    for (RowScores row : rows.subList(1, rows.size())) {
      List<ScoredClip> own = clips.next();
      for (Score score : Score.values()) {
        differences.add(
            new RowDifference(
                row.row(),
                first.row(),
                score.key(),
                row.scores().get(score) - first.scores().get(score),
                bootstrap.difference(labels, own, baseline, score),
                permutation.p(labels, own, baseline, score)));
      }
    }
    return new RunResult(
        title,
        labels,
        selection,
        rows,
        differences,
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

  private static RowScores scores(
      Row row, List<String> labels, List<ScoredClip> clips, SubjectBootstrap bootstrap) {
    Map<String, Interval> intervals = new LinkedHashMap<>();
    for (Score score : Score.values()) {
      intervals.put(score.key(), bootstrap.interval(labels, clips, score));
    }
    SortedMap<String, Scores> byDatabase = new TreeMap<>();
    clips.stream()
        .collect(Collectors.groupingBy(clip -> clip.id().subject().database()))
        .forEach(
            (database, own) ->
                byDatabase.put(database, Scores.of(ConfusionMatrix.of(labels, own))));
    ConfusionMatrix confusion = ConfusionMatrix.of(labels, clips);
    return new RowScores(row, Scores.of(confusion), intervals, confusion, byDatabase);
  }
}
