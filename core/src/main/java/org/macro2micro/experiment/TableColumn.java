package org.macro2micro.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.metric.PairedPermutationTest;
import org.macro2micro.metric.Score;
import org.macro2micro.metric.ScoredClip;
import org.macro2micro.metric.SeededClips;
import org.macro2micro.metric.SubjectBootstrap;
import org.macro2micro.seed.SeedPath;

/**
 * A filled column of the paper's Table 2 or 3: every row's scores over several seeds.
 *
 * @param task what was asked
 * @param clips tested clips
 * @param subjects people they show
 * @param seeds of the runs, at least one, each once
 * @param scores over all clips, then, if several databases are tested together, over each one's
 * @param differences every row but the first against the first, over all clips, one a score
 */
public record TableColumn(
    ColumnTask task,
    int clips,
    int subjects,
    List<Long> seeds,
    List<SeedScore> scores,
    List<RowDifference> differences) {
  /** The part of a column that holds all of its clips. */
  public static final String ALL = "all";

  public TableColumn {
    seeds = List.copyOf(seeds);
    scores = List.copyOf(scores);
    differences = List.copyOf(differences);
    if (seeds.isEmpty() || new HashSet<>(seeds).size() != seeds.size()) {
      throw new IllegalArgumentException(
          "column %s: seeds %s; expected at least one, each once".formatted(task.key(), seeds));
    }
    for (SeedScore score : scores) {
      if (score.bySeed().size() != seeds.size()) {
        throw new IllegalArgumentException(
            "column %s, row \"%s\": scores of %d seeds; expected %d"
                .formatted(task.key(), score.row(), score.bySeed().size(), seeds.size()));
      }
    }
  }

  /**
   * Joins truth to predictions by clip id and scores every row, with intervals and comparisons
   * whose chance comes from {@code chance} alone.
   *
   * @param metrics the scores that the table prints, see {@link PaperTable#metrics}
   * @param truth every clip of the task with its class
   * @param predictions by seed, then by row in the table's order, the baseline first, as {@link
   *     RunResult#byRow} gathers them; the same rows for every seed
   * @throws IllegalArgumentException if there is no seed or row, if seeds differ in their rows, if
   *     the clips are of other databases than the task's, or if a row lacks a clip, has one twice,
   *     or has one that the task does not know
   */
  public static TableColumn of(
      ColumnTask task,
      List<Score> metrics,
      Map<ClipId, String> truth,
      SortedMap<Long, ? extends Map<Row, ? extends Collection<Prediction>>> predictions,
      SeedPath chance) {
    Map<Row, SeededClips> rows = join(task.key(), truth, predictions);
    List<String> labels = task.labels();
    SubjectBootstrap bootstrap = new SubjectBootstrap(chance.child("bootstrap"));
    PairedPermutationTest permutation = new PairedPermutationTest(chance.child("permutation"));
    List<SeedScore> scores = new ArrayList<>();
    for (String part : parts(task.key(), truth)) {
      rows.forEach(
          (row, all) -> {
            SeededClips clips = all.only(clip -> part.equals(ALL) || part.equals(database(clip)));
            for (Score metric : metrics) {
              scores.add(SeedScore.of(row, part, metric, labels, clips, bootstrap));
            }
          });
    }
    Row baseline = rows.keySet().iterator().next();
    SeededClips first = rows.values().iterator().next();
    List<RowDifference> differences = new ArrayList<>();
    rows.forEach(
        (row, clips) -> {
          if (!row.equals(baseline)) {
            for (Score metric : metrics) {
              differences.add(
                  new RowDifference(
                      row,
                      baseline,
                      metric.key(),
                      clips.mean(labels, metric) - first.mean(labels, metric),
                      bootstrap.difference(labels, clips, first, metric),
                      permutation.p(labels, clips, first, metric)));
            }
          }
        });
    return new TableColumn(
        task,
        truth.size(),
        (int) truth.keySet().stream().map(ClipId::subject).distinct().count(),
        List.copyOf(predictions.keySet()),
        scores,
        differences);
  }

  /** {@link #ALL}, then each database that was scored by itself. */
  public List<String> parts() {
    return scores.stream().map(SeedScore::part).distinct().toList();
  }

  /** What was measured for this row, part and score, if it was. */
  public Optional<SeedScore> score(Row row, String part, Score metric) {
    return scores.stream()
        .filter(s -> s.row().equals(row) && s.part().equals(part))
        .filter(s -> s.metric().equals(metric.key()))
        .findFirst();
  }

  /** The comparison of a row with the first over all clips; empty for the first row itself. */
  public Optional<RowDifference> difference(Row row, Score metric) {
    return differences.stream()
        .filter(d -> d.row().equals(row) && d.metric().equals(metric.key()))
        .findFirst();
  }

  private static Map<Row, SeededClips> join(
      ColumnKey key,
      Map<ClipId, String> truth,
      SortedMap<Long, ? extends Map<Row, ? extends Collection<Prediction>>> predictions) {
    Map<Row, List<List<ScoredClip>>> joined = new LinkedHashMap<>();
    predictions.forEach(
        (seed, rows) ->
            rows.forEach(
                (row, said) ->
                    joined
                        .computeIfAbsent(row, any -> new ArrayList<>())
                        .add(TruthJoin.join(row + "\" of seed \"" + seed, truth, said))));
    if (joined.isEmpty()) {
      throw new IllegalArgumentException(
          "column " + key + ": predictions of no row; it needs at least 1 seed and 1 row");
    }
    Map<Row, SeededClips> rows = new LinkedHashMap<>();
    joined.forEach(
        (row, seeds) -> {
          if (seeds.size() != predictions.size()) {
            throw new IllegalArgumentException(
                "column %s, row \"%s\": %d of the seeds %s have it; expected all"
                    .formatted(key, row, seeds.size(), predictions.keySet()));
          }
          rows.put(row, new SeededClips(seeds));
        });
    return rows;
  }

  private static List<String> parts(ColumnKey key, Map<ClipId, String> truth) {
    Set<String> databases =
        truth.keySet().stream().map(id -> id.subject().database()).collect(Collectors.toSet());
    if (!databases.equals(Set.copyOf(key.micro()))) {
      throw new IllegalArgumentException(
          "column %s: clips of databases %s; expected clips of each of %s and of no other"
              .formatted(key, new TreeSet<>(databases), key.micro()));
    }
    List<String> parts = new ArrayList<>(List.of(ALL));
    if (databases.size() > 1) {
      parts.addAll(key.micro());
    }
    return parts;
  }

  private static String database(ScoredClip clip) {
    return clip.id().subject().database();
  }
}
