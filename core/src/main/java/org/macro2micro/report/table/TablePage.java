package org.macro2micro.report.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
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
    Page.write(html, render(content));
  }

  /** The page's HTML. */
  static String render(TableContent content) {
    return Page.fill("table.jte", Map.of("view", TablePageView.of(content), "style", Page.style()));
  }
}
