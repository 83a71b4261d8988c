package org.macro2micro.studio.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole way without a mouse. */
@ExtendWith(InBrowser.class)
class KeyboardPageTest {
  private static final String FILM = "keyboard.avi";

  @Test
  void filmIsOpenedCorrectedAndDeletedByKeysAlone(PageStudio studio, Page page) {
    Steps.waitFor(Steps.give(studio, page, FILM), "done");
    Keyboard keys = page.keyboard();
    tabTo(page, "Open " + FILM);
    keys.press("Enter");
    assertThat(page.locator("h1")).hasText(FILM);
    keys.press("Home");
    keys.press("Shift+ArrowRight");
    Steps.assertFrame(page, 10);
    keys.press("c");
    assertThat(page.locator("dialog input")).isFocused();
    keys.type("Keys");
    keys.press("Enter");
    Locator onset = page.getByLabel("Onset (first frame)");
    assertThat(onset).isVisible();
    keys.press("Home");
    Steps.assertFrame(page, 0);
    keys.press("ArrowRight");
    keys.press("i");
    assertThat(onset).hasValue("1");
    keys.press(".");
    assertThat(onset).hasValue("2");
    keys.press("Control+z");
    assertThat(onset).hasValue("1");
    keys.press("Delete");
    assertThat(page.getByRole(AriaRole.TABPANEL).locator(".intervals button")).hasCount(0);
    Steps.assertSaved(page);
    tabTo(page, "Delete film");
    keys.press("Enter");
    keys.press("Tab"); // From the button that keeps it to the one that deletes it.
    keys.press("Enter");
    assertThat(page.locator("h1")).hasText("Analyze");
    assertThat(page.locator("[data-job]").filter(new Locator.FilterOptions().setHasText(FILM)))
        .hasCount(0);
  }

  @Test
  void cameraIsStartedAndStoppedByKeysAlone(PageStudio studio, Page page) {
    ToldLive.to(page);
    LivePageTest.allow(page);
    page.navigate(studio.address());
    assertThat(page.locator("h1")).hasText("Analyze");
    Keyboard keys = page.keyboard();
    tabTo(page, "Live");
    keys.press("Enter");
    assertThat(page.locator("h1")).hasText("Live");
    assertThat(page.locator("h1")).isFocused();
    keys.press("Tab");
    keys.press("Space");
    assertThat(page.getByLabel("Record, to look at it")).isChecked();
    tabTo(page, "Start the camera");
    keys.press("Enter");
    assertThat(Steps.button(page, "Stop")).isFocused();
    assertThat(page.locator(".face-line"))
        .hasText(
            "A face is followed.", new LocatorAssertions.HasTextOptions().setTimeout(Steps.LONG));
    keys.press("Enter");
    assertThat(Steps.button(page, "Start the camera")).isFocused();
  }

  @Test
  void keysAreListedAndCanBeSwitchedOff(PageStudio studio, Page page) {
    page.navigate(studio.address());
    assertThat(page.locator("h1")).isVisible();
    page.keyboard().press("?");
    assertThat(page.locator("dialog h2")).hasText("Keyboard");
    page.locator("dialog input[type=checkbox]").uncheck();
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog")).hasCount(0);
    page.keyboard().press("?");
    assertThat(page.locator("dialog")).hasCount(0);
    Steps.button(page, "Keyboard").click();
    assertThat(page.locator("dialog h2")).hasText("Keyboard");
  }

  /** Presses Tab until the control with this name has the focus. */
  private static void tabTo(Page page, String name) {
    for (int i = 0; i < 200; i++) {
      page.keyboard().press("Tab");
      Object found =
          page.evaluate(
              "() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent");
      if (name.equals(found)) {
        return;
      }
    }
    Assertions.fail("Tab never reaches " + name);
  }
}
