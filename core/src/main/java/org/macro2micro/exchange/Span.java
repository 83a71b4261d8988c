package org.macro2micro.exchange;

/**
 * An annotation of a tier.
 *
 * @param from when it begins, in seconds
 * @param to when it ends, in seconds; the same for a point
 * @param text what it says
 */
record Span(double from, double to, String text) {
  /** Returns the seconds that both have; below 0 where they lie apart. */
  double common(Span other) {
    return Math.min(to, other.to) - Math.max(from, other.from);
  }
}
