package org.macro2micro.video;

import java.util.ArrayList;
import java.util.List;

/**
 * Frames that are in a file and can't be decoded, or not whole.
 *
 * @param count how many, at least 1
 * @param seconds when the first of them would have been shown
 * @param last when the last of them would have been shown
 */
public record LostFrames(int count, double seconds, double last) {
  /** Losses this near each other, in seconds, have one cause. */
  private static final double NEAR = 2;

  /**
   * Losses one after the other, those near each other as one.
   *
   * @param found how many of the last ones came all the same
   */
  static List<LostFrames> joined(List<LostFrames> losses, int found) {
    List<LostFrames> joined = new ArrayList<>();
    for (LostFrames next : losses) {
      LostFrames before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (before != null && next.seconds - before.last < NEAR) {
        joined.set(
            joined.size() - 1,
            new LostFrames(before.count + next.count, before.seconds, next.last));
      } else {
        joined.add(next);
      }
    }
    if (found > 0 && !joined.isEmpty()) {
      LostFrames end = joined.remove(joined.size() - 1);
      if (end.count > found) {
        joined.add(new LostFrames(end.count - found, end.seconds, end.last));
      }
    }
    return joined;
  }
}
