package org.macro2micro.lab.face;

import java.awt.Graphics2D;
import org.macro2micro.lab.movement.ActionUnits;
import org.macro2micro.lab.movement.Side;

/** Paints a face, back to front. */
public final class FacePainter {
  private FacePainter() {}

  /**
   * Paints a person.
   *
   * @param canvas its transform maps face units to pixels
   * @param blink 0 (open) to 1 (shut)
   */
  public static void paint(Graphics2D canvas, Identity who, ActionUnits units, double blink) {
    FaceShape shape = FaceShape.of(who, units, blink);
    Brush brush = new Brush(canvas);
    HeadPainter head = new HeadPainter(brush, who, shape);
    HairPainter hair = new HairPainter(brush, who);
    EyePainter eyes = new EyePainter(brush, who, shape);
    hair.paintBehind();
    head.paintBody();
    head.paintEars();
    head.paintSkin();
    for (Side side : Side.values()) {
      eyes.paintSocket(side);
    }
    new NosePainter(brush, who, shape).paint();
    new FoldPainter(brush, who, shape).paint();
    new MouthPainter(brush, who, shape).paint();
    for (Side side : Side.values()) {
      eyes.paintEye(side);
      eyes.paintBrow(side);
    }
    hair.paintBefore();
    eyes.paintGlasses();
  }
}
