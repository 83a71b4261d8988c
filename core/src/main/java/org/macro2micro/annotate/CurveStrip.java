package org.macro2micro.annotate;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.macro2micro.report.video.LabelledInterval;
import org.macro2micro.report.video.PredictedVideo;
import org.macro2micro.spot.SpottedInterval;

/**
 * The strip below a video's picture: the time, the present interval's class, score and phase, and
 * the motion curve with a cursor. Of long videos the curve shows {@value #SECONDS} seconds at a
 * time, and a bar below it where they are in the whole. Not for several threads.
 */
final class CurveStrip {
  private static final double SECONDS = 10;

  private final PredictedVideo video;
  private final int width;
  private final double unit;
  private final Caption text;
  private final Caption ticks;
  private final int margin;
  private final Rectangle plotArea;
  private final int perPage;
  private int page = -1;
  private @Nullable CurvePlot plot;
  private final BufferedImage still;

  /**
   * @param width pixels
   * @param unit pixels for what is one pixel wide in a small video
   * @param text for the line above the curve
   * @param ticks for the curve's axis
   */
  CurveStrip(PredictedVideo video, int width, double unit, Caption text, Caption ticks) {
    this.video = video;
    this.width = width;
    this.unit = unit;
    this.text = text;
    this.ticks = ticks;
    this.margin = pixels(8);
    this.plotArea =
        new Rectangle(margin, 2 * margin + text.capitals(), width - 2 * margin, pixels(78));
    double frames = Math.ceil(SECONDS / video.spotting().times().interval() - 1e-6);
    this.perPage = (int) Math.max(1, Math.min(video.spotting().frames(), frames));
    this.still = new BufferedImage(width, height(), BufferedImage.TYPE_3BYTE_BGR);
  }

  /** Returns the height of the strip in pixels. */
  int height() {
    int axis = (int) plotArea.getMaxY() + pixels(4) + ticks.capitals() + margin;
    return isLong() ? axis + pixels(6) + margin : axis;
  }

  /** Draws the strip of a frame with its upper left corner at (0, 0). */
  void draw(Graphics2D canvas, int frame) {
    CurvePlot shown = turnedTo(frame);
    canvas.drawImage(still, 0, 0, null);
    shown.drawCursor(canvas, frame);
    if (isLong()) {
      double x = overviewX(frame + .5);
      canvas.setPaint(StripColours.TEXT);
      canvas.fill(
          new Rectangle2D.Double(x - unit, overviewY() - 2 * unit, 2 * unit, pixels(6) + 4 * unit));
    }
    drawLine(canvas, frame);
  }

  private void drawLine(Graphics2D canvas, int frame) {
    canvas.setPaint(StripColours.TEXT);
    String clock = video.clock(frame);
    text.draw(canvas, clock, margin, margin);
    int x = margin + text.width(video.clock(video.spotting().frames() - 1)) + 2 * margin;
    canvas.setPaint(StripColours.SOFT);
    ticks.draw(canvas, "frame " + frame, x, margin + text.capitals() - ticks.capitals());
    x += ticks.width("frame " + video.spotting().frames()) + 2 * margin;
    Optional<LabelledInterval> present = video.at(frame);
    if (present.isEmpty()) {
      return;
    }
    LabelledInterval interval = present.get();
    Color colour = StripColours.of(video.colour(interval));
    String phase = phase(interval.interval(), frame);
    int phaseX = width - margin - ticks.width("onset to apex");
    canvas.setPaint(colour);
    ticks.draw(canvas, phase, phaseX, margin + text.capitals() - ticks.capitals());
    OptionalDouble known = video.score(interval);
    String score = known.isEmpty() ? "" : String.format(Locale.ROOT, " %.2f", known.getAsDouble());
    int room = phaseX - x - 3 * margin - text.width(score);
    String label = text.fitted(video.word(interval), Math.max(0, room)) + score;
    int left = phaseX - 2 * margin - text.width(label);
    double pad = .6 * margin;
    canvas.fill(
        new RoundRectangle2D.Double(
            left - pad,
            margin - pad,
            text.width(label) + 2 * pad,
            text.capitals() + 2 * pad,
            2 * pad,
            2 * pad));
    canvas.setPaint(StripColours.BACK);
    text.draw(canvas, label, left, margin);
  }

  private static String phase(SpottedInterval interval, int frame) {
    if (frame == interval.apex()) {
      return "apex";
    }
    return frame < interval.apex() ? "onset to apex" : "apex to offset";
  }

  /** Draws the curve around a frame; what stays the same is drawn once for each page. */
  private CurvePlot turnedTo(int frame) {
    CurvePlot present = plot;
    if (present != null && page == frame / perPage) {
      return present;
    }
    page = frame / perPage;
    int frames = video.spotting().frames();
    int from = Math.min(page * perPage, frames - perPage);
    present = new CurvePlot(video, from, from + perPage, plotArea, unit, ticks);
    Graphics2D canvas = smooth(still);
    canvas.setPaint(StripColours.BACK);
    canvas.fillRect(0, 0, still.getWidth(), still.getHeight());
    present.draw(canvas);
    if (isLong()) {
      drawOverview(canvas, from);
    }
    canvas.dispose();
    plot = present;
    return present;
  }

  private void drawOverview(Graphics2D canvas, int from) {
    canvas.setPaint(StripColours.PANEL);
    canvas.fillRect(margin, overviewY(), width - 2 * margin, pixels(6));
    canvas.setPaint(StripColours.LINE);
    double left = overviewX(from);
    canvas.fill(
        new Rectangle2D.Double(left, overviewY(), overviewX(from + perPage) - left, pixels(6)));
    for (LabelledInterval labelled : video.intervals()) {
      double begin = overviewX(labelled.interval().onset());
      double end = overviewX(labelled.interval().offset() + 1);
      canvas.setPaint(StripColours.of(video.colour(labelled)));
      canvas.fill(
          new Rectangle2D.Double(begin, overviewY(), Math.max(end - begin, 2 * unit), pixels(6)));
    }
  }

  private boolean isLong() {
    return perPage < video.spotting().frames();
  }

  private double overviewX(double frame) {
    return margin + (width - 2 * margin) * frame / video.spotting().frames();
  }

  private int overviewY() {
    return (int) plotArea.getMaxY() + pixels(4) + ticks.capitals() + margin;
  }

  private int pixels(double units) {
    return (int) Math.round(units * unit);
  }

  /** A canvas that draws smooth lines and letters. */
  static Graphics2D smooth(BufferedImage image) {
    Graphics2D canvas = image.createGraphics();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    canvas.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    canvas.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    return canvas;
  }
}
