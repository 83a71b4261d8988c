package org.macro2micro.lab.face;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import org.macro2micro.lab.movement.Side;

/** Paints the hair behind the head and in front of it. */
final class HairPainter {
  private final Brush brush;
  private final Identity who;
  private final Color hair;
  private final double half;
  private final double line;

  HairPainter(Brush brush, Identity who) {
    this.brush = brush;
    this.who = who;
    this.hair = who.looks().hair();
    this.half = who.head().cheek();
    this.line = who.looks().hairline();
  }

  void paintBehind() {
    HairStyle style = who.looks().style();
    Color back = Palette.mix(hair, Color.BLACK, .35);
    if (style == HairStyle.TIED_BACK) {
      brush.fill(Brush.ellipse(new Point(0, -.74), .17, .13), back);
    }
    if (!style.falls()) {
      return;
    }
    double end = style == HairStyle.BOB ? .66 : 1.25;
    double wide = half + .12;
    Path2D.Double mass = new Path2D.Double();
    mass.moveTo(0, -.82);
    mass.curveTo(wide * .9, -.82, wide, -.4, wide, 0);
    mass.curveTo(wide + .03, end * .5, wide + .04, end * .9, wide - .04, end);
    mass.lineTo(-wide + .04, end);
    mass.curveTo(-wide - .04, end * .9, -wide - .03, end * .5, -wide, 0);
    mass.curveTo(-wide, -.4, -wide * .9, -.82, 0, -.82);
    brush.fill(mass, back);
  }

  void paintBefore() {
    switch (who.looks().style()) {
      case SHORT ->
          cap(
              List.of(
                  edge(-.97, -.16),
                  edge(-.86, -.36),
                  edge(-.45, .02),
                  edge(0, 0),
                  edge(.45, .02),
                  edge(.86, -.36),
                  edge(.97, -.16)),
              .075);
      case CROPPED ->
          cap(
              List.of(
                  edge(-.98, -.20),
                  edge(-.84, -.40),
                  edge(-.5, -.01),
                  edge(0, 0),
                  edge(.5, -.01),
                  edge(.84, -.40),
                  edge(.98, -.20)),
              .035);
      case SIDE_PARTED ->
          cap(
              List.of(
                  edge(-.98, -.10),
                  edge(-.90, -.30),
                  edge(-.52, -.03),
                  edge(-.30, -.09),
                  edge(.2, .06),
                  edge(.78, -.30),
                  edge(.98, -.08)),
              .11);
      case FRINGE ->
          cap(
              List.of(
                  edge(-1.0, .02),
                  edge(-.86, -.24),
                  edge(-.5, .17),
                  edge(0, .19),
                  edge(.5, .17),
                  edge(.86, -.24),
                  edge(1.0, .02)),
              .10);
      case CURLY -> curls();
      case LONG ->
          cap(
              List.of(
                  edge(-1.08, .62),
                  edge(-.95, .05),
                  edge(-.66, -.33),
                  edge(0, -.10),
                  edge(.66, -.33),
                  edge(.95, .05),
                  edge(1.08, .62)),
              .12);
      case BOB ->
          cap(
              List.of(
                  edge(-1.08, .58),
                  edge(-.90, .05),
                  edge(-.62, .15),
                  edge(0, .16),
                  edge(.62, .15),
                  edge(.90, .05),
                  edge(1.08, .58)),
              .12);
      case TIED_BACK ->
          cap(
              List.of(
                  edge(-.99, -.12),
                  edge(-.85, -.33),
                  edge(-.45, -.02),
                  edge(0, -.03),
                  edge(.45, -.02),
                  edge(.85, -.33),
                  edge(.99, -.12)),
              .06);
    }
  }

  /**
   * A place of the hairline. Near the middle {@code down} counts from the hairline's own height,
   * toward the temples it is an absolute height.
   */
  private Point edge(double share, double down) {
    boolean middle = Math.abs(share) < .7 && down > -.25;
    return new Point(share * half, middle ? line + down : down);
  }

  private void cap(List<Point> hairline, double volume) {
    Path2D.Double cap = capShape(hairline, volume);
    brush.softLine(Brush.smooth(hairline, false), .05, Palette.shade(who.looks().skin()), .35);
    brush.fill(cap, hair);
    Color gloss = Palette.mix(hair, Color.WHITE, .30);
    for (Side side : Side.values()) {
      brush.softSpot(new Point(side.sign() * .20, -.60), .17, .06, gloss, .40);
    }
    Color dark = Palette.mix(hair, Color.BLACK, .35);
    int strands = 16;
    for (int i = 1; i < strands; i++) {
      double t = i / (double) strands;
      Point low = along(hairline, t);
      Point high = new Point((t - .5) * half * 1.3, -.66 - volume * .5);
      Point bend = low.toward(high, .5).plus((t - .5) * .10, -.01);
      brush.softLine(
          Brush.smooth(List.of(low, bend, high), false), .010, i % 2 == 0 ? dark : gloss, .28);
    }
  }

  private Path2D.Double capShape(List<Point> hairline, double volume) {
    double wide = half + volume * .55;
    List<Point> points = new ArrayList<>(hairline);
    points.add(new Point(wide * 1.0, -.30));
    points.add(new Point(wide * .74, -.62 - volume * .4));
    points.add(new Point(0, -.71 - volume));
    points.add(new Point(-wide * .74, -.62 - volume * .4));
    points.add(new Point(-wide * 1.0, -.30));
    return Brush.smooth(points, true);
  }

  private void curls() {
    List<Point> hairline =
        List.of(
            edge(-1.0, -.05),
            edge(-.86, -.34),
            edge(-.45, .0),
            edge(0, .03),
            edge(.45, .0),
            edge(.86, -.34),
            edge(1.0, -.05));
    brush.fill(capShape(hairline, .12), hair);
    Color gloss = Palette.mix(hair, Color.WHITE, .22);
    Color dark = Palette.mix(hair, Color.BLACK, .35);
    for (int i = 0; i < 60; i++) {
      // A sunflower's spiral spreads the curls evenly without chance.
      double angle = i * 2.39996;
      double away = StrictMath.sqrt((i + .5) / 60);
      Point at =
          new Point(
              away * StrictMath.cos(angle) * (half + .08),
              -.50 + away * StrictMath.sin(angle) * .36);
      boolean onHair = at.y() < line - .02 || (Math.abs(at.x()) > half * .9 && at.y() < -.12);
      if (onHair) {
        Color curl = Palette.mix(hair, i % 3 == 0 ? dark : gloss, i % 3 == 1 ? 0 : .45);
        brush.fill(Brush.ellipse(at, .052, .048), Palette.clear(curl, .85));
        brush.softSpot(at.plus(-.010, -.014), .040, .034, gloss, .22);
      }
    }
  }

  private static Point along(List<Point> points, double t) {
    double place = t * (points.size() - 1);
    int index = Math.min(points.size() - 2, (int) place);
    return points.get(index).toward(points.get(index + 1), place - index);
  }
}
