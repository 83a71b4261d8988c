package org.macro2micro.report.video;

import java.util.List;
import org.macro2micro.spot.SpottedInterval;

/**
 * A movement that was found and what it was called.
 *
 * @param interval where it is
 * @param label the class that it was given; empty where none is named
 * @param scores one number in [0, 1] a class, in the order of the video's labels
 */
public record LabelledInterval(SpottedInterval interval, String label, List<Double> scores) {
  public LabelledInterval {
    scores = List.copyOf(scores);
  }

  /** A movement that is not named. */
  public static LabelledInterval unnamed(SpottedInterval interval) {
    return new LabelledInterval(interval, "", List.of());
  }
}
