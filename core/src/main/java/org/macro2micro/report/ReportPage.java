package org.macro2micro.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.macro2micro.base.OwnResource;
import org.macro2micro.base.WholeFile;

/**
 * A result as one page: a single file that needs no network, in light and dark, on paper and on a
 * phone. It forbids itself to load anything (Content-Security-Policy), and all texts are escaped.
 */
public final class ReportPage {
  private static final String OWN = "/org/macro2micro/report/";
  private static final String CHART = "/META-INF/resources/webjars/uplot/1.6.30/dist/";
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, null, "org.macro2micro.report.template");

  private ReportPage() {}

  /**
   * Writes the page, whole or not at all.
   *
   * @throws IOException if the file can't be written
   */
  public static void write(Path html, ReportContent content) throws IOException {
    WholeFile.write(html, render(content).getBytes(StandardCharsets.UTF_8));
  }

  /** The page's HTML. */
  static String render(ReportContent content) {
    return fill(
        "page.jte",
        Map.of(
            "view", PageView.of(content),
            "style", chartStyle(),
            "chart", chart(),
            "script", own("page.js")));
  }

  /** A template filled in. */
  static String fill(String template, Map<String, Object> parameters) {
    StringOutput page = new StringOutput();
    TEMPLATES.render(template, parameters, page);
    return page.toString().stripLeading();
  }

  /** The style of every page. */
  static String style() {
    return own("page.css");
  }

  /** The style of pages with charts. */
  static String chartStyle() {
    return OwnResource.text(ReportPage.class, CHART + "uPlot.min.css") + "\n" + style();
  }

  /** The script that draws charts. */
  static String chart() {
    return OwnResource.text(ReportPage.class, CHART + "uPlot.iife.min.js");
  }

  /** A style or script of this package. */
  static String own(String name) {
    return OwnResource.text(ReportPage.class, OWN + name);
  }
}
