package org.macro2micro.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.macro2micro.metric.Score;
import org.macro2micro.metric.ScoredClip;
import org.macro2micro.metric.SeededClips;

/**
 * The scores of runs from their predictions alone: nothing is trained, and who made the predictions
 * does not matter. Several runs are several seeds of the same settings.
 *
 * @param selection which epoch's model was tested, as the runs tell it; more than one if they
 *     differ
 * @param rows in the order in which they were given
 */
public record RunScores(List<String> selection, List<Scored> rows) {
  public RunScores {
    selection = List.copyOf(selection);
    rows = List.copyOf(rows);
  }

  /**
   * One row over the runs that have it.
   *
   * @param row its name
   * @param runs how many have it
   * @param clips tested clips
   * @param subjects people they show
   * @param scores over all clips, then, if there are several databases, over each one's
   */
  public record Scored(Row row, int runs, int clips, int subjects, List<SeedScore> scores) {
    public Scored {
      scores = List.copyOf(scores);
    }

    /** {@link Scoreboard#ALL}, then each database that was scored by itself. */
    public List<String> parts() {
      return scores.stream().map(SeedScore::part).distinct().toList();
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

  /**
   * Scores rows. The classes are those that occur, as truth or as prediction.
   *
   * @param rows the clips of each row, a list for each run that has it
   * @throws IllegalArgumentException if a row's clips or their truth differ between runs
   */
  public static RunScores of(List<String> selection, Map<Row, List<List<ScoredClip>>> rows) {
    Map<Row, SeededClips> seeded = new LinkedHashMap<>();
    Set<String> labels = new TreeSet<>();
    rows.forEach(
        (row, runs) -> {
          try {
            seeded.put(row, new SeededClips(runs));
          } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("row \"%s\": %s".formatted(row, e.getMessage()), e);
          }
          labels.addAll(seeded.get(row).labels());
        });
    Scoreboard board = new Scoreboard(List.copyOf(labels), seeded);
    return new RunScores(
        selection, seeded.keySet().stream().map(row -> scored(board, row)).toList());
  }

  private static Scored scored(Scoreboard board, Row row) {
    SeededClips clips = board.clips(row);
    List<SeedScore> scores = new ArrayList<>();
    for (String part : board.parts(row)) {
      for (Score score : Score.values()) {
        scores.add(board.score(row, part, score));
      }
    }
    List<ScoredClip> tested = clips.seeds().get(0);
    long subjects = tested.stream().map(clip -> clip.id().subject()).distinct().count();
    return new Scored(row, clips.seeds().size(), tested.size(), (int) subjects, scores);
  }
}
