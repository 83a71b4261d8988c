package org.macro2micro.lab.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How many frames clips have: half of them between least and median, half between median and most.
 *
 * @param least frames of the shortest clip, at least 3 (onset, apex, offset)
 * @param median half of the clips have at most this many frames
 * @param most frames of the longest clip
 */
public record FrameCounts(int least, int median, int most) {
  public FrameCounts {
    if (least < 3 || median < least || most < median) {
      throw new IllegalArgumentException(
          "frames per clip: least %d, median %d, most %d; expected 3 <= least <= median <= most"
              .formatted(least, median, most));
    }
  }

  /** Returns counts for clips of one length. */
  public static FrameCounts of(int frames) {
    return new FrameCounts(frames, frames, frames);
  }

  /**
   * Returns one length for each clip, in random order. The lengths themselves are not drawn: they
   * are evenly spaced quantiles, so that shortest, median and longest are exact.
   */
  List<Integer> deal(int clips, RandomGenerator random) {
    List<Integer> lengths = new ArrayList<>(clips);
    for (int i = 0; i < clips; i++) {
      double quantile = clips == 1 ? .5 : i / (clips - 1.0);
      double above = Math.max(0, 2 * quantile - 1);
      double below = Math.min(1, 2 * quantile);
      // The long tail is thin in the real databases: hence the square.
      double length = least + (median - least) * below + (most - median) * above * above;
      lengths.add((int) Math.round(length));
    }
    return Shuffle.of(lengths, random);
  }
}
