package org.macro2micro.spot;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * When each frame of a film is shown.
 *
 * @param seconds one value a frame, growing
 * @param framesPerSecond as the film says, or the user: what the first and the last interval are
 *     taken for where there is no other
 */
@SuppressWarnings("ArrayRecordComponent") // read at once and never compared
public record FrameTimes(double[] seconds, double framesPerSecond) {
  /** Frames this much nearer or further than the middle one still come at one rate. */
  private static final double REGULAR = .25;

  private static final double MICROSECONDS = 1e6;

  public FrameTimes {
    for (int i = 1; i < seconds.length; i++) {
      if (!(seconds[i] > seconds[i - 1])) {
        throw new IllegalArgumentException(
            "frame %d is at %s s, after one at %s s; expected growing times"
                .formatted(i, seconds[i], seconds[i - 1]));
      }
    }
  }

  /** Frames at one rate from 0 on. */
  public static FrameTimes regular(int frames, double framesPerSecond) {
    double[] seconds = new double[frames];
    for (int i = 0; i < frames; i++) {
      seconds[i] = i / framesPerSecond;
    }
    return new FrameTimes(seconds, framesPerSecond);
  }

  /** Number of frames. */
  public int count() {
    return seconds.length;
  }

  /** When a frame is shown, in seconds. */
  public double at(int frame) {
    return seconds[frame];
  }

  /** When a frame ends: as the next one is shown, and for the last after a usual interval. */
  public double end(int frame) {
    return frame + 1 < seconds.length ? seconds[frame + 1] : seconds[frame] + interval();
  }

  /** Seconds from the beginning of the first frame to the end of the last; 0 without frames. */
  public double length() {
    return seconds.length == 0 ? 0 : end(seconds.length - 1) - seconds[0];
  }

  /**
   * Seconds from the beginning of a frame to the end of another, to the microsecond: what is below
   * comes from how a file writes fractions.
   */
  public double length(int onset, int offset) {
    return Math.round((end(offset) - seconds[onset]) * MICROSECONDS) / MICROSECONDS;
  }

  /** The interval that most frames have, in seconds: the median, or by the rate with one frame. */
  public double interval() {
    if (seconds.length < 2) {
      return 1 / framesPerSecond;
    }
    double[] intervals = intervals();
    Arrays.sort(intervals);
    return intervals[intervals.length / 2];
  }

  /** Whether the frames come at one rate: all but one in a hundred intervals are about the same. */
  public boolean isRegular() {
    double usual = interval();
    long others =
        Arrays.stream(intervals()).filter(i -> Math.abs(i - usual) > REGULAR * usual).count();
    return others <= seconds.length / 100;
  }

  /**
   * The frames behind which none follows for longer than this, in seconds, and for longer than five
   * usual intervals.
   */
  List<Integer> gaps(double longest) {
    double least = Math.max(longest, 5 * interval());
    return IntStream.range(0, Math.max(0, seconds.length - 1))
        .filter(i -> seconds[i + 1] - seconds[i] > least)
        .boxed()
        .toList();
  }

  private double[] intervals() {
    double[] intervals = new double[Math.max(0, seconds.length - 1)];
    for (int i = 0; i < intervals.length; i++) {
      intervals[i] = seconds[i + 1] - seconds[i];
    }
    return intervals;
  }

  /**
   * The place of a time among the frames, between two as the time lies between theirs; before the
   * first and after the last by the usual interval.
   */
  public double place(double time) {
    int last = seconds.length - 1;
    if (last < 0 || time <= seconds[0]) {
      return last < 0 ? 0 : (time - seconds[0]) / interval();
    }
    if (time >= seconds[last]) {
      return last + (time - seconds[last]) / interval();
    }
    int found = Arrays.binarySearch(seconds, time);
    int after = found >= 0 ? found : -found - 1;
    double from = seconds[after - 1];
    return after - 1 + (time - from) / (seconds[after] - from);
  }

  /** The frame that is shown nearest to a time; -1 without frames. */
  public int nearest(double time) {
    if (seconds.length == 0) {
      return -1;
    }
    int found = Arrays.binarySearch(seconds, time);
    int after = found >= 0 ? found : -found - 1;
    if (after == 0 || after == seconds.length) {
      return Math.max(0, after - (after == 0 ? 0 : 1));
    }
    return seconds[after] - time < time - seconds[after - 1] ? after : after - 1;
  }
}
