package org.macro2micro.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.metric.PairedPermutationTest;
import org.macro2micro.metric.Score;
import org.macro2micro.metric.ScoredClip;
import org.macro2micro.metric.SeededClips;
import org.macro2micro.metric.SubjectBootstrap;
import org.macro2micro.seed.SeedPath;

/**
 * What rows said of their clips, seed by seed, and all that can be measured of it: the one place
 * where predictions become scores, intervals and differences. Chance comes from one fixed seed, so
 * that the same predictions give the same digits wherever they are printed.
 *
 * @param labels the task's classes; a class that never occurs changes no score
 * @param rows the clips of each row in the table's order, one list a seed
 */
public record Scoreboard(List<String> labels, Map<Row, SeededClips> rows) {
  /** The part that holds all clips. */
  public static final String ALL = "all";

  private static final SeedPath CHANCE = SeedPath.root(1).child("score");
  private static final SubjectBootstrap BOOTSTRAP = new SubjectBootstrap(CHANCE.child("bootstrap"));
  private static final PairedPermutationTest PERMUTATION =
      new PairedPermutationTest(CHANCE.child("permutation"));

  public Scoreboard {
    labels = List.copyOf(labels);
    rows = new LinkedHashMap<>(rows);
  }

  /**
   * Joins truth to predictions by clip id.
   *
   * @param name of the whole, for errors, such as "table"
   * @param truth every clip of the task with its class
   * @param predictions by seed, then by row in the table's order; the same rows for every seed
   * @throws IllegalArgumentException if there is no seed or row, if seeds differ in their rows, or
   *     if a row lacks a clip, has one twice, or has one that the task does not know
   */
  public static Scoreboard of(
      String name,
      List<String> labels,
      Map<ClipId, String> truth,
      SortedMap<Long, ? extends Map<Row, ? extends Collection<Prediction>>> predictions) {
    Map<Row, List<List<ScoredClip>>> joined = new LinkedHashMap<>();
    predictions.forEach(
        (seed, rows) ->
            rows.forEach(
                (row, said) ->
                    joined
                        .computeIfAbsent(row, any -> new ArrayList<>())
                        .add(
                            TruthJoin.join(
                                predictions.size() == 1
                                    ? row.toString()
                                    : row + "\" of seed \"" + seed,
                                truth,
                                said))));
    if (joined.isEmpty()) {
      throw new IllegalArgumentException(
          name + ": predictions of no row; it needs at least 1 seed and 1 row");
    }
    Map<Row, SeededClips> rows = new LinkedHashMap<>();
    joined.forEach(
        (row, seeds) -> {
          if (seeds.size() != predictions.size()) {
            throw new IllegalArgumentException(
                "%s, row \"%s\": %d of the seeds %s have it; expected all"
                    .formatted(name, row, seeds.size(), predictions.keySet()));
          }
          rows.put(row, new SeededClips(seeds));
        });
    return new Scoreboard(labels, rows);
  }

  /** What a row said of its clips. */
  public SeededClips clips(Row row) {
    SeededClips clips = rows.get(row);
    if (clips == null) {
      throw new IllegalArgumentException(
          "row \"%s\" is not on the scoreboard; its rows: %s".formatted(row, rows.keySet()));
    }
    return clips;
  }

  /** {@link #ALL}, then, if a row's clips are of several databases, each of these by name. */
  public List<String> parts(Row row) {
    TreeSet<String> databases = new TreeSet<>();
    clips(row).seeds().get(0).forEach(clip -> databases.add(database(clip)));
    List<String> parts = new ArrayList<>(List.of(ALL));
    if (databases.size() > 1) {
      parts.addAll(databases);
    }
    return parts;
  }

  /**
   * One score of a row.
   *
   * @param part {@link #ALL}, or a database whose clips are scored by themselves
   */
  public SeedScore score(Row row, String part, Score metric) {
    SeededClips some = clips(row).only(clip -> part.equals(ALL) || part.equals(database(clip)));
    return new SeedScore(
        row,
        part,
        metric.key(),
        some.mean(labels, metric),
        some.bySeed(labels, metric),
        BOOTSTRAP.interval(labels, some, metric));
  }

  /** How a row differs from another over all clips, which must be the same in both. */
  public RowDifference difference(Row row, Row baseline, Score metric) {
    return difference(row, clips(row), baseline, clips(baseline), metric);
  }

  /**
   * The same of rows that may stand on other scoreboards.
   *
   * @throws IllegalArgumentException if the two don't hold the same clips with the same truth, or
   *     not as many seeds
   */
  public RowDifference difference(
      Row row, SeededClips clips, Row baseline, SeededClips others, Score metric) {
    return new RowDifference(
        row,
        baseline,
        metric.key(),
        clips.mean(labels, metric) - others.mean(labels, metric),
        BOOTSTRAP.difference(labels, clips, others, metric),
        PERMUTATION.p(labels, clips, others, metric));
  }

  /** Every row but the first against the first. */
  public List<RowDifference> differences(List<Score> metrics) {
    Row baseline = rows.keySet().iterator().next();
    List<RowDifference> differences = new ArrayList<>();
    for (Row row : rows.keySet()) {
      if (!row.equals(baseline)) {
        metrics.forEach(metric -> differences.add(difference(row, baseline, metric)));
      }
    }
    return differences;
  }

  private static String database(ScoredClip clip) {
    return clip.id().subject().database();
  }
}
