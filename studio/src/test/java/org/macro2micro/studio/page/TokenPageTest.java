package org.macro2micro.studio.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.cli.ServeSettings;
import org.macro2micro.studio.RunningStudio;

/** A service that other machines can reach asks each browser tab for its token. */
@ExtendWith(InBrowser.class)
class TokenPageTest {
  private static final String TOKEN = "a-token-of-more-than-20-signs";
  private static final Page.GetByRoleOptions RUNS = new Page.GetByRoleOptions().setName("Runs");

  @TempDir Path folder;

  @Test
  void pageAsksForTheTokenUntilItIsRightAndThenNoMoreInThisTab(PageStudio own, Page page)
      throws Exception {
    Path file = Files.writeString(folder.resolve("token"), TOKEN);
    try (RunningStudio studio = RunningStudio.start(open(file), InstantSource.system())) {
      page.navigate(studio.address().replace("0.0.0.0", "127.0.0.1"));
      Locator dialog = page.locator("dialog");
      assertThat(dialog.locator("h2")).hasText("Token");
      answer(page, "a-wrong-token-of-20-signs");
      assertThat(dialog.locator(".problem")).containsText("does not accept the token");
      answer(page, TOKEN);
      assertThat(page.locator("h1")).hasText("Analyze");
      page.reload();
      assertThat(page.locator("h1")).hasText("Analyze");
      assertThat(dialog).hasCount(0);
      // The token goes with uploads, too: the service looks at the content and does not answer 401.
      byte[] text = "not a film".repeat(100).getBytes(StandardCharsets.UTF_8);
      page.locator("#files").setInputFiles(new FilePayload("a.mp4", "video/mp4", text));
      assertThat(page.locator(".card .problem")).containsText("is not a film");
    }
  }

  @Test
  void whoeverDeclinesIsNotAskedAgainUntilThePageIsLoadedAnew(PageStudio own, Page page)
      throws Exception {
    Path file = Files.writeString(folder.resolve("token"), TOKEN);
    try (RunningStudio studio = RunningStudio.start(open(file), InstantSource.system())) {
      page.navigate(studio.address().replace("0.0.0.0", "127.0.0.1"));
      Locator dialog = page.locator("dialog");
      assertThat(dialog.locator("h2")).hasText("Token");
      Steps.button(page, "Cancel").click();
      assertThat(dialog).hasCount(0);
      page.waitForResponse(
          answer -> answer.status() == 401, () -> page.getByRole(AriaRole.LINK, RUNS).click());
      assertThat(page.getByText("token").first()).isVisible();
      assertThat(dialog).hasCount(0);
      page.reload();
      assertThat(dialog.locator("h2")).hasText("Token");
    }
  }

  private static void answer(Page page, String token) {
    page.locator("dialog input").fill(token);
    page.keyboard().press("Enter");
  }

  private ServeSettings open(Path token) {
    return new ServeSettings(
        List.of(),
        "0.0.0.0",
        0,
        folder.resolve("data"),
        Optional.empty(),
        Optional.empty(),
        Optional.of(token),
        false,
        PageStudio.LIMITS);
  }
}
