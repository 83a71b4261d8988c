package org.macro2micro.lab.face;

import static org.macro2micro.lab.movement.ActionUnit.*;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.List;
import org.macro2micro.lab.movement.ActionUnits;
import org.macro2micro.lab.movement.Side;

/** Paints the lines and shadows of skin that is pushed together; each unit has its own. */
final class FoldPainter {
  private final Brush brush;
  private final FaceShape shape;
  private final ActionUnits units;
  private final Color shade;
  private final Color light;
  private final double age;

  FoldPainter(Brush brush, Identity who, FaceShape shape) {
    this.brush = brush;
    this.shape = shape;
    this.units = shape.units();
    this.shade = Palette.mix(Palette.shade(who.looks().skin()), Color.BLACK, .15);
    this.light = Palette.light(who.looks().skin());
    this.age = who.looks().age();
  }

  void paint() {
    paintForehead();
    paintFrown();
    paintNoseWrinkles();
    for (Side side : Side.values()) {
      paintEyeCorner(side);
      paintUnderEye(side);
      paintNasolabial(side);
      paintMouthCorner(side);
    }
    paintChin();
  }

  private void paintForehead() {
    double middle = units.share(INNER_BROW_RAISER);
    double sides = units.share(OUTER_BROW_RAISER);
    for (int i = 0; i < 3; i++) {
      double y = -.30 - .055 * i - .03 * (middle + sides) / 2;
      double whole = .10 * age + .55 * Math.min(middle, sides);
      double centre = Math.max(0, middle - sides) * .6;
      Point top = new Point(0, y + .012);
      brush.softLine(
          Brush.arc(new Point(-.27, y + .02), top, new Point(.27, y + .02)), .020, shade, whole);
      brush.softLine(
          Brush.arc(new Point(-.12, y + .018), new Point(0, y), new Point(.12, y + .018)),
          .020,
          shade,
          centre);
      for (Side side : Side.values()) {
        double own = Math.max(0, units.share(side, OUTER_BROW_RAISER) - middle) * .6;
        int s = side.sign();
        brush.softLine(
            Brush.arc(
                new Point(s * .13, y + .03), new Point(s * .23, y), new Point(s * .33, y + .03)),
            .020,
            shade,
            own);
      }
    }
  }

  private void paintFrown() {
    double frown = Math.min(1, units.share(BROW_LOWERER) + .35 * units.share(NOSE_WRINKLER));
    double strength = .06 * age + .85 * frown;
    for (Side side : Side.values()) {
      Point brow = shape.at(side, Landmark.BROW_INNER);
      double x = side.sign() * Math.max(.022, Math.abs(brow.x()) * .42);
      brush.softLine(
          Brush.arc(
              new Point(x * .9, brow.y() - .055),
              new Point(x, brow.y()),
              new Point(x * 1.25, brow.y() + .06)),
          .022,
          shade,
          strength);
      brush.softSpot(new Point(side.sign() * .10, brow.y() - .045), .06, .035, light, .5 * frown);
    }
    brush.softSpot(new Point(0, -.10), .05, .08, shade, .3 * frown);
  }

  private void paintNoseWrinkles() {
    double wrinkle = units.share(NOSE_WRINKLER);
    for (int i = 0; i < 3; i++) {
      double y = -.035 + .042 * i;
      double half = .038 + .012 * i;
      brush.softLine(
          Brush.arc(new Point(-half, y + .014), new Point(0, y - .006), new Point(half, y + .014)),
          .022,
          shade,
          .6 * wrinkle);
      for (Side side : Side.values()) {
        int s = side.sign();
        brush.softLine(
            Brush.arc(
                new Point(s * (half + .01), y),
                new Point(s * (half + .035), y + .022),
                new Point(s * (half + .05), y + .06)),
            .022,
            shade,
            .35 * units.share(side, NOSE_WRINKLER));
      }
    }
  }

  private void paintEyeCorner(Side side) {
    double strength = .10 * age + .75 * units.share(side, CHEEK_RAISER);
    Point corner = shape.at(side, Landmark.EYE_OUTER);
    int s = side.sign();
    for (int i = -1; i <= 1; i++) {
      brush.softLine(
          Brush.arc(
              corner.plus(s * .022, .012 + i * .016),
              corner.plus(s * .048, .014 + i * .030),
              corner.plus(s * .078, .022 + i * .050)),
          .013,
          shade,
          strength);
    }
  }

  private void paintUnderEye(Side side) {
    double strength =
        .16
            + .15 * age
            + .5 * units.share(side, CHEEK_RAISER)
            + .4 * units.share(side, LID_TIGHTENER)
            + .4 * units.share(side, NOSE_WRINKLER)
            + .15 * units.share(side, LIP_CORNER_PULLER);
    double drop = .048 - .012 * units.share(side, CHEEK_RAISER);
    Point inner = shape.at(side, Landmark.EYE_INNER);
    Point lid = shape.at(side, Landmark.LOWER_LID);
    Point outer = shape.at(side, Landmark.EYE_OUTER);
    brush.softLine(
        Brush.arc(
            inner.plus(0, .024), lid.plus(0, drop), outer.toward(lid, .25).plus(0, drop * .75)),
        .022,
        shade,
        Math.min(.8, strength));
    double raised = units.share(side, CHEEK_RAISER) + .4 * units.share(side, LIP_CORNER_PULLER);
    Point cheek = shape.at(side, Landmark.CHEEK);
    brush.softSpot(
        cheek.plus(-side.sign() * .01, -.055), .12, .06, light, .45 * Math.min(1, raised));
    brush.softSpot(cheek.plus(side.sign() * .01, .07), .13, .05, shade, .22 * Math.min(1, raised));
  }

  private void paintNasolabial(Side side) {
    double smile = units.share(side, LIP_CORNER_PULLER);
    double raise = units.share(side, UPPER_LIP_RAISER);
    double wrinkle = units.share(side, NOSE_WRINKLER);
    double stretch = units.share(side, LIP_STRETCHER);
    double strength = .10 + .22 * age + .62 * smile + .62 * raise + .5 * wrinkle + .2 * stretch;
    Point wing = shape.at(side, Landmark.NOSE_WING);
    Point corner = shape.at(side, Landmark.MOUTH_CORNER);
    int s = side.sign();
    Point start = wing.plus(s * .016, -.022);
    Point end = corner.plus(s * (.045 + .012 * smile), -.012 + .02 * age);
    Point middle = start.toward(end, .5).plus(s * (.022 + .022 * (smile + raise)), -.012);
    Path2D.Double fold = Brush.smooth(List.of(start, middle, end), false);
    brush.softLine(fold, .024, shade, Math.min(.85, strength));
    brush.softSpot(middle.plus(s * .045, -.015), .06, .07, light, .30 * Math.min(1, smile + raise));
  }

  private void paintMouthCorner(Side side) {
    int s = side.sign();
    Point corner = shape.at(side, Landmark.MOUTH_CORNER);
    double dimple = units.share(side, DIMPLER) + .18 * units.share(side, LIP_CORNER_PULLER);
    brush.softLine(
        Brush.arc(
            corner.plus(s * .020, -.042), corner.plus(s * .040, 0), corner.plus(s * .022, .044)),
        .020,
        shade,
        Math.min(.9, 1.0 * dimple));
    brush.softSpot(corner.plus(s * .014, .002), .036, .034, shade, Math.min(.9, .28 + .7 * dimple));
    double low = units.share(side, LIP_CORNER_DEPRESSOR);
    brush.softLine(
        Brush.smooth(
            List.of(
                corner.plus(s * .004, .006),
                corner.plus(s * .020, .040),
                corner.plus(s * .022, .085)),
            false),
        .020,
        shade,
        .07 * age + .7 * low);
    double stretch = units.share(side, LIP_STRETCHER);
    for (int i = -1; i <= 1; i += 2) {
      brush.softLine(
          Brush.arc(
              corner.plus(s * .030, i * .030 - .012),
              corner.plus(s * .052, i * .018),
              corner.plus(s * .056, i * .050)),
          .015,
          shade,
          .5 * stretch);
    }
    double tight = units.share(side, LIP_TIGHTENER);
    brush.softSpot(corner.plus(-s * .01, .035), .07, .025, shade, .4 * tight);
  }

  private void paintChin() {
    Point lip = shape.middle(Landmark.LOWER_LIP);
    Point chin = shape.middle(Landmark.CHIN);
    double raise = units.share(CHIN_RAISER);
    double y = lip.y() + .032;
    brush.softSpot(new Point(0, y), .13, .032, shade, .34 + .25 * raise);
    double half = .07 + .02 * raise;
    brush.softLine(
        Brush.arc(
            new Point(-half - .03, y + .075),
            new Point(0, y + .004),
            new Point(half + .03, y + .075)),
        .022,
        shade,
        .8 * raise);
    Point boss = new Point(0, (lip.y() + chin.y()) / 2 + .03);
    brush.softSpot(boss, .10, .06, light, .4 * raise);
    for (int i = 0; i < 9; i++) {
      double angle = i * 2.4;
      double away = .018 + .006 * i;
      Point dent = boss.plus(away * StrictMath.cos(angle), .6 * away * StrictMath.sin(angle));
      brush.softSpot(dent, .020, .016, shade, .5 * raise);
    }
  }
}
