package org.macro2micro.experiment;

import org.macro2micro.metric.Interval;

/**
 * How one row differs from another on the same clips.
 *
 * @param row the row
 * @param baseline the row it is compared to
 * @param metric which score, by {@link org.macro2micro.metric.Score#key}
 * @param difference the row's score less the baseline's
 * @param interval 95% of that over subjects
 * @param p two-sided, of a paired permutation test over subjects; not corrected for the number of
 *     rows compared
 */
public record RowDifference(
    Row row, Row baseline, String metric, double difference, Interval interval, double p) {}
