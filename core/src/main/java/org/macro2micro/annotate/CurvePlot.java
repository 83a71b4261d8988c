package org.macro2micro.annotate;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import org.macro2micro.report.CurveBuckets;
import org.macro2micro.report.video.LabelledInterval;
import org.macro2micro.report.video.PredictedVideo;
import org.macro2micro.spot.FrameTimes;
import org.macro2micro.spot.SpottedInterval;
import org.macro2micro.spot.Spotting;

/**
 * A stretch of a video's motion curve with its threshold and intervals. Its scale is the stretch's
 * own, so that a turn of the head elsewhere does not flatten it; the threshold is what to compare
 * with.
 */
final class CurvePlot {
  private static final double[] STEPS = {.01, .02, .05, .1, .2, .5, 1, 2, 5, 10};
  private static final int MOST_TICKS = 8;
  private static final double HEADROOM = 1.12;

  private final PredictedVideo video;
  private final int from;
  private final int to;
  private final Rectangle area;
  private final double unit;
  private final Caption ticks;
  private final double low;
  private final double high;

  /**
   * @param from first frame
   * @param to frame after the last
   * @param area where the curve is drawn
   * @param unit pixels for what is one pixel wide in a small video
   * @param ticks the text of the axis, which is drawn below the area
   */
  CurvePlot(PredictedVideo video, int from, int to, Rectangle area, double unit, Caption ticks) {
    this.video = video;
    this.from = from;
    this.to = to;
    this.area = area;
    this.unit = unit;
    this.ticks = ticks;
    double least = 0;
    double greatest = 0;
    Spotting spotting = video.spotting();
    for (double[] line : List.of(spotting.curve(), spotting.threshold())) {
      for (int i = from; i < to; i++) {
        if (Double.isFinite(line[i])) {
          least = Math.min(least, line[i]);
          greatest = Math.max(greatest, line[i]);
        }
      }
    }
    this.low = least;
    this.high = greatest;
  }

  /** Draws what stays the same while the stretch is shown. */
  void draw(Graphics2D canvas) {
    canvas.setPaint(StripColours.PANEL);
    canvas.fill(area);
    for (LabelledInterval labelled : video.intervals()) {
      SpottedInterval interval = labelled.interval();
      if (interval.offset() >= from && interval.onset() < to) {
        var colour = StripColours.of(video.colour(labelled));
        double left = Math.max(area.x, x(interval.onset() - .5));
        double right = Math.min(area.getMaxX(), x(interval.offset() + .5));
        canvas.setPaint(StripColours.faint(colour, .3));
        canvas.fill(new Rectangle2D.Double(left, area.y, right - left, area.height));
        canvas.setPaint(colour);
        canvas.fill(new Rectangle2D.Double(left, area.y, right - left, 2 * unit));
      }
    }
    drawAxis(canvas);
    Spotting spotting = video.spotting();
    float dash = (float) (5 * unit);
    canvas.setStroke(
        new BasicStroke(
            (float) (1.3 * unit),
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_ROUND,
            1,
            new float[] {dash, dash},
            0));
    canvas.setPaint(StripColours.THRESHOLD);
    canvas.draw(line(spotting.threshold()));
    canvas.setStroke(
        new BasicStroke((float) (1.6 * unit), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    canvas.setPaint(StripColours.TEXT);
    canvas.draw(line(spotting.curve()));
  }

  /** Draws the present place in the video; what comes after it is dimmed. */
  void drawCursor(Graphics2D canvas, int frame) {
    double x = x(frame);
    canvas.setPaint(StripColours.faint(StripColours.BACK, .5));
    canvas.fill(new Rectangle2D.Double(x, area.y, area.getMaxX() - x, area.height));
    canvas.setPaint(StripColours.TEXT);
    canvas.setStroke(new BasicStroke((float) (1.5 * unit)));
    canvas.draw(new Line2D.Double(x, area.y, x, area.getMaxY()));
    double value = video.spotting().curve()[frame];
    if (Double.isFinite(value)) {
      double r = 3.5 * unit;
      canvas.fill(new Ellipse2D.Double(x - r, y(value) - r, 2 * r, 2 * r));
    }
  }

  private void drawAxis(Graphics2D canvas) {
    FrameTimes times = video.spotting().times();
    double begin = times.at(from);
    double end = times.end(to - 1);
    double step = STEPS[STEPS.length - 1];
    for (int i = STEPS.length - 1; i >= 0 && (end - begin) / STEPS[i] <= MOST_TICKS; i--) {
      step = STEPS[i];
    }
    canvas.setStroke(new BasicStroke((float) unit));
    for (long tick = (long) Math.ceil(begin / step); tick * step < end; tick++) {
      double x = x(times.place(tick * step));
      canvas.setPaint(StripColours.LINE);
      canvas.draw(new Line2D.Double(x, area.y, x, area.getMaxY()));
      String text = text(tick * step, step);
      int left = (int) Math.round(x - ticks.width(text) / 2.0);
      if (left >= area.x && left + ticks.width(text) <= area.getMaxX()) {
        canvas.setPaint(StripColours.SOFT);
        ticks.draw(canvas, text, left, (int) Math.round(area.getMaxY() + 4 * unit));
      }
    }
  }

  private static String text(double seconds, double step) {
    String decimals = step < .1 ? "%.2f" : step < 1 ? "%.1f" : "%.0f";
    if (seconds < 60) {
      return String.format(Locale.ROOT, decimals + " s", seconds);
    }
    long whole = (long) Math.floor(seconds + 1e-6);
    String rest = step < 1 ? String.format(Locale.ROOT, decimals, seconds - whole) : "";
    return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
        + (rest.isEmpty() ? "" : rest.substring(1));
  }

  private Path2D line(double[] values) {
    List<Integer> frames = CurveBuckets.of(values, from, to, 2 * area.width).frames();
    Path2D line = new Path2D.Double();
    boolean begun = false;
    for (int frame : frames) {
      boolean there = Double.isFinite(values[frame]);
      if (there && begun) {
        line.lineTo(x(frame), y(values[frame]));
      } else if (there) {
        line.moveTo(x(frame), y(values[frame]));
      }
      begun = there;
    }
    return line;
  }

  private double x(double frame) {
    return area.x + area.width * (frame + .5 - from) / (to - from);
  }

  private double y(double value) {
    double share = high > low ? (value - low) / (HEADROOM * (high - low)) : 0;
    return area.getMaxY() - share * area.height;
  }
}
