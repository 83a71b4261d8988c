package org.macro2micro.experiment;

import java.util.List;
import org.macro2micro.metric.Score;

/**
 * All scores of one row.
 *
 * @param row which
 * @param runs how many runs, each of another seed, they are means over
 * @param clips tested clips
 * @param subjects people they show
 * @param scores over all clips, then, if there are several databases, over each one's
 * @param notes what must be known to read them, a sentence each; mostly none
 */
public record RowScores(
    Row row, int runs, int clips, int subjects, List<SeedScore> scores, List<String> notes) {
  public RowScores {
    scores = List.copyOf(scores);
    notes = List.copyOf(notes);
  }

  /** Scores that need no note. */
  public RowScores(Row row, int runs, int clips, int subjects, List<SeedScore> scores) {
    this(row, runs, clips, subjects, scores, List.of());
  }

  /** {@link Scoreboard#ALL}, then each database that was scored by itself. */
  public List<String> parts() {
    return scores.stream().map(SeedScore::part).distinct().toList();
  }

  /** A score over all clips. */
  public SeedScore score(Score score) {
    return score(Scoreboard.ALL, score);
  }

  /**
   * A score over a part.
   *
   * @throws java.util.NoSuchElementException if there is no such part
   */
  public SeedScore score(String part, Score score) {
    return scores.stream()
        .filter(s -> s.part().equals(part) && s.metric().equals(score.key()))
        .findFirst()
        .orElseThrow();
  }
}
