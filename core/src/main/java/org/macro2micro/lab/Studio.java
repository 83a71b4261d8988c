package org.macro2micro.lab;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Paint;

/**
 * Where a database was recorded: what lies behind the people and whence the light comes. The two
 * databases differ here because real ones do; a method that tells domains apart by light or wall
 * alone is one of the traps.
 *
 * @param red colour of the wall, 0 to 1
 * @param green likewise
 * @param blue likewise
 * @param lightAngle direction of the light, in radians from straight above, positive to the right
 * @param lightSlope how much brighter the lit edge of the frame is than its middle, a share
 * @param mostlyGrey whether most people are recorded in grey, as in CK+; five of six is the lab's
 *     own choice
 */
record Studio(
    double red,
    double green,
    double blue,
    double lightAngle,
    double lightSlope,
    boolean mostlyGrey) {

  static final Studio BRIGHT = new Studio(.52, .60, .66, -.5, .10, false);
  static final Studio DIM = new Studio(.34, .31, .30, .7, .20, true);

  /** The wall of a frame {@code height} pixels high. */
  Paint wall(int height) {
    Color top = new Color((float) red, (float) green, (float) blue);
    return new GradientPaint(0, 0, top, 0, height, Palette.mix(top, Color.BLACK, .22), false);
  }
}
