package org.macro2micro.studio.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens to a layer between the page and the service, and what it is used for. */
@ExtendWith(InBrowser.class)
class LayerPageTest {
  private static final String FILM = "layers.avi";

  @Test
  void whatCouldNotBeSavedIsSaidAndTriedAgain(PageStudio studio, Page page) {
    Steps.reopen(studio, page, FILM);
    ViewerPageTest.layer(page, "Unsaved");
    page.route("**/layers/*", Route::abort);
    Steps.button(page, "New interval at this frame").click();
    Locator state = page.locator(".state[data-word]");
    assertThat(state).containsText("Not saved: ");
    page.unroute("**/layers/*");
    Steps.button(page, "Try again").click();
    Steps.assertSaved(page);
  }

  @Test
  void conflictAsksWhoseVersionStays(PageStudio studio, Page page) {
    Steps.reopen(studio, page, FILM);
    ViewerPageTest.layer(page, "Shared");
    page.evaluate(
        """
        async () => {
          const layer = `api/v1/jobs/${location.hash.split("/")[2]}/layers/Shared`;
          await fetch(layer, {
            method: "PUT", headers: { "Content-Type": "application/json", "X-Requested-With": "macro2micro" },
            body: JSON.stringify({ revision: 1, intervals: [] }),
          });
        }""");
    Steps.button(page, "New interval at this frame").click();
    assertThat(page.locator("dialog")).containsText("Somebody else changed this layer");
    Steps.button(page, "Keep mine").click();
    Steps.assertSaved(page);
    assertThat(page.getByRole(AriaRole.TABPANEL).locator(".intervals button")).hasCount(1);
  }

  @Test
  void layerIsComparedScoredAndExported(PageStudio studio, Page page) throws IOException {
    Steps.reopen(studio, page, FILM);
    ViewerPageTest.layer(page, "Compared");
    Steps.button(page, "Copy what was found").click();
    Steps.assertSaved(page);
    Steps.tab(page, "Compare").click();
    Locator panel = page.getByRole(AriaRole.TABPANEL);
    panel.getByLabel("Second").selectOption("Compared");
    Steps.button(panel, "Compare", AriaRole.BUTTON).click();
    assertThat(panel.locator("table").first()).containsText("F1 of the intervals1.000");
    panel.getByLabel("File with the true intervals").setInputFiles(studio.truth());
    Steps.button(panel, "Score", AriaRole.BUTTON).click();
    assertThat(panel).containsText("Recall");
    Steps.tab(page, "Export").click();
    page.getByRole(AriaRole.TABPANEL).getByLabel("Format").selectOption("csv");
    Download download = page.waitForDownload(() -> Steps.button(page, "Download").click());
    Assertions.assertThat(Files.size(download.path())).isPositive();
    assertThat(page.getByRole(AriaRole.TABPANEL)).containsText("is in your downloads");
  }
}
