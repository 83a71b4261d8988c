package org.macro2micro.lab.face;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.macro2micro.lab.movement.ActionUnit;
import org.macro2micro.lab.movement.ActionUnits;
import org.macro2micro.lab.movement.Side;

/**
 * Where the landmarks of a face lie while units act, and how far each has come from its rest.
 *
 * @param left places of the left side
 * @param right places of the right side
 * @param restLeft the same at rest
 * @param restRight the same at rest
 * @param units the units that act
 */
record FaceShape(
    Map<Landmark, Point> left,
    Map<Landmark, Point> right,
    Map<Landmark, Point> restLeft,
    Map<Landmark, Point> restRight,
    ActionUnits units) {
  /** How far the influence of a landmark on the skin around it reaches, in face widths. */
  private static final double REACH = .11;

  private static final double THINNEST_LIP = .010;
  private static final double CLOSED_LIDS = .004;

  /**
   * Moves a person's face.
   *
   * @param blink 0 (eyes as the units say) to 1 (shut)
   */
  static FaceShape of(Identity identity, ActionUnits units, double blink) {
    ActionUnits rest = ActionUnits.none();
    return new FaceShape(
        side(identity, units, blink, Side.LEFT),
        side(identity, units, blink, Side.RIGHT),
        side(identity, rest, 0, Side.LEFT),
        side(identity, rest, 0, Side.RIGHT),
        units);
  }

  /** A landmark's place. */
  Point at(Side side, Landmark landmark) {
    return place(side == Side.LEFT ? left : right, landmark);
  }

  /** A landmark of the middle line, or the point midway between its two sides. */
  Point middle(Landmark landmark) {
    return at(Side.LEFT, landmark).toward(at(Side.RIGHT, landmark), .5);
  }

  /** Distance between the lips, 0 if they touch. */
  double mouthOpening() {
    return middle(Landmark.LOWER_LIP_INNER).y() - middle(Landmark.UPPER_LIP_INNER).y();
  }

  /** Where a point of the skin goes when the landmarks around it move. */
  Point moved(Point skin) {
    double dx = 0;
    double dy = 0;
    for (Side side : Side.values()) {
      for (Map.Entry<Landmark, Point> entry : (side == Side.LEFT ? left : right).entrySet()) {
        Landmark landmark = entry.getKey();
        Point now = entry.getValue();
        Point rest = place(side == Side.LEFT ? restLeft : restRight, landmark);
        boolean counted = side == Side.RIGHT && landmark.midline();
        if (counted || now.equals(rest)) {
          continue;
        }
        double rx = (skin.x() - rest.x()) / REACH;
        double ry = (skin.y() - rest.y()) / REACH;
        double square = rx * rx + ry * ry;
        if (square < 9) {
          double weight = StrictMath.exp(-square / 2);
          dx += (now.x() - rest.x()) * weight;
          dy += (now.y() - rest.y()) * weight;
        }
      }
    }
    return skin.plus(dx, dy);
  }

  private static Map<Landmark, Point> side(
      Identity identity, ActionUnits units, double blink, Side side) {
    Map<Landmark, Point> places = new EnumMap<>(Landmark.class);
    for (Landmark landmark : Landmark.values()) {
      Point rest = identity.neutral(landmark);
      places.put(landmark, new Point(side.sign() * rest.x(), rest.y()));
    }
    for (ActionUnit unit : ActionUnit.values()) {
      double own = units.share(side, unit) * identity.mobility();
      double mean = units.share(unit) * identity.mobility();
      if (mean == 0) {
        continue;
      }
      for (UnitMotion motion : UnitMotion.of(unit)) {
        double share = motion.landmark().midline() ? mean : own;
        places.computeIfPresent(
            motion.landmark(),
            (landmark, place) ->
                place.plus(side.sign() * share * motion.outward(), share * motion.down()));
      }
    }
    closeLids(places, blink);
    keepLips(places);
    return Collections.unmodifiableMap(places);
  }

  private static void closeLids(Map<Landmark, Point> places, double blink) {
    Point lower = place(places, Landmark.LOWER_LID);
    Point upper = place(places, Landmark.UPPER_LID);
    double shut = lower.y() - CLOSED_LIDS;
    double y = Math.min(shut, upper.y() + (shut - upper.y()) * blink);
    places.put(Landmark.UPPER_LID, new Point(upper.x(), y));
  }

  private static void keepLips(Map<Landmark, Point> places) {
    double inner = place(places, Landmark.UPPER_LIP_INNER).y();
    Point top = place(places, Landmark.UPPER_LIP);
    places.put(Landmark.UPPER_LIP, new Point(top.x(), Math.min(top.y(), inner - THINNEST_LIP)));
    lower(places, Landmark.LOWER_LIP_INNER, inner);
    lower(places, Landmark.LOWER_LIP, place(places, Landmark.LOWER_LIP_INNER).y() + THINNEST_LIP);
  }

  private static void lower(Map<Landmark, Point> places, Landmark landmark, double atLeast) {
    Point place = place(places, landmark);
    places.put(landmark, new Point(place.x(), Math.max(place.y(), atLeast)));
  }

  private static Point place(Map<Landmark, Point> places, Landmark landmark) {
    return Objects.requireNonNull(places.get(landmark), "every landmark has a place");
  }
}
