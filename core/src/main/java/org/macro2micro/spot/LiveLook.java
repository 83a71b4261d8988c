package org.macro2micro.spot;

import java.util.List;
import java.util.Optional;
import org.macro2micro.preprocess.FaceTrack;

/**
 * What one more picture of a camera tells. All times are in seconds on the camera's clock.
 *
 * @param seconds when the picture was taken
 * @param face where the face is that is followed; empty if none is seen
 * @param curve the values that have become known, in the order of time: a value needs pictures from
 *     after its own time
 * @param movements those that have become known, in the order of time
 */
public record LiveLook(
    double seconds, Optional<FaceTrack.Place> face, List<Value> curve, List<Movement> movements) {
  public LiveLook {
    curve = List.copyOf(curve);
    movements = List.copyOf(movements);
  }

  /**
   * A value of the curve.
   *
   * @param seconds its time
   * @param contrast how much of the face came and went, in grey levels; NaN where nothing could be
   *     measured
   * @param threshold above it the curve counts as a movement; NaN like the contrast
   */
  public record Value(double seconds, double contrast, double threshold) {}

  /**
   * A movement.
   *
   * @param onset time of its first picture
   * @param apex time of the largest movement
   * @param offset time of its last picture
   * @param strength how far the curve rises, in units of the threshold: 1 or more
   */
  public record Movement(double onset, double apex, double offset, double strength) {}
}
