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
 * What all pages have in common: each is a single file that needs no network, in light and dark, on
 * paper and on a phone. It forbids itself to load anything (Content-Security-Policy), and all texts
 * are escaped.
 */
public final class Page {
  private static final String OWN = "/org/macro2micro/report/";
  private static final String CHART = "/META-INF/resources/webjars/uplot/1.6.30/dist/";
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, null, "org.macro2micro.report.template");

  private Page() {}

  /**
   * Writes a page, whole or not at all.
   *
   * @throws IOException if the file can't be written
   */
  public static void write(Path html, String page) throws IOException {
    WholeFile.write(html, page.getBytes(StandardCharsets.UTF_8));
  }

  /** A template filled in. */
  public static String fill(String template, Map<String, Object> parameters) {
    StringOutput page = new StringOutput();
    TEMPLATES.render(template, parameters, page);
    return page.toString().stripLeading();
  }

  /** The style of every page. */
  public static String style() {
    return own("page.css");
  }

  /** The style of pages with charts. */
  public static String chartStyle() {
    return OwnResource.text(Page.class, CHART + "uPlot.min.css") + "\n" + style();
  }

  /** The script that draws charts. */
  public static String chart() {
    return OwnResource.text(Page.class, CHART + "uPlot.iife.min.js");
  }

  /** A style or script of the pages, such as "page.js". */
  public static String own(String name) {
    return OwnResource.text(Page.class, OWN + name);
  }
}
