package org.macro2micro.studio.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.macro2micro.studio.TinyModel;

/** What people do on the page, for several tests. */
final class Steps {
  /** Milliseconds that the analysis of a film may take on a busy machine. */
  static final double LONG = 120_000;

  private Steps() {}

  /** Gives a film under a name and returns its card. */
  static Locator give(PageStudio studio, Page page, String name) {
    return give(studio, page, name, "Movement only");
  }

  /** Gives a film to be looked at by a model, and returns its card. */
  private static Locator give(PageStudio studio, Page page, String name, String model) {
    page.navigate(studio.address() + "#/analyze");
    page.locator(".choice").filter(new Locator.FilterOptions().setHasText(model)).click();
    try {
      page.locator("#files")
          .setInputFiles(
              new FilePayload(name, "application/octet-stream", Files.readAllBytes(studio.film())));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    Locator card = page.locator("[data-job]").filter(new Locator.FilterOptions().setHasText(name));
    assertThat(card).isVisible();
    return card;
  }

  /** Opens a film in the Viewer, after its analysis. */
  static void open(PageStudio studio, Page page, String name) {
    open(studio, page, name, "Movement only");
  }

  private static void open(PageStudio studio, Page page, String name, String model) {
    Locator card = give(studio, page, name, model);
    waitFor(card, "done");
    button(card, "Open " + name, AriaRole.LINK).click();
    assertThat(page.locator("h1")).hasText(name);
    assertThat(page.locator(".picture canvas")).hasAttribute("data-frame", Pattern.compile("\\d+"));
  }

  /**
   * Opens the film that the tests of the Viewer, of layers and of accessibility share, which the
   * first of them gives. Its layers are those of the tests before, of whichever class.
   */
  static void reopen(PageStudio studio, Page page) {
    reopen(studio, page, "seen.avi", "Movement only");
  }

  /** Does the same with a film whose movements the studio's own model names. */
  static void reopenNamed(PageStudio studio, Page page) {
    reopen(studio, page, "named.avi", TinyModel.NAME);
  }

  private static void reopen(PageStudio studio, Page page, String name, String model) {
    page.navigate(studio.address() + "#/viewer");
    assertThat(page.locator(".lead")).not().containsText("Looking");
    Locator link =
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    if (link.count() == 0) {
      open(studio, page, name, model);
      return;
    }
    link.click();
    assertThat(page.locator(".picture canvas")).hasAttribute("data-frame", Pattern.compile("\\d+"));
  }

  /** Waits until a job is in a state. */
  static void waitFor(Locator card, String state) {
    assertThat(card)
        .hasAttribute(
            "data-state", state, new LocatorAssertions.HasAttributeOptions().setTimeout(LONG));
  }

  /** The one control with exactly this name. */
  static Locator button(Locator inside, String name, AriaRole role) {
    return inside.getByRole(role, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  static Locator tab(Page page, String name) {
    return page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name));
  }

  /** The frame that is on the screen. */
  static int frame(Page page) {
    return Integer.parseInt(page.locator(".picture canvas").getAttribute("data-frame"));
  }

  static void assertFrame(Page page, int frame) {
    assertThat(page.locator(".picture canvas")).hasAttribute("data-frame", String.valueOf(frame));
  }

  static void assertSaved(Page page) {
    assertThat(page.locator(".state[data-word]")).hasText("Saved");
  }
}
