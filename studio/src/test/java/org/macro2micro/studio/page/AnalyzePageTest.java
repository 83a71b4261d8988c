package org.macro2micro.studio.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InBrowser.class)
class AnalyzePageTest {
  @Test
  void filmIsAnalysedWithProgressAndSaysWhatWasFound(PageStudio studio, Page page) {
    Locator card = Steps.give(studio, page, "progress.avi");
    assertThat(card.locator("progress")).isVisible();
    Steps.waitFor(card, "done");
    assertThat(card.locator("progress")).isHidden();
    assertThat(card.locator(".facts")).containsText("found");
    assertThat(card.locator(".facts")).containsText("a face in 100% of the frames");
    Steps.button(card, "Open progress.avi", AriaRole.LINK).click();
    assertThat(page.locator("h1")).hasText("progress.avi");
  }

  @Test
  void fileThatIsNotAFilmIsRefusedInWords(PageStudio studio, Page page) {
    page.navigate(studio.address());
    page.locator("#files").setInputFiles(text("notes.mp4"));
    Locator row = page.locator(".card").filter(new Locator.FilterOptions().setHasText("notes.mp4"));
    assertThat(row.locator(".problem")).containsText("is not a film");
    Steps.button(row, "Remove notes.mp4", AriaRole.BUTTON).click();
    assertThat(row).hasCount(0);
  }

  @Test
  void analysisIsCancelledAndTheFilmDeleted(PageStudio studio, Page page) {
    Locator card = Steps.give(studio, page, "cancelled.avi");
    Steps.button(card, "Cancel cancelled.avi", AriaRole.BUTTON).click();
    Steps.waitFor(card, "cancelled");
    Steps.button(card, "Delete cancelled.avi", AriaRole.BUTTON).click();
    Steps.button(page.locator("dialog"), "Cancel", AriaRole.BUTTON).click();
    assertThat(card).hasCount(1);
    Steps.button(card, "Delete cancelled.avi", AriaRole.BUTTON).click();
    Steps.button(page.locator("dialog"), "Delete", AriaRole.BUTTON).click();
    assertThat(card).hasCount(0);
  }

  @Test
  void fullQueueIsTriedAgain(PageStudio studio, Page page) {
    AtomicInteger refused = new AtomicInteger();
    page.route(
        "**/api/v1/jobs?*",
        route -> {
          if ("POST".equals(route.request().method()) && refused.getAndIncrement() == 0) {
            route.fulfill(
                new Route.FulfillOptions().setStatus(429).setHeaders(Map.of("Retry-After", "1")));
          } else {
            route.resume();
          }
        });
    Locator card = Steps.give(studio, page, "patient.avi");
    org.assertj.core.api.Assertions.assertThat(refused).hasValue(2);
    Steps.button(card, "Cancel patient.avi", AriaRole.BUTTON).click();
  }

  @Test
  void serviceThatIsGoneIsSaid(PageStudio studio, Page page) {
    page.navigate(studio.address());
    assertThat(page.locator("h1")).hasText("Analyze");
    page.route("**/api/v1/**", Route::abort);
    page.locator("#files").setInputFiles(text("film.avi"));
    Locator row = page.locator(".card").filter(new Locator.FilterOptions().setHasText("film.avi"));
    assertThat(row.locator(".problem")).containsText("does not answer");
  }

  @Test
  void nameOfAFileIsTextAndNeverHtml(PageStudio studio, Page page) {
    page.navigate(studio.address());
    page.locator("#files").setInputFiles(text("<img src=x onerror=document.title='run'>.avi"));
    assertThat(page.locator(".card .problem")).isVisible();
    assertThat(page.locator(".card img")).hasCount(0);
    assertThat(page).hasTitle("Analyze – macro2micro studio");
  }

  private static FilePayload text(String name) {
    return new FilePayload(
        name, "video/mp4", "not a film".repeat(100).getBytes(StandardCharsets.UTF_8));
  }
}
