package org.macro2micro.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.macro2micro.metric.ConfusionMatrix;
import org.macro2micro.metric.Interval;
import org.macro2micro.metric.Scores;

/**
 * One row of the table.
 *
 * @param row which
 * @param scores over all clips
 * @param intervals 95% over subjects, by {@link org.macro2micro.metric.Score#key}
 * @param confusion over all clips
 * @param byDatabase over each database's clips; may be empty
 */
public record RowScores(
    Row row,
    Scores scores,
    Map<String, Interval> intervals,
    ConfusionMatrix confusion,
    SortedMap<String, Scores> byDatabase) {
  public RowScores {
    intervals = Collections.unmodifiableMap(new LinkedHashMap<>(intervals));
    byDatabase = Collections.unmodifiableSortedMap(new TreeMap<>(byDatabase));
  }
}
