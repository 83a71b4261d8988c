package org.macro2micro.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.metric.ConfusionMatrix;
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
   * Joins truth to the predictions of one seed by clip id.
   *
   * @param name of the whole, for errors, such as "table"
   * @param truth every clip of the task with its class
   * @param predictions by row in the table's order
   * @throws IllegalArgumentException if there is no row, or if a row lacks a clip, has one twice,
   *     or has one that the task does not know
   */
  public static Scoreboard of(
      String name,
      List<String> labels,
      Map<ClipId, String> truth,
      Map<Row, ? extends Collection<Prediction>> predictions) {
    Map<Row, List<ScoredClip>> joined = new LinkedHashMap<>();
    predictions.forEach((row, said) -> joined.put(row, TruthJoin.join(row, truth, said)));
    return of(name, labels, new TreeMap<>(Map.of(1L, joined)));
  }

  /**
   * What rows said of their clips, from several seeds.
   *
   * @param name of the whole, for errors
   * @param clips by seed, then by row in the table's order
   * @throws IllegalArgumentException if there is no seed or row, if seeds differ in their rows, or
   *     if clips or their truth differ between seeds or rows
   */
  public static Scoreboard of(
      String name,
      List<String> labels,
      SortedMap<Long, ? extends Map<Row, List<ScoredClip>>> clips) {
    Map<Row, List<List<ScoredClip>>> byRow = new LinkedHashMap<>();
    clips
        .values()
        .forEach(
            rows ->
                rows.forEach(
                    (row, own) -> byRow.computeIfAbsent(row, any -> new ArrayList<>()).add(own)));
    if (byRow.isEmpty()) {
      throw new IllegalArgumentException(
          name + ": predictions of no row; it needs at least 1 seed and 1 row");
    }
    Map<Row, SeededClips> rows = new LinkedHashMap<>();
    byRow.forEach(
        (row, seeds) -> {
          if (seeds.size() != clips.size()) {
            throw new IllegalArgumentException(
                "%s, row \"%s\": %d of the seeds %s have it; expected all"
                    .formatted(name, row, seeds.size(), clips.keySet()));
          }
          try {
            rows.put(row, new SeededClips(seeds));
          } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                "%s, row \"%s\": %s".formatted(name, row, e.getMessage()), e);
          }
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

  /** All scores of a row, over all clips and over each of its {@link #parts}. */
  public RowScores scores(Row row) {
    List<SeedScore> scores = new ArrayList<>();
    for (String part : parts(row)) {
      for (Score metric : Score.values()) {
        scores.add(score(row, part, metric));
      }
    }
    SeededClips clips = clips(row);
    List<ScoredClip> tested = clips.seeds().get(0);
    long subjects = tested.stream().map(clip -> clip.id().subject()).distinct().count();
    return new RowScores(
        row, clips.seeds().size(), tested.size(), (int) subjects, scores, notes(row));
  }

  /** What a reader of a row's scores must know, a sentence each: classes that no clip is of. */
  public List<String> notes(Row row) {
    List<String> notes = new ArrayList<>();
    SortedSet<String> everywhere = clips(row).predictedOnly();
    for (String part : parts(row)) {
      SortedSet<String> classes = part(row, part).predictedOnly();
      if (!part.equals(ALL)) {
        classes.removeAll(everywhere);
      }
      for (String label : classes) {
        notes.add(
            "Row \"%s\"%s: class \"%s\" is predicted but never true: it has no F1 and no recall, and is left out of the means that UF1 and UAR are."
                .formatted(row, part.equals(ALL) ? "" : " on " + part, label));
      }
    }
    return notes;
  }

  private SeededClips part(Row row, String part) {
    return clips(row).only(clip -> part.equals(ALL) || part.equals(database(clip)));
  }

  /** How often a row called clips of each class what, in its first seed. */
  public ConfusionMatrix confusion(Row row) {
    return ConfusionMatrix.of(labels, clips(row).seeds().get(0));
  }

  /**
   * One score of a row.
   *
   * @param part {@link #ALL}, or a database whose clips are scored by themselves
   */
  public SeedScore score(Row row, String part, Score metric) {
    SeededClips some = part(row, part);
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
