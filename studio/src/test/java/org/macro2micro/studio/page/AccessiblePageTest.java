package org.macro2micro.studio.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each screen is checked by axe for WCAG 2.2 AA, in light and dark, and on a telephone's width. */
@ExtendWith(InBrowser.class)
class AccessiblePageTest {
  private static final int PHONE = 360;
  private static final String FAULTS =
      """
      async () => {
        const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
        const { violations } = await axe.run({ runOnly: tags, resultTypes: ["violations"] });
        return violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html} ${node.failureSummary}`));
      }""";

  private static final String BEYOND =
      "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

  /** The screens, and what is done before they are looked at. */
  enum Screen {
    ANALYZE("#/analyze") {
      @Override
      void arrange(PageStudio studio, Page page) {
        page.getByText("More options").click();
      }
    },
    FOUND("") {
      @Override
      void arrange(PageStudio studio, Page page) {
        Steps.reopen(studio, page);
      }
    },
    NAMED("") {
      @Override
      void arrange(PageStudio studio, Page page) {
        Steps.reopenNamed(studio, page);
        assertThat(page.locator(".scores")).isVisible();
      }
    },
    CORRECT("") {
      @Override
      void arrange(PageStudio studio, Page page) {
        Steps.reopen(studio, page);
        Steps.tab(page, "Correct").click();
        Locator layers = page.locator(".panel select").first();
        if (layers.locator("option", new Locator.LocatorOptions().setHasText(LAYER)).count() > 0) {
          layers.selectOption(LAYER);
        } else {
          ViewerPageTest.layer(page, LAYER);
        }
        Steps.button(page, "New interval at this frame").click();
        Steps.assertSaved(page);
      }
    },
    COMPARE("") {
      @Override
      void arrange(PageStudio studio, Page page) {
        Steps.reopen(studio, page);
        Steps.tab(page, "Compare").click();
      }
    },
    LIVE("#/live"),
    LIVE_RUNNING("#/live") {
      @Override
      void arrange(PageStudio studio, Page page) {
        LivePageTest.start(page);
        assertThat(page.locator(".marks li").first()).isVisible();
      }
    },
    FILMS("#/viewer"),
    RUNS("#/runs"),
    RUN("#/runs/first"),
    COMPARISON("#/runs/compare"),
    KEYS("#/analyze") {
      @Override
      void arrange(PageStudio studio, Page page) {
        page.keyboard().press("?");
      }
    };

    private static final String LAYER = "Looked at";
    private final String address;

    Screen(String address) {
      this.address = address;
    }

    void arrange(PageStudio studio, Page page) {}

    void open(PageStudio studio, Page page) {
      ToldRuns.to(page);
      ToldLive.to(page);
      LivePageTest.allow(page);
      page.navigate(studio.address() + address);
      assertThat(page.locator("h1")).isVisible();
      arrange(studio, page);
    }
  }

  @ParameterizedTest
  @EnumSource
  void screenHasNoFaultsInLightAndDark(Screen screen, PageStudio studio, Page page)
      throws IOException {
    screen.open(studio, page);
    page.evaluate(axe());
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      // While colours change from one scheme to the other they belong to no scheme.
      page.emulateMedia(
          new Page.EmulateMediaOptions()
              .setColorScheme(scheme)
              .setReducedMotion(ReducedMotion.REDUCE));
      Assertions.assertThat((List<?>) page.evaluate(FAULTS)).as(screen + " " + scheme).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void screenFitsATelephone(Screen screen, PageStudio studio, Page page) throws IOException {
    page.setViewportSize(PHONE, 740);
    screen.open(studio, page);
    page.evaluate(axe());
    Assertions.assertThat(((Number) page.evaluate(BEYOND)).intValue()).isZero();
    Assertions.assertThat((List<?>) page.evaluate(FAULTS)).isEmpty();
  }

  /** The checker, from axe's jar for Playwright; of that nothing else is used. */
  private static String axe() throws IOException {
    try (InputStream in = AccessiblePageTest.class.getResourceAsStream("/axe.min.js")) {
      if (in == null) {
        throw new IllegalStateException("axe.min.js is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
