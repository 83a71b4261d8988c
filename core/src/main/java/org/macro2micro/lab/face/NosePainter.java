package org.macro2micro.lab.face;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.List;
import org.macro2micro.lab.movement.Side;

/** Paints the bridge, the tip, the wings and the nostrils of the nose. */
final class NosePainter {
  private final Brush brush;
  private final Identity who;
  private final FaceShape shape;

  NosePainter(Brush brush, Identity who, FaceShape shape) {
    this.brush = brush;
    this.who = who;
    this.shape = shape;
  }

  void paint() {
    Color shade = Palette.shade(who.looks().skin());
    Color light = Palette.light(who.looks().skin());
    Point tip = shape.middle(Landmark.NOSE_TIP);
    double bridge = who.nose().bridge();
    brush.softSpot(tip.plus(0, .085), .12, .035, shade, .42);
    for (Side side : Side.values()) {
      int s = side.sign();
      Point wing = shape.at(side, Landmark.NOSE_WING);
      Path2D.Double flank =
          Brush.smooth(
              List.of(
                  new Point(s * bridge * 1.15, -.07),
                  new Point(s * bridge, .06),
                  new Point(s * bridge * 1.25, tip.y() - .07),
                  wing.plus(-s * .012, -.045)),
              false);
      brush.softLine(flank, .055, shade, .18);
      brush.softSpot(wing.plus(-s * .026, -.024), .046, .042, light, .22);
      Path2D.Double curve =
          Brush.smooth(
              List.of(
                  wing.plus(-s * .010, -.052),
                  wing.plus(0, -.024),
                  wing.plus(-s * .008, .010),
                  wing.plus(-s * .028, .014)),
              false);
      brush.softLine(curve, .016, shade, .72);
      Point nostril = new Point(wing.x() * .50, (wing.y() + tip.y()) / 2 + .022);
      brush.softSpot(nostril, .034, .017, Palette.mix(shade, Color.BLACK, .55), 1);
    }
    brush.softSpot(new Point(0, .10), .030, .15, light, .5);
    brush.softSpot(tip.plus(0, -.006), .050, .044, light, .62);
    Point base = tip.plus(0, .050);
    brush.softLine(
        Brush.arc(base.plus(-.036, -.006), base.plus(0, .008), base.plus(.036, -.006)),
        .014,
        shade,
        .55);
    brush.softSpot(base.plus(0, .055), .018, .05, shade, .20);
  }
}
