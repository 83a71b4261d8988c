package org.macro2micro.spot;

/**
 * An interval in which a face moved and came back.
 *
 * @param onset first frame, from 0
 * @param apex frame of the largest movement, onset &lt;= apex &lt;= offset
 * @param offset last frame, itself part of the interval
 * @param strength how far the curve rises at the apex, in units of the threshold: 1 or more
 */
public record SpottedInterval(int onset, int apex, int offset, double strength) {
  public SpottedInterval {
    if (onset < 0 || apex < onset || offset < apex) {
      throw new IllegalArgumentException(
          "interval: onset %d, apex %d, offset %d; expected 0 <= onset <= apex <= offset"
              .formatted(onset, apex, offset));
    }
  }
}
