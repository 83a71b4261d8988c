package org.macro2micro.preprocess;

/**
 * Chooses the places in a clip at which the T frames are taken: evenly from onset to apex and
 * evenly from apex to offset, so that the apex frame itself is one of them.
 *
 * @param apex which of the T frames is the apex
 * @param positions T positions within the clip's files, possibly between two of them, not
 *     decreasing, from onset to offset
 */
@SuppressWarnings("ArrayRecordComponent") // read at once and never compared
record FrameSampling(int apex, double[] positions) {
  /**
   * @param onset first position
   * @param apex onset &lt;= apex &lt;= offset
   * @param offset last position
   * @param frames T, at least 1
   */
  static FrameSampling of(int onset, int apex, int offset, int frames) {
    int at = apexAmong(onset, apex, offset, frames);
    double[] positions = new double[frames];
    for (int t = 0; t < frames; t++) {
      if (t < at) {
        positions[t] = onset + (double) (apex - onset) * t / at;
      } else if (t == at) {
        positions[t] = apex;
      } else {
        positions[t] = apex + (double) (offset - apex) * (t - at) / (frames - 1 - at);
      }
    }
    return new FrameSampling(at, positions);
  }

  private static int apexAmong(int onset, int apex, int offset, int frames) {
    if (offset == onset || frames == 1) {
      return 0;
    }
    int nearest = (int) Math.round((double) (frames - 1) * (apex - onset) / (offset - onset));
    // An apex that is neither onset nor offset must not fall on their frames, if there is room.
    int least = apex > onset ? Math.min(1, frames - 1) : 0;
    int most = apex < offset && frames > 2 ? frames - 2 : frames - 1;
    return Math.max(least, Math.min(most, nearest));
  }
}
