package org.macro2micro.report.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.macro2micro.report.Page;

/** The result of an experiment as one page. */
public final class ReportPage {
  private ReportPage() {}

  /**
   * Writes the page, whole or not at all.
   *
   * @throws IOException if the file can't be written
   */
  public static void write(Path html, ReportContent content) throws IOException {
    Page.write(html, render(content));
  }

  /** The page's HTML. */
  static String render(ReportContent content) {
    return Page.fill(
        "page.jte",
        Map.of(
            "view", PageView.of(content),
            "style", Page.chartStyle(),
            "chart", Page.chart(),
            "script", Page.own("page.js")));
  }
}
