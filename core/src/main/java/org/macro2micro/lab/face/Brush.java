package org.macro2micro.lab.face;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.MultipleGradientPaint.ColorSpaceType;
import java.awt.MultipleGradientPaint.CycleMethod;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Soft and hard strokes in face units on a canvas of pixels. */
final class Brush {
  private static final float[] FALLOFF = {0, .3f, .65f, 1};

  private final Graphics2D canvas;
  private final @Nullable Shape outer;

  /**
   * A brush for a canvas whose transform maps face units to pixels; turns on smooth edges and
   * geometry that is not snapped to pixels.
   */
  Brush(Graphics2D canvas) {
    this.canvas = canvas;
    this.outer = canvas.getClip();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  /** Keeps all that follows inside a shape; its edge is not smoothed. */
  void within(Shape shape) {
    canvas.clip(shape);
  }

  /** Ends {@link #within}. */
  void anywhere() {
    canvas.setClip(outer);
  }

  void fill(Shape shape, Color color) {
    canvas.setPaint(color);
    canvas.fill(shape);
  }

  void fill(Shape shape, java.awt.Paint paint) {
    canvas.setPaint(paint);
    canvas.fill(shape);
  }

  void line(Shape path, double width, Color color) {
    canvas.setPaint(color);
    canvas.setStroke(round(width));
    canvas.draw(path);
  }

  /** A stroke whose edges fade out; does nothing at an opacity that can't be seen. */
  void softLine(Shape path, double width, Color color, double opacity) {
    if (opacity < .004) {
      return;
    }
    // Three strokes on top of each other: their opacities add up to about the one asked for.
    for (double part : new double[] {1, .62, .3}) {
      line(path, width * part, Palette.clear(color, opacity * .42));
    }
  }

  /** An ellipse that fades from its centre to its rim. */
  void softSpot(Point centre, double rx, double ry, Color color, double opacity) {
    if (opacity < .004 || rx <= 0 || ry <= 0) {
      return;
    }
    AffineTransform place = AffineTransform.getTranslateInstance(centre.x(), centre.y());
    place.scale(rx, ry);
    Color[] colors = {
      Palette.clear(color, opacity),
      Palette.clear(color, opacity * .82),
      Palette.clear(color, opacity * .26),
      Palette.clear(color, 0)
    };
    Point2D origin = new Point2D.Double();
    canvas.setPaint(
        new RadialGradientPaint(
            origin, 1, origin, FALLOFF, colors, CycleMethod.NO_CYCLE, ColorSpaceType.SRGB, place));
    canvas.fill(ellipse(centre, rx, ry));
  }

  static Ellipse2D ellipse(Point centre, double rx, double ry) {
    return new Ellipse2D.Double(centre.x() - rx, centre.y() - ry, 2 * rx, 2 * ry);
  }

  /** The smooth open curve from {@code a} to {@code b} that passes {@code middle} halfway. */
  static Path2D.Double arc(Point a, Point middle, Point b) {
    Path2D.Double path = new Path2D.Double();
    path.moveTo(a.x(), a.y());
    addArc(path, a, middle, b, .27);
    return path;
  }

  /**
   * Continues a path that stands at {@code a} along such a curve.
   *
   * @param fullness how near its ends the curve reaches its height: .2 (soon) to .4 (late)
   */
  static void addArc(Path2D.Double path, Point a, Point middle, Point b, double fullness) {
    double cy = (8 * middle.y() - a.y() - b.y()) / 6;
    double lean = middle.x() - (a.x() + b.x()) / 2;
    double width = b.x() - a.x();
    path.curveTo(
        a.x() + width * fullness + lean, cy, b.x() - width * fullness + lean, cy, b.x(), b.y());
  }

  /** A smooth curve through all the points (Catmull and Rom's). */
  static Path2D.Double smooth(List<Point> points, boolean closed) {
    Path2D.Double path = new Path2D.Double();
    int n = points.size();
    path.moveTo(points.get(0).x(), points.get(0).y());
    for (int i = 0; i < (closed ? n : n - 1); i++) {
      Point before = points.get(closed ? (i + n - 1) % n : Math.max(0, i - 1));
      Point a = points.get(i);
      Point b = points.get((i + 1) % n);
      Point after = points.get(closed ? (i + 2) % n : Math.min(n - 1, i + 2));
      path.curveTo(
          a.x() + (b.x() - before.x()) / 6,
          a.y() + (b.y() - before.y()) / 6,
          b.x() - (after.x() - a.x()) / 6,
          b.y() - (after.y() - a.y()) / 6,
          b.x(),
          b.y());
    }
    if (closed) {
      path.closePath();
    }
    return path;
  }

  private static BasicStroke round(double width) {
    return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }
}
