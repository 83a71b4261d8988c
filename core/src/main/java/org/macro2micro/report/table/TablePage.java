package org.macro2micro.report.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.macro2micro.base.WholeFile;
import org.macro2micro.report.Page;

/** The paper's table as one page, in the style of {@link Page} and as self-contained. */
public final class TablePage {
  private TablePage() {}

  /**
   * Writes the page, whole or not at all.
   *
   * @throws IOException if the file can't be written
   */
  public static void write(Path html, TableContent content) throws IOException {
    WholeFile.write(html, render(content).getBytes(StandardCharsets.UTF_8));
  }

  /** The page's HTML. */
  static String render(TableContent content) {
    return Page.fill("table.jte", Map.of("view", TablePageView.of(content), "style", Page.style()));
  }
}
