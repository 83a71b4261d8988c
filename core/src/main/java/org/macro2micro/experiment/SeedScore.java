package org.macro2micro.experiment;

import java.util.List;
import org.macro2micro.metric.Interval;
import org.macro2micro.metric.Score;
import org.macro2micro.metric.SeededClips;
import org.macro2micro.metric.SubjectBootstrap;

/**
 * One number of the paper's tables, measured.
 *
 * @param row the row, such as "c+s"
 * @param part {@link TableColumn#ALL}, or the one database whose clips were scored by themselves
 * @param metric which score, by {@link org.macro2micro.metric.Score#key}
 * @param mean over the seeds
 * @param bySeed each seed's own score, in the column's order of seeds
 * @param interval 95% of the mean over subjects
 */
public record SeedScore(
    Row row, String part, String metric, double mean, List<Double> bySeed, Interval interval) {
  public SeedScore {
    bySeed = List.copyOf(bySeed);
  }

  /**
   * Measures it.
   *
   * @param labels the task's classes
   * @param clips of the part alone
   */
  static SeedScore of(
      Row row,
      String part,
      Score metric,
      List<String> labels,
      SeededClips clips,
      SubjectBootstrap bootstrap) {
    return new SeedScore(
        row,
        part,
        metric.key(),
        clips.mean(labels, metric),
        clips.bySeed(labels, metric),
        bootstrap.interval(labels, clips, metric));
  }
}
