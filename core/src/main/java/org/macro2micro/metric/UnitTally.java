package org.macro2micro.metric;

import java.util.OptionalDouble;

/**
 * Counts of one action unit over the clips of which it is known whether they show it.
 *
 * @param truePositives clips that show it and were said to
 * @param falsePositives clips that don't and were said to
 * @param falseNegatives clips that show it and were not said to
 * @param trueNegatives clips that don't and were not said to
 */
public record UnitTally(
    int truePositives, int falsePositives, int falseNegatives, int trueNegatives) {
  /** No clip. */
  public static final UnitTally NONE = new UnitTally(0, 0, 0, 0);

  /** The same with one clip more, if it is known whether it shows the unit. */
  UnitTally plus(UnitState truth, boolean predicted) {
    return switch (truth) {
      case SHOWN -> plus(predicted ? new UnitTally(1, 0, 0, 0) : new UnitTally(0, 0, 1, 0));
      case ABSENT -> plus(predicted ? new UnitTally(0, 1, 0, 0) : new UnitTally(0, 0, 0, 1));
      case UNKNOWN -> this;
    };
  }

  /** The clips of both. */
  UnitTally plus(UnitTally other) {
    return new UnitTally(
        truePositives + other.truePositives,
        falsePositives + other.falsePositives,
        falseNegatives + other.falseNegatives,
        trueNegatives + other.trueNegatives);
  }

  /** Returns how many clips it is known of. */
  public int known() {
    return shown() + falsePositives + trueNegatives;
  }

  /** Returns how many clips show it. */
  public int shown() {
    return truePositives + falseNegatives;
  }

  /** Returns how many clips were said to show it. */
  public int predicted() {
    return truePositives + falsePositives;
  }

  /**
   * 2TP / (2TP + FP + FN). Empty if no clip shows the unit, for then nothing could be found, or if
   * all do, for then to say so of every clip would be perfect.
   */
  public OptionalDouble f1() {
    return shown() == 0 || shown() == known()
        ? OptionalDouble.empty()
        : OptionalDouble.of(2.0 * truePositives / (shown() + predicted()));
  }
}
