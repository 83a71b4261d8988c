package org.macro2micro.spot;

import java.util.List;
import org.macro2micro.preprocess.FaceTrack;

/**
 * What was found in a video.
 *
 * @param times when each frame that was looked at is shown
 * @param curve one value a frame: how far the face has moved, as the spotting measures it; NaN
 *     where no face was seen
 * @param threshold one value a frame: above it the curve counts as a movement
 * @param intervals in order, none overlapping another
 * @param watched the face that was followed, and what a person should know
 */
@SuppressWarnings("ArrayRecordComponent") // read at once and never compared
public record Spotting(
    FrameTimes times,
    double[] curve,
    double[] threshold,
    List<SpottedInterval> intervals,
    Watched watched) {
  public Spotting {
    intervals = List.copyOf(intervals);
    if (curve.length != times.count() || threshold.length != times.count()) {
      throw new IllegalArgumentException(
          "spotting: %d frames, but curve of %d and threshold of %d values"
              .formatted(times.count(), curve.length, threshold.length));
    }
  }

  /** A spotting of which only the movements are known. */
  Spotting(FrameTimes times, double[] curve, double[] threshold, List<SpottedInterval> intervals) {
    this(times, curve, threshold, intervals, new Watched(new FaceTrack(), List.of()));
  }

  /** A spotting of frames at one rate, of which only the movements are known. */
  public Spotting(
      int frames,
      double framesPerSecond,
      double[] curve,
      double[] threshold,
      List<SpottedInterval> intervals) {
    this(FrameTimes.regular(frames, framesPerSecond), curve, threshold, intervals);
  }

  Spotting with(Watched other) {
    return new Spotting(times, curve, threshold, intervals, other);
  }

  /** Number of frames that were looked at. */
  public int frames() {
    return times.count();
  }

  /** Frames per second, as the film says, or the user. */
  public double framesPerSecond() {
    return times.framesPerSecond();
  }

  /** When a frame is shown, in seconds, as a player counts. */
  public double seconds(int frame) {
    return times.at(frame);
  }

  /** How long an interval takes, to the end of its last frame, in seconds. */
  public double length(SpottedInterval interval) {
    return times.length(interval.onset(), interval.offset());
  }
}
