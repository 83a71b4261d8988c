package org.macro2micro.experiment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.macro2micro.clip.ClipId;
import org.macro2micro.metric.Score;
import org.macro2micro.metric.ScoredClip;

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
   * Scores every row and compares it with the first.
   *
   * @param metrics the scores that the table prints, see {@link PaperTable#metrics}
   * @param clips what was said of the task's clips, by seed, then by row in the table's order, the
   *     baseline first; the same rows for every seed
   * @throws IllegalArgumentException if the clips are of other databases than the task's, or as
   *     {@link Scoreboard#of}
   */
  public static TableColumn of(
      ColumnTask task,
      List<Score> metrics,
      SortedMap<Long, ? extends Map<Row, List<ScoredClip>>> clips) {
    Scoreboard board = Scoreboard.of("column " + task.key(), task.labels(), clips);
    Set<ClipId> tested = new TreeSet<>();
    board.rows().values().forEach(row -> row.seeds().get(0).forEach(clip -> tested.add(clip.id())));
    List<SeedScore> scores = new ArrayList<>();
    for (String part : parts(task.key(), tested)) {
      for (Row row : board.rows().keySet()) {
        metrics.forEach(metric -> scores.add(board.score(row, part, metric)));
      }
    }
    return new TableColumn(
        task,
        tested.size(),
        (int) tested.stream().map(ClipId::subject).distinct().count(),
        List.copyOf(clips.keySet()),
        scores,
        board.differences(metrics));
  }

  /**
   * What a reader of the column must know, a sentence each: see {@link Scoreboard#notes}.
   *
   * @param clips as {@link #of} takes them
   */
  public static List<String> notes(
      ColumnTask task, SortedMap<Long, ? extends Map<Row, List<ScoredClip>>> clips) {
    Scoreboard board = Scoreboard.of("column " + task.key(), task.labels(), clips);
    return board.rows().keySet().stream()
        .flatMap(row -> board.notes(row).stream())
        .map(note -> task.key() + ": " + note)
        .toList();
  }

  /** {@link Scoreboard#ALL}, then each database that was scored by itself. */
  public List<String> parts() {
    return scores.stream().map(SeedScore::part).distinct().toList();
  }

  /** Whether nothing of a row was measured. */
  public boolean lacks(Row row) {
    return scores.stream().noneMatch(s -> s.row().equals(row))
        && differences.stream().noneMatch(d -> d.row().equals(row));
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

  private static List<String> parts(ColumnKey key, Set<ClipId> tested) {
    Set<String> databases =
        tested.stream().map(id -> id.subject().database()).collect(Collectors.toSet());
    if (!databases.equals(Set.copyOf(key.micro()))) {
      throw new IllegalArgumentException(
          "column %s: clips of databases %s; expected clips of each of %s and of no other"
              .formatted(key, new TreeSet<>(databases), key.micro()));
    }
    List<String> parts = new ArrayList<>(List.of(Scoreboard.ALL));
    if (databases.size() > 1) {
      parts.addAll(key.micro());
    }
    return parts;
  }
}
