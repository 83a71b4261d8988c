package org.macro2micro.experiment;

import java.util.List;
import org.macro2micro.metric.Interval;

/**
 * One number of the paper's tables, measured.
 *
 * @param row the row, such as "c+s"
 * @param part {@link Scoreboard#ALL}, or the one database whose clips were scored by themselves
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
}
