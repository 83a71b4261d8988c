package org.macro2micro.lab.plan;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Paint;
import org.macro2micro.lab.face.Palette;

/**
 * The place where a database was recorded: what is behind the people, and where the light comes
 * from. The databases differ here because real ones do; a method that distinguishes domains by
 * light or wall alone is one of the traps.
 *
 * @param red red of the wall, 0 to 1
 * @param green green of the wall, 0 to 1
 * @param blue blue of the wall, 0 to 1
 * @param lightAngle direction of the light, in radians from straight above, positive to the right
 * @param lightSlope how much brighter the lit edge of the frame is than its middle, a share
 * @param greyOfSix how many of six people are recorded in grey: all in SAMM, most in CK+, where
 *     five is the lab's own choice
 */
public record Studio(
    double red, double green, double blue, double lightAngle, double lightSlope, int greyOfSix) {

  static final Studio BRIGHT = new Studio(.52, .60, .66, -.5, .10, 0);
  static final Studio DIM = new Studio(.34, .31, .30, .7, .20, 5);
  static final Studio WARM = new Studio(.62, .57, .50, .3, .12, 0);
  static final Studio GREY = new Studio(.45, .45, .45, -.2, .08, 6);
  static final Studio BLUE = new Studio(.33, .42, .62, .5, .15, 0);

  /** The wall of a frame {@code height} pixels high. */
  public Paint wall(int height) {
    Color top = new Color((float) red, (float) green, (float) blue);
    return new GradientPaint(0, 0, top, 0, height, Palette.mix(top, Color.BLACK, .22), false);
  }
}
