package org.macro2micro.exchange;

import org.macro2micro.spot.Spotting;

/** From the time of an event to the frame that shows it. */
final class NearestFrame {
  private NearestFrame() {}

  /**
   * Returns the frame whose time is nearest, 0 to {@code frames - 1}; of two that are equally near,
   * the earlier one.
   *
   * @param spotting of a film with at least one frame, whose frames follow each other in time
   */
  static int of(Spotting spotting, double seconds) {
    int low = 0;
    int high = spotting.frames() - 1;
    while (low < high) {
      int middle = (low + high) / 2;
      if (spotting.seconds(middle) < seconds) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    boolean before =
        low > 0 && seconds - spotting.seconds(low - 1) <= spotting.seconds(low) - seconds;
    return before ? low - 1 : low;
  }
}
