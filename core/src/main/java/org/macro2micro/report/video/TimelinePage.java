package org.macro2micro.report.video;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.macro2micro.drawing.ClassColour;
import org.macro2micro.report.Page;

/**
 * A predicted video as one page, in the style of {@link Page} and as self-contained: its motion
 * curve, its movements, their classes and faces. Its size is bounded by the pictures handed in: of
 * curves of any length at most {@value TimelineData#MOST_POINTS} points are kept.
 */
public final class TimelinePage {
  private TimelinePage() {}

  /**
   * Writes the page, whole or not at all.
   *
   * @throws IOException if the file can't be written
   */
  public static void write(Path html, TimelineContent content) throws IOException {
    Page.write(html, render(content));
  }

  /** The page's HTML. */
  static String render(TimelineContent content) {
    return Page.fill(
        "timeline.jte",
        Map.of(
            "view", TimelineView.of(content),
            "style", Page.chartStyle() + style(Math.max(1, content.video().labels().size())),
            "data", TimelineData.json(content.video()),
            "chart", Page.chart(),
            "script", Page.own("timeline.js")));
  }

  /** What the pages of predictions have beyond every page's style. */
  static String style(int classes) {
    return Page.own("predictions.css") + ClassColour.style(classes);
  }
}
