package org.macro2micro.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.macro2micro.experiment.WholeFile;

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
    return resource(CHART + "uPlot.min.css") + "\n" + style();
  }

  /** The script that draws charts. */
  static String chart() {
    return resource(CHART + "uPlot.iife.min.js");
  }

  /** A style or script of this package. */
  static String own(String name) {
    return resource(OWN + name);
  }

  private static String resource(String path) {
    try (InputStream in = ReportPage.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(
            "report: " + path + " is not on the class path; rebuild with mvn package");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("report: cannot read " + path, e);
    }
  }
}
