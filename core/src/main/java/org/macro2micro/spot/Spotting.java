package org.macro2micro.spot;

import java.util.List;

/**
 * What was found in a video.
 *
 * @param frames how many frames were looked at
 * @param framesPerSecond of the video
 * @param curve one value a frame: how far the face has moved, as the spotting measures it; NaN
 *     where no face was seen
 * @param threshold one value a frame: above it the curve counts as a movement
 * @param intervals in order, none overlapping another
 */
@SuppressWarnings("ArrayRecordComponent") // read at once and never compared
public record Spotting(
    int frames,
    double framesPerSecond,
    double[] curve,
    double[] threshold,
    List<SpottedInterval> intervals) {
  public Spotting {
    intervals = List.copyOf(intervals);
    if (curve.length != frames || threshold.length != frames) {
      throw new IllegalArgumentException(
          "spotting: %d frames, but curve of %d and threshold of %d values"
              .formatted(frames, curve.length, threshold.length));
    }
  }

  /** Seconds from the start of the video to a frame. */
  public double seconds(int frame) {
    return frame / framesPerSecond;
  }
}
