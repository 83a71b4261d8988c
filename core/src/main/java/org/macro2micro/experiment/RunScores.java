package org.macro2micro.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
public record RunScores(List<String> selection, List<RowScores> rows) {
  public RunScores {
    selection = List.copyOf(selection);
    rows = List.copyOf(rows);
  }

  /**
   * Scores rows. The classes are those that occur, as truth or as prediction.
   *
   * @param rows the clips of each row, a list for each run that has it
   * @throws IllegalArgumentException if a row's clips or their truth differ between runs, or a
   *     class is written in two ways
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
    Spellings.requireOne("class", labels);
    Scoreboard board = new Scoreboard(List.copyOf(labels), seeded);
    return new RunScores(selection, seeded.keySet().stream().map(board::scores).toList());
  }
}
