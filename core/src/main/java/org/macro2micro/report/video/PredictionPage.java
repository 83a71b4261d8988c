package org.macro2micro.report.video;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.macro2micro.report.Page;

/** Clips that were predicted as wholes, in one page of the style of {@link TimelinePage}. */
public final class PredictionPage {
  private PredictionPage() {}

  /**
   * Writes the page, whole or not at all.
   *
   * @throws IOException if the file can't be written
   */
  public static void write(Path html, PredictionContent content) throws IOException {
    Page.write(html, render(content));
  }

  /** The page's HTML. */
  static String render(PredictionContent content) {
    return Page.fill(
        "predictions.jte",
        Map.of(
            "view",
            PredictionView.of(content),
            "style",
            Page.style() + TimelinePage.style(content.labels().size())));
  }
}
