package org.macro2micro.lab.face;

import java.awt.Color;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.macro2micro.lab.movement.Side;

/** Paints the lips, the teeth and the dark between them. */
final class MouthPainter {
  private static final double TEETH_SHOW = .010;
  private static final double TONGUE_SHOWS = .060;

  private final Brush brush;
  private final Identity who;
  private final FaceShape shape;
  private final Point left;
  private final Point right;
  private final Point upper;
  private final Point lower;

  MouthPainter(Brush brush, Identity who, FaceShape shape) {
    this.brush = brush;
    this.who = who;
    this.shape = shape;
    this.left = shape.at(Side.LEFT, Landmark.MOUTH_CORNER);
    this.right = shape.at(Side.RIGHT, Landmark.MOUTH_CORNER);
    this.upper = shape.middle(Landmark.UPPER_LIP_INNER);
    this.lower = shape.middle(Landmark.LOWER_LIP_INNER);
  }

  void paint() {
    Color lips = who.looks().lips();
    Color dark = Palette.mix(Palette.shade(who.looks().skin()), new Color(60, 10, 14), .5);
    double opening = shape.mouthOpening();
    if (opening > 0) {
      paintInside(opening);
    }
    brush.fill(lowerLip(), lips);
    Point bottom = shape.middle(Landmark.LOWER_LIP);
    brush.softSpot(
        lower.toward(bottom, .45),
        .075,
        Math.max(.008, (bottom.y() - lower.y()) * .34),
        Palette.light(lips),
        .5);
    brush.fill(upperLip(), Palette.mix(lips, dark, .22));
    brush.line(Brush.arc(left, upper, right), .009, Palette.clear(dark, .85));
    if (opening > TEETH_SHOW / 2) {
      brush.line(Brush.arc(left, lower, right), .006, Palette.clear(dark, .6));
    }
    brush.softLine(rim(), .012, dark, .22);
    for (Point corner : new Point[] {left, right}) {
      brush.softSpot(corner, .022, .018, dark, .7);
    }
  }

  private void paintInside(double opening) {
    Path2D.Double inside = Brush.arc(left, upper, right);
    Brush.addArc(inside, right, lower, left, .27);
    inside.closePath();
    brush.fill(inside, new Color(62, 20, 22));
    if (opening > TONGUE_SHOWS) {
      Area tongue = new Area(inside);
      tongue.intersect(
          new Area(
              Brush.ellipse(
                  new Point(0, lower.y() + .012), Math.abs(right.x()) * .62, opening * .36)));
      brush.fill(tongue, new Color(164, 78, 80));
    }
    if (opening > TEETH_SHOW) {
      double bottom = upper.y() + Math.min(.048, opening * .62);
      Area teeth = new Area(inside);
      double half = Math.abs(right.x()) * .80;
      teeth.intersect(
          new Area(
              new Rectangle2D.Double(-half, upper.y() - .2, 2 * half, bottom - upper.y() + .2)));
      brush.fill(teeth, new Color(236, 231, 220));
    }
  }

  private Path2D.Double upperLip() {
    Path2D.Double lip = rim();
    Brush.addArc(lip, right, upper, left, .27);
    lip.closePath();
    return lip;
  }

  /** The upper edge of the upper lip, from the left corner to the right. */
  private Path2D.Double rim() {
    Point peakLeft = shape.at(Side.LEFT, Landmark.UPPER_LIP);
    Point peakRight = shape.at(Side.RIGHT, Landmark.UPPER_LIP);
    Point bow = peakLeft.toward(peakRight, .5).plus(0, who.mouth().bow());
    Path2D.Double rim = new Path2D.Double();
    rim.moveTo(left.x(), left.y());
    rim.curveTo(
        left.x() * .72 + peakLeft.x() * .28,
        left.y() * .50 + peakLeft.y() * .50,
        peakLeft.x() - .045,
        peakLeft.y(),
        peakLeft.x(),
        peakLeft.y());
    rim.quadTo(bow.x() - .014, peakLeft.y(), bow.x(), bow.y());
    rim.quadTo(bow.x() + .014, peakRight.y(), peakRight.x(), peakRight.y());
    rim.curveTo(
        peakRight.x() + .045,
        peakRight.y(),
        right.x() * .72 + peakRight.x() * .28,
        right.y() * .50 + peakRight.y() * .50,
        right.x(),
        right.y());
    return rim;
  }

  private Path2D.Double lowerLip() {
    Path2D.Double lip = Brush.arc(left, lower, right);
    Brush.addArc(lip, right, shape.middle(Landmark.LOWER_LIP), left, .31);
    lip.closePath();
    return lip;
  }
}
