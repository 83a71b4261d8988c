package org.macro2micro.studio.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InBrowser.class)
class LivePageTest {
  @Test
  void cameraIsWatchedAndTheSessionOpensInTheViewer(PageStudio studio, Page page) {
    page.navigate(studio.address() + "#/live");
    assertThat(page.locator(".note")).containsText("this computer alone");
    Steps.button(page, "Start the camera").click();
    LocatorAssertions.ContainsTextOptions slowly =
        new LocatorAssertions.ContainsTextOptions().setTimeout(Steps.LONG);
    assertThat(page.locator(".live")).containsText("A face is seen.", slowly);
    assertThat(page.locator(".live")).containsText(Pattern.compile("\\d{2,} frames"), slowly);
    Steps.button(page, "Save and open in the Viewer").click();
    assertThat(page.locator("h1"))
        .containsText("Live, ", slowly);
    assertThat(page.locator(".picture canvas"))
        .hasAttribute(
            "data-frame",
            Pattern.compile("\\d+"),
            new LocatorAssertions.HasAttributeOptions().setTimeout(Steps.LONG));
  }

  @Test
  void sessionIsDiscarded(PageStudio studio, Page page) {
    page.navigate(studio.address() + "#/live");
    Steps.button(page, "Start the camera").click();
    Steps.button(page, "Stop and discard").click();
    assertThat(page.locator(".status")).containsText("discarded");
    assertThat(Steps.button(page, "Start the camera")).isEnabled();
  }

  @Test
  void missingCameraIsExplained(PageStudio studio, Page page) {
    page.addInitScript(
        "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotFoundError'));");
    page.navigate(studio.address() + "#/live");
    Steps.button(page, "Start the camera").click();
    assertThat(page.locator(".problem")).containsText("No camera was found");
  }
}
