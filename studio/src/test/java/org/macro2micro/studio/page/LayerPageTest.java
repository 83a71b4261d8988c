package org.macro2micro.studio.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens to a layer between the page and the service, and what it is used for. */
@ExtendWith(InBrowser.class)
class LayerPageTest {
  @Test
  void whatCouldNotBeSavedIsSaidAndTriedAgain(PageStudio studio, Page page) {
    Steps.reopen(studio, page);
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
  void changesWhileTheServiceIsSlowAreUndoneOneAtATime(PageStudio studio, Page page) {
    Steps.reopen(studio, page);
    ViewerPageTest.layer(page, "Quick");
    page.locator(".scrub").fill("100");
    Steps.button(page, "New interval at this frame").click();
    Steps.assertSaved(page);
    Locator onset = page.getByLabel("Onset (first frame)");
    int first = Integer.parseInt(onset.inputValue());
    List<Route> held = new ArrayList<>();
    page.route("**/layers/Quick", held::add);
    for (int moves = 1; moves <= 3; moves++) {
      page.keyboard().press(".");
      assertThat(onset).hasValue(String.valueOf(first + moves));
    }
    assertThat(page.locator(".state[data-word]")).hasText("Saving …");
    page.waitForCondition(() -> held.size() == 1);
    page.unroute("**/layers/Quick");
    held.get(0).resume();
    Steps.assertSaved(page);
    for (int moves = 2; moves >= 0; moves--) {
      Steps.button(page, "Undo").click();
      assertThat(onset).hasValue(String.valueOf(first + moves));
    }
    Steps.button(page, "Redo").click();
    assertThat(onset).hasValue(String.valueOf(first + 1));
  }

  @Test
  void conflictAsksWhoseVersionStays(PageStudio studio, Page page) {
    Steps.reopen(studio, page);
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
    Steps.reopen(studio, page);
    ViewerPageTest.layer(page, "Compared");
    Steps.button(page, "Copy what was found").click();
    Steps.assertSaved(page);
    Steps.tab(page, "Compare").click();
    Locator panel = page.getByRole(AriaRole.TABPANEL);
    panel.getByLabel("Second").selectOption("Compared");
    Steps.button(panel, "Compare", AriaRole.BUTTON).click();
    assertThat(panel.locator("table").first()).containsText("F1 of the intervals1.000");
    panel.getByLabel("Layer").selectOption("Compared");
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
