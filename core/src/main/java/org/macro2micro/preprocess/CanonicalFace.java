package org.macro2micro.preprocess;

/**
 * Where a place of the face lies in a frame that {@link Align#EYES} made, in units of the distance
 * between the eyes: nobody's own face is measured, all are taken to have the same proportions.
 */
public final class CanonicalFace {
  private CanonicalFace() {}

  /**
   * The place in a frame.
   *
   * @param right distances between the eyes to the right of the middle between the eyes
   * @param down the same, below it
   * @param side height and width of the frame in pixels
   */
  public static Landmarks.Point at(double right, double down, int side) {
    double apart = FacePlacement.EYE_RIGHT - FacePlacement.EYE_LEFT;
    double x = (FacePlacement.EYE_LEFT + FacePlacement.EYE_RIGHT) / 2 + apart * right;
    double y = FacePlacement.EYE_HEIGHT + apart * down;
    return new Landmarks.Point((float) (x * side - .5), (float) (y * side - .5));
  }
}
