package org.macro2micro.lab.face;

import java.awt.geom.Point2D;
import java.util.LinkedHashMap;
import java.util.Map;
import org.macro2micro.lab.movement.ActionUnits;
import org.macro2micro.lab.movement.Side;

/** Where the lab draws the places of brows and mouth that it shares with other schemes. */
public final class KnownFace {
  private KnownFace() {}

  /**
   * The places by their position among the 28 of brows and mouth, in face widths (see {@link
   * Point}).
   */
  public static Map<Integer, Point2D> places(Identity who, ActionUnits units, double blink) {
    FaceShape shape = FaceShape.of(who, units, blink);
    Map<Integer, Point2D> places = new LinkedHashMap<>();
    put(places, 0, shape.at(Side.LEFT, Landmark.BROW_OUTER));
    put(places, 2, shape.at(Side.LEFT, Landmark.BROW_MIDDLE));
    put(places, 4, shape.at(Side.LEFT, Landmark.BROW_INNER));
    put(places, 5, shape.at(Side.RIGHT, Landmark.BROW_INNER));
    put(places, 7, shape.at(Side.RIGHT, Landmark.BROW_MIDDLE));
    put(places, 9, shape.at(Side.RIGHT, Landmark.BROW_OUTER));
    put(places, 10, shape.at(Side.LEFT, Landmark.MOUTH_CORNER));
    put(places, 12, shape.at(Side.LEFT, Landmark.UPPER_LIP));
    put(places, 14, shape.at(Side.RIGHT, Landmark.UPPER_LIP));
    put(places, 16, shape.at(Side.RIGHT, Landmark.MOUTH_CORNER));
    put(places, 19, shape.middle(Landmark.LOWER_LIP));
    put(places, 23, shape.middle(Landmark.UPPER_LIP_INNER));
    put(places, 26, shape.middle(Landmark.LOWER_LIP_INNER));
    return places;
  }

  private static void put(Map<Integer, Point2D> places, int place, Point at) {
    places.put(place, new Point2D.Double(at.x(), at.y()));
  }
}
