package org.macro2micro.studio.page;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;

/** Two runs, as the service tells of them; making real ones would take minutes. */
final class ToldRuns {
  private static final String LIST =
      """
      {"runs": [
        {"id": "first", "title": "casme2 from ckplus, seed 1", "rows": ["c", "c+s"], "clips": 145, "folds": 24,
         "created": "2026-01-02T03:04:05Z", "uf1": {"c": 0.61, "c+s": 0.68}},
        {"id": "second", "title": "casme2 from ckplus, seed 2", "rows": ["c", "c+s"], "clips": 145, "folds": 24,
         "created": "2026-01-03T03:04:05Z", "uf1": {"c": 0.62, "c+s": 0.7}}]}""";

  private static final String ONE =
      """
      {"id": "first", "title": "casme2 from ckplus, seed 1", "provenance": {"seed": "1", "micro": "casme2"}, "rows": [
        {"row": "c", "uf1": 0.61, "uf1Interval": [0.55, 0.67], "uar": 0.6, "uarInterval": [0.54, 0.66],
         "confusion": {"labels": ["negative", "positive"], "counts": [[70, 12], [9, 54]]},
         "curve": {"epochs": [1, 2, 3], "loss": [1.1, 0.7, 0.5]},
         "worst": [{"clip": "sub03/EP01_2", "subject": "sub03", "truth": "positive", "predicted": "negative", "probability": 0.93}]},
        {"row": "c+s", "uf1": 0.68, "uf1Interval": [0.6, 0.75], "uar": 0.66, "uarInterval": [0.6, 0.7],
         "confusion": {"labels": ["negative", "positive"], "counts": [[72, 10], [8, 55]]}, "curve": null, "worst": []}]}""";

  private static final String COMPARED =
      """
      {"uf1": {"a": 0.61, "b": 0.7, "difference": 0.09, "interval": [0.01, 0.16], "p": 0.021},
       "uar": {"a": 0.6, "b": 0.64, "difference": 0.04, "interval": [-0.02, 0.1], "p": 0.21},
       "text": "The second has the higher UF1."}""";

  private ToldRuns() {}

  /** Lets a page see them in place of the service's own. */
  static void to(Page page) {
    answer(page, "**/api/v1/runs", LIST);
    answer(page, "**/api/v1/runs/first", ONE);
    answer(page, "**/api/v1/runs/*/compare/*?*", COMPARED);
  }

  private static void answer(Page page, String path, String body) {
    page.route(
        path,
        route ->
            route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(body)));
  }
}
