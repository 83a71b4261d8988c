package org.macro2micro.lab.face;

import static org.macro2micro.lab.face.Landmark.EYE_INNER;
import static org.macro2micro.lab.face.Landmark.EYE_OUTER;
import static org.macro2micro.lab.face.Landmark.LOWER_LID;
import static org.macro2micro.lab.face.Landmark.UPPER_LID;

import java.awt.Color;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.util.List;
import org.macro2micro.lab.movement.Side;

/** Paints eyes, lids, brows and glasses. */
final class EyePainter {
  private static final Color LASH = new Color(28, 20, 20);

  private final Brush brush;
  private final Identity who;
  private final FaceShape shape;
  private final Color shade;

  EyePainter(Brush brush, Identity who, FaceShape shape) {
    this.brush = brush;
    this.who = who;
    this.shape = shape;
    this.shade = Palette.shade(who.looks().skin());
  }

  /** The shadow in which eyes lie; goes under everything else of the eye. */
  void paintSocket(Side side) {
    Point inner = shape.at(side, EYE_INNER);
    Point lid = shape.at(side, UPPER_LID);
    brush.softSpot(lid.plus(-side.sign() * .01, -.022), .150, .085, shade, .42);
    brush.softSpot(inner.plus(-side.sign() * .012, -.03), .055, .075, shade, .36);
  }

  void paintEye(Side side) {
    Point inner = shape.at(side, EYE_INNER);
    Point outer = shape.at(side, EYE_OUTER);
    Point upper = shape.at(side, UPPER_LID);
    Point lower = shape.at(side, LOWER_LID);
    Path2D.Double upperLid = Brush.arc(inner, upper, outer);
    Path2D.Double opening = Brush.arc(inner, upper, outer);
    Brush.addArc(opening, outer, lower, inner, .27);
    opening.closePath();
    brush.fill(opening, new Color(232, 226, 220));
    double open = lower.y() - upper.y();
    if (open > .012) {
      paintIris(opening, side);
      Area under = new Area(opening);
      under.intersect(new Area(Brush.ellipse(upper.plus(0, -.012), .13, .030)));
      brush.fill(under, new Color(40, 26, 26, 80));
    }
    brush.line(Brush.arc(outer, lower, inner), .007, Palette.clear(shade, .75));
    brush.line(upperLid, .017, LASH);
    Path2D.Double wing =
        Brush.smooth(
            List.of(upper.toward(outer, .5), outer, outer.plus(side.sign() * .018, -.004)), false);
    brush.softLine(wing, .012, LASH, .5);
    double shut = Math.max(0, 1 - open / (.9 * who.eyes().opening()));
    Path2D.Double crease =
        Brush.arc(
            inner.plus(0, -.014),
            upper.plus(0, -.030 - .006 * shut),
            outer.plus(side.sign() * .006, -.018));
    brush.softLine(crease, .012, shade, .30 + .55 * who.eyes().fold());
  }

  private void paintIris(Path2D.Double opening, Side side) {
    double radius = who.eyes().iris();
    Point centre = new Point(side.sign() * (who.eyes().spacing() - .002), -.004);
    Color colour = who.looks().iris();
    Area iris = new Area(opening);
    iris.intersect(new Area(Brush.ellipse(centre, radius, radius)));
    brush.fill(iris, Palette.mix(colour, Color.BLACK, .35));
    Area ring = new Area(opening);
    ring.intersect(new Area(Brush.ellipse(centre, radius * .82, radius * .82)));
    brush.fill(ring, colour);
    Area pupil = new Area(opening);
    pupil.intersect(new Area(Brush.ellipse(centre, radius * .44, radius * .44)));
    brush.fill(pupil, new Color(14, 10, 10));
    Area glint = new Area(opening);
    glint.intersect(new Area(Brush.ellipse(centre.plus(-.013, -.014), radius * .22, radius * .22)));
    brush.fill(glint, new Color(255, 255, 255, 220));
  }

  void paintBrow(Side side) {
    Point inner = shape.at(side, Landmark.BROW_INNER);
    Point middle = shape.at(side, Landmark.BROW_MIDDLE);
    Point outer = shape.at(side, Landmark.BROW_OUTER);
    double thick = who.eyes().browThickness();
    Point start = inner.plus(0, thick * .1);
    List<Point> outline =
        List.of(
            start.plus(0, -thick * .42),
            inner.toward(middle, .5).plus(0, -thick * .62),
            middle.plus(0, -thick * .48),
            outer,
            middle.plus(0, thick * .36),
            inner.toward(middle, .5).plus(0, thick * .48),
            start.plus(0, thick * .5));
    Path2D.Double brow = Brush.smooth(outline, true);
    Color hair = who.looks().brows();
    brush.softLine(
        Brush.smooth(List.of(inner, inner.toward(middle, .5), middle, outer), false),
        thick * 1.15,
        hair,
        .34);
    brush.fill(brow, Palette.clear(hair, .80));
  }

  void paintGlasses() {
    if (!who.looks().glasses()) {
      return;
    }
    Color frame = new Color(38, 34, 40);
    double rx = who.eyes().width() * .68;
    for (Side side : Side.values()) {
      Point centre = new Point(side.sign() * (who.eyes().spacing() + .004), .025);
      brush.fill(Brush.ellipse(centre, rx, rx * .8), new Color(255, 255, 255, 22));
      brush.line(Brush.ellipse(centre, rx, rx * .8), .013, frame);
      Path2D.Double bow = new Path2D.Double();
      bow.moveTo(centre.x() + side.sign() * rx, -.005);
      bow.lineTo(side.sign() * who.head().cheek(), -.015);
      brush.line(bow, .013, frame);
    }
    double gap = who.eyes().spacing() + .004 - rx;
    brush.line(
        Brush.arc(new Point(-gap, .012), new Point(0, -.012), new Point(gap, .012)), .013, frame);
  }
}
