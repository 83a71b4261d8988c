package org.macro2micro.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.macro2micro.clip.ClipId;
import org.macro2micro.config.SettingsException;
import org.macro2micro.experiment.Row;
import org.macro2micro.experiment.RowDifference;
import org.macro2micro.experiment.Scoreboard;
import org.macro2micro.experiment.Spellings;
import org.macro2micro.metric.Interval;
import org.macro2micro.metric.Score;
import org.macro2micro.metric.ScoredClip;
import org.macro2micro.metric.SeededClips;

/**
 * One row of some runs against one row of as many others: the same clips, seed by seed. A side of a
 * single run, such as a method without seeds or another program's predictions, stands against each
 * run of the other.
 *
 * @param clips compared clips
 * @param subjects people they show
 * @param lines one a score
 * @param notes what must be known to read them, a sentence each; mostly none
 */
public record RunComparison(int clips, int subjects, List<Line> lines, List<String> notes) {
  public RunComparison {
    lines = List.copyOf(lines);
    notes = List.copyOf(notes);
  }

  /**
   * One score.
   *
   * @param score its key, such as "uf1"
   * @param first mean over the first runs
   * @param second mean over the second runs
   * @param difference second less first
   * @param interval 95% of the difference, bootstrap over subjects
   * @param p two-sided, paired permutation test over subjects
   */
  public record Line(
      String score, double first, double second, double difference, Interval interval, double p) {}

  /**
   * A row of finished runs.
   *
   * @param folders the runs' folders, one a seed
   * @param row which
   */
  public record Side(List<Path> folders, Row row) {}

  /**
   * Compares.
   *
   * @throws SettingsException if a run has no predictions of its row, the clips differ, or both
   *     sides have several runs and not as many
   * @throws IOException if a run can't be read
   */
  public static RunComparison of(Side first, Side second) throws SettingsException, IOException {
    int runs = Math.max(first.folders().size(), second.folders().size());
    SeededClips one = clips(first, runs);
    SeededClips two = clips(second, runs);
    Set<String> labels = new TreeSet<>(one.labels());
    labels.addAll(two.labels());
    Scoreboard board = new Scoreboard(List.copyOf(labels), Map.of());
    List<Line> lines = new ArrayList<>();
    try {
      Spellings.requireOne("class", labels);
      for (Score score : Score.values()) {
        RowDifference found = board.difference(second.row(), two, first.row(), one, score);
        lines.add(
            new Line(
                score.key(),
                one.mean(board.labels(), score),
                two.mean(board.labels(), score),
                found.difference(),
                found.interval(),
                found.p()));
      }
    } catch (IllegalArgumentException e) {
      throw new SettingsException("compare: " + e.getMessage(), e);
    }
    Set<String> notes = new LinkedHashSet<>();
    notes.addAll(new Scoreboard(board.labels(), Map.of(first.row(), one)).notes(first.row()));
    notes.addAll(new Scoreboard(board.labels(), Map.of(second.row(), two)).notes(second.row()));
    Set<ClipId> ids = new LinkedHashSet<>();
    one.seeds().get(0).forEach(clip -> ids.add(clip.id()));
    int subjects = (int) ids.stream().map(ClipId::subject).distinct().count();
    return new RunComparison(ids.size(), subjects, lines, List.copyOf(notes));
  }

  private static SeededClips clips(Side side, int runs) throws SettingsException, IOException {
    List<List<ScoredClip>> seeds = new ArrayList<>();
    for (Path folder : side.folders()) {
      Map<Row, List<ScoredClip>> rows = PredictedRows.of(folder);
      List<ScoredClip> clips = rows.get(side.row());
      if (clips == null) {
        throw new SettingsException(
            "compare: %s has no predictions of row \"%s\"; its rows: %s"
                .formatted(folder, side.row(), rows.keySet()));
      }
      seeds.add(clips);
    }
    if (seeds.size() == 1) {
      seeds = Collections.nCopies(runs, seeds.get(0));
    }
    try {
      return new SeededClips(seeds);
    } catch (IllegalArgumentException e) {
      throw new SettingsException("compare: " + side.folders() + ": " + e.getMessage(), e);
    }
  }
}
