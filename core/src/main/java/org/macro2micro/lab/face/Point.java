package org.macro2micro.lab.face;

/**
 * A place in the plane of the face: x to the viewer's right, y down, the origin midway between the
 * eyes, one unit the width of an average face (about 140 mm).
 */
record Point(double x, double y) {
  Point plus(double dx, double dy) {
    return new Point(x + dx, y + dy);
  }

  /** The point at share {@code t} of the way to another. */
  Point toward(Point other, double t) {
    return new Point(x + (other.x - x) * t, y + (other.y - y) * t);
  }

  double distance(Point other) {
    return StrictMath.hypot(x - other.x, y - other.y);
  }
}
