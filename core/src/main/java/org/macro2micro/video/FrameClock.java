package org.macro2micro.video;

import java.util.OptionalDouble;

/**
 * Gives each frame its time: the file's time stamp, where there is one that lies after the frame
 * before. Times always grow. Not for several threads.
 */
final class FrameClock {
  /** One stamp that stands still may be a slip; more of them say that the file has no clock. */
  private static final int SLIPS = 2;

  private static final double SLIP = .5;

  private final double interval;
  private final boolean isCounting;
  private double last = Double.NaN;
  private int bad;
  private int badInRow;

  private FrameClock(double framesPerSecond, boolean isCounting) {
    boolean isKnown = framesPerSecond > 0 && Double.isFinite(framesPerSecond);
    this.interval = isKnown ? 1 / framesPerSecond : 1.0 / 25;
    this.isCounting = isCounting;
  }

  /** A clock of time stamps; the rate serves where they are missing. */
  static FrameClock ofStamps(double framesPerSecond) {
    return new FrameClock(framesPerSecond, false);
  }

  /** A clock that counts frames from 0 and hears of no time stamp. */
  static FrameClock ofRate(double framesPerSecond) {
    return new FrameClock(framesPerSecond, true);
  }

  /** The time of the next frame in seconds. */
  double next(OptionalDouble stamp) {
    boolean isFirst = Double.isNaN(last);
    if (isCounting) {
      // The product and not a sum, which would drift.
      last = bad++ * interval;
    } else if (stamp.isPresent() && (isFirst || stamp.getAsDouble() > last)) {
      last = stamp.getAsDouble();
      badInRow = 0;
    } else {
      bad++;
      badInRow++;
      last = isFirst ? 0 : last + (badInRow <= SLIPS && stamp.isPresent() ? SLIP : 1) * interval;
    }
    return last;
  }

  /** Number of frames that have no time of their own. */
  int guessed() {
    return isCounting ? 0 : bad;
  }
}
