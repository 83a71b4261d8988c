package org.macro2micro.report;

import java.util.Optional;

/**
 * A number of a table.
 *
 * @param head of its column
 * @param value the number
 * @param interval in brackets; empty if there is none
 * @param bar the interval as a drawing
 * @param p of a difference; empty if there is none
 */
public record ScoreCell(
    String head, String value, String interval, Optional<IntervalBar> bar, String p) {}
