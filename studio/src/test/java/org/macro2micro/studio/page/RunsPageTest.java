package org.macro2micro.studio.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InBrowser.class)
class RunsPageTest {
  @Test
  void runShowsScoresMatrixAndWorstClips(PageStudio studio, Page page) {
    ToldRuns.to(page);
    page.navigate(studio.address() + "#/runs");
    page.getByText("casme2 from ckplus, seed 1").click();
    assertThat(page.locator("h1")).hasText("casme2 from ckplus, seed 1");
    assertThat(page.locator(".numbers").first()).containsText("c+s.680[.600, .750].660");
    assertThat(page.locator(".matrix").first().locator(".right").first()).hasText("70");
    assertThat(page.locator("section").first()).containsText("sub03/EP01_2");
    assertThat(page.locator(".loss svg")).isVisible();
  }

  @Test
  void twoRunsAreComparedInWords(PageStudio studio, Page page) {
    ToldRuns.to(page);
    page.navigate(studio.address() + "#/runs");
    page.getByText("Compare two runs").click();
    assertThat(page.locator(".answer .lead")).hasText("The second has the higher UF1.");
    assertThat(page.locator(".answer .notes"))
        .containsText("UF1: the second is higher by .090; between .010 and .160 is plausible.");
    assertThat(page.locator(".answer .notes"))
        .containsText("in 2.1 of 100 cases, which is rare enough");
    assertThat(page.locator(".answer .notes"))
        .containsText("in 21 of 100 cases, which is too often");
  }
}
