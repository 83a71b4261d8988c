package org.macro2micro.spot;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the spotting. The defaults were chosen on generated videos of one seed (see
 * docs/results/spotting.md).
 *
 * @param lag seconds from a frame to those it is compared with, .1 to 1. A movement is seen whole
 *     up to twice as long
 * @param threshold how far the curve must rise above its median of the seconds around, in robust
 *     standard deviations of them, 1 to 1000
 * @param least grey levels that it must rise at least, 0 to 255
 * @param edge share of the rise at the apex below which the movement is over, .01 to .9
 * @param slow how many times larger than at {@code lag} the curve at twice the lag may be at the
 *     apex, 1 to 100: more belongs to an expression that takes longer
 * @param eyes share of what changes in the eyes that is taken off what changes elsewhere, 0 to 1:
 *     the skin around shutting lids moves along
 * @param shortest seconds of the shortest interval, .02 to longest
 * @param longest seconds of the longest interval, up to 5
 * @param detector YuNet's file, which then finds the face; null for OpenCV's cascades
 */
public record SpotSettings(
    double lag,
    double threshold,
    double least,
    double edge,
    double slow,
    double eyes,
    double shortest,
    double longest,
    @Nullable Path detector) {
  /** The defaults. */
  public static final SpotSettings DEFAULT =
      new SpotSettings(.3, 22, .6, .1, 1.5, .4, .08, .7, null);

  public SpotSettings {
    require("lag", lag, .1, 1);
    require("threshold", threshold, 1, 1000);
    require("least", least, 0, 255);
    require("edge", edge, .01, .9);
    require("slow", slow, 1, 100);
    require("eyes", eyes, 0, 1);
    require("longest", longest, .02, 5);
    require("shortest", shortest, .02, longest);
  }

  /** Returns the same settings with another detector of faces. */
  public SpotSettings withDetector(@Nullable Path other) {
    return new SpotSettings(lag, threshold, least, edge, slow, eyes, shortest, longest, other);
  }

  private static void require(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "spot.%s: found %s, expected %s to %s".formatted(name, value, least, most));
    }
  }
}
