package org.macro2micro.lab.movement;

import java.awt.geom.AffineTransform;
import java.util.random.RandomGenerator;

/**
 * How the head sits in the frame.
 *
 * @param dx shift to the right, in face widths
 * @param dy shift down
 * @param rotation in radians, clockwise
 * @param scale factor on the size
 */
public record Pose(double dx, double dy, double rotation, double scale) {
  /** The head of a person who sits straight and still. */
  public static final Pose STRAIGHT = new Pose(0, 0, 0, 1);

  /** The head turns about the nose. */
  private static final double PIVOT_Y = .2;

  /** Draws the place where a person sits. */
  public static Pose draw(RandomGenerator random, double spread) {
    return new Pose(
        random.nextGaussian() * spread,
        random.nextGaussian() * spread,
        random.nextGaussian() * spread,
        1 + random.nextGaussian() * spread);
  }

  /** Returns both poses, one after the other. */
  public Pose plus(Pose other) {
    return new Pose(dx + other.dx, dy + other.dy, rotation + other.rotation, scale * other.scale);
  }

  /** The map from the head at rest to the head in this pose, in face units. */
  public AffineTransform transform() {
    AffineTransform transform = AffineTransform.getTranslateInstance(dx, dy + PIVOT_Y);
    transform.rotate(rotation);
    transform.scale(scale, scale);
    transform.translate(0, -PIVOT_Y);
    return transform;
  }
}
