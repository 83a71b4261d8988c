package org.macro2micro.lab.camera;

import java.util.random.RandomGenerator;
import org.macro2micro.lab.plan.CastClip;
import org.macro2micro.lab.plan.LabSettings;
import org.macro2micro.lab.plan.Studio;
import org.macro2micro.seed.SeedPath;

/**
 * The light on a clip: brightness falls off linearly across the frame.
 *
 * @param gain brightness of the middle of the frame
 * @param slopeX change of brightness from the middle to the right edge, a share
 * @param slopeY change of brightness from the middle to the lower edge
 */
public record Light(double gain, double slopeX, double slopeY) {
  /** The light of a session: the studio's, a little different for each subject and clip. */
  public static Light of(LabSettings settings, CastClip clip) {
    Studio studio = settings.layout().studio();
    SeedPath subject = settings.subjectSeed(clip.subject()).child("light");
    RandomGenerator session = subject.random();
    RandomGenerator take = subject.child(clip.name()).random();
    double angle = studio.lightAngle() + .35 * session.nextGaussian() + .05 * take.nextGaussian();
    double slope = studio.lightSlope() * (.6 + .8 * session.nextDouble());
    double gain = .88 + .12 * session.nextDouble() + .01 * take.nextGaussian();
    return new Light(gain, slope * StrictMath.sin(angle), -slope * StrictMath.cos(angle));
  }

  /** Brightness at a place given as shares of the frame from -1 to 1. */
  float at(double x, double y) {
    return (float) (gain * (1 + slopeX * x + slopeY * y));
  }
}
