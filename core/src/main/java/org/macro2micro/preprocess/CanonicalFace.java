package org.macro2micro.preprocess;

/**
 * The proportions that all faces are taken to have in frames that {@link Align#EYES} made; nobody's
 * own face is measured. The unit is the distance between the eyes.
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
