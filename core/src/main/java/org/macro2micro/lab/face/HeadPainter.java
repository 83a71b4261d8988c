package org.macro2micro.lab.face;

import static org.macro2micro.lab.face.Landmark.CHIN;
import static org.macro2micro.lab.face.Landmark.JAW;

import java.awt.Color;
import java.awt.RadialGradientPaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import org.macro2micro.lab.movement.Side;

/** Paints the neck, the ears, the outline of the head and the skin on it. */
final class HeadPainter {
  private final Brush brush;
  private final Identity who;
  private final FaceShape shape;
  private final Color skin;
  private final Color shade;

  HeadPainter(Brush brush, Identity who, FaceShape shape) {
    this.brush = brush;
    this.who = who;
    this.shape = shape;
    this.skin = who.looks().skin();
    this.shade = Palette.shade(skin);
  }

  void paintBody() {
    double chin = who.head().chin();
    Path2D.Double neck = new Path2D.Double();
    double half = who.head().jaw() * .78;
    neck.moveTo(-half, .4);
    neck.lineTo(half, .4);
    neck.curveTo(half, chin + .2, half * 1.1, chin + .22, half * 1.4, chin + .30);
    neck.lineTo(half * .9, chin + .52);
    neck.lineTo(-half * .9, chin + .52);
    neck.lineTo(-half * 1.4, chin + .30);
    neck.curveTo(-half * 1.1, chin + .22, -half, chin + .2, -half, .4);
    brush.fill(neck, Palette.mix(skin, shade, .28));
    brush.softSpot(new Point(0, chin + .02), .42, .26, shade, .6);
    Color clothes = who.looks().clothes();
    Path2D.Double body = new Path2D.Double();
    body.moveTo(-1.25, 2.6);
    body.curveTo(-1.2, chin + .5, -.85, chin + .38, -half * 1.25, chin + .22);
    body.curveTo(-half * .8, chin + .42, half * .8, chin + .42, half * 1.25, chin + .22);
    body.curveTo(.85, chin + .38, 1.2, chin + .5, 1.25, 2.6);
    body.closePath();
    brush.fill(body, clothes);
    brush.softSpot(new Point(0, chin + .5), .8, .3, Palette.mix(clothes, Color.BLACK, .5), .3);
  }

  void paintEars() {
    double size = who.head().ears();
    for (Side side : Side.values()) {
      Point ear = new Point(side.sign() * (who.head().cheek() + .012), .08);
      brush.fill(Brush.ellipse(ear, .055 * size, .125 * size), Palette.mix(skin, shade, .18));
      brush.softSpot(ear.plus(side.sign() * .006, .01), .034 * size, .085 * size, shade, .5);
    }
  }

  void paintSkin() {
    Path2D.Double outline = outline();
    brush.fill(outline, skin);
    brush.fill(outline, roundness());
    Color blush = Palette.mix(skin, new Color(190, 60, 56), .5);
    Color light = Palette.light(skin);
    brush.softSpot(new Point(0, -.28), .30, .16, light, .34);
    for (Side side : Side.values()) {
      Point cheek = shape.at(side, Landmark.CHEEK);
      brush.softSpot(cheek.plus(0, .01), .17, .15, blush, .24);
      brush.softSpot(cheek.plus(-side.sign() * .01, -.045), .12, .085, light, .32);
    }
    brush.softSpot(shape.middle(CHIN).plus(0, -.10), .10, .07, light, .26);
    brush.within(outline);
    for (Identity.Mark mark : who.marks()) {
      double darkness = mark.darkness();
      brush.fill(
          Brush.ellipse(shape.moved(mark.at()), mark.radius(), mark.radius()),
          Palette.clear(
              darkness > 0 ? shade : light, Math.abs(darkness) * (mark.radius() > .01 ? .5 : .8)));
    }
    paintBeard();
    brush.anywhere();
  }

  /** The outline of the head without ears. */
  Path2D.Double outline() {
    Identity.Head head = who.head();
    double chin = shape.middle(CHIN).y();
    List<Point> points = new ArrayList<>();
    points.add(new Point(0, -.70));
    addBoth(points, head, chin);
    return Brush.smooth(points, true);
  }

  private void addBoth(List<Point> points, Identity.Head head, double chin) {
    List<Point> right = rim(Side.RIGHT, head, chin);
    List<Point> left = rim(Side.LEFT, head, chin);
    points.addAll(right);
    points.add(new Point(0, chin));
    for (int i = left.size() - 1; i >= 0; i--) {
      points.add(left.get(i));
    }
  }

  private List<Point> rim(Side side, Identity.Head head, double chin) {
    int s = side.sign();
    Point jaw = shape.at(side, JAW);
    double round = .012 * head.round();
    return List.of(
        new Point(s * head.cheek() * .66, -.61),
        new Point(s * head.cheek() * .965, -.36),
        new Point(s * head.cheek(), -.05),
        new Point(s * head.cheek() * .97, .22),
        new Point(s * (Math.abs(jaw.x()) + round), jaw.y()),
        new Point(s * (head.chinWidth() + .09 + round), chin - .105),
        new Point(s * head.chinWidth() * .62, chin - .012));
  }

  /** Darkens the skin toward the rim, as on anything round. */
  private RadialGradientPaint roundness() {
    Point2D origin = new Point2D.Double();
    AffineTransform place = AffineTransform.getTranslateInstance(0, .08);
    place.scale(who.head().cheek() * 1.16, .94);
    return new RadialGradientPaint(
        origin,
        1,
        origin,
        new float[] {0, .55f, .8f, 1},
        new Color[] {
          Palette.clear(shade, 0),
          Palette.clear(shade, .05),
          Palette.clear(shade, .24),
          Palette.clear(shade, .66)
        },
        RadialGradientPaint.CycleMethod.NO_CYCLE,
        RadialGradientPaint.ColorSpaceType.SRGB,
        place);
  }

  private void paintBeard() {
    double beard = who.looks().beard();
    if (beard == 0) {
      return;
    }
    Color hair = who.looks().brows();
    Point chin = shape.middle(CHIN);
    Point lip = shape.middle(Landmark.UPPER_LIP);
    brush.softSpot(chin.plus(0, -.05), .36, .17, hair, .6 * beard);
    brush.softSpot(lip.plus(0, -.035), .20, .05, hair, .6 * beard);
    for (Side side : Side.values()) {
      Point jaw = shape.at(side, JAW);
      brush.softSpot(jaw.plus(-side.sign() * .05, .03), .12, .26, hair, .5 * beard);
    }
  }
}
