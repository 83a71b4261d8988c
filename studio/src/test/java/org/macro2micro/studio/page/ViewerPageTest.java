package org.macro2micro.studio.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.macro2micro.studio.TinyModel;

@ExtendWith(InBrowser.class)
class ViewerPageTest {
  /** Whether the canvas shows the same pixels as the frame that the service answers with. */
  private static final String IS_SAME =
      """
      async frame => {
        const shown = document.querySelector(".picture canvas");
        const job = location.hash.split("/")[2];
        const answer = await fetch(`api/v1/jobs/${job}/frames/${frame}?width=${shown.width}`);
        const own = new OffscreenCanvas(shown.width, shown.height);
        own.getContext("2d").drawImage(await createImageBitmap(await answer.blob()), 0, 0);
        const pixels = canvas => canvas.getContext("2d").getImageData(0, 0, shown.width, shown.height).data;
        const [a, b] = [pixels(shown), pixels(own)];
        return a.every((value, index) => value === b[index]);
      }""";

  @Test
  void stepIsExactlyAFrame(PageStudio studio, Page page) {
    Steps.reopen(studio, page);
    page.keyboard().press("Home");
    Steps.assertFrame(page, 0);
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowRight");
    Steps.assertFrame(page, 2);
    Assertions.assertThat((Boolean) page.evaluate(IS_SAME, 2)).isTrue();
    Assertions.assertThat((Boolean) page.evaluate(IS_SAME, 40)).isFalse();
    page.keyboard().press("Shift+ArrowRight");
    Steps.assertFrame(page, 12);
    page.keyboard().press("End");
    Steps.assertFrame(page, 239);
    page.locator(".scrub").fill("77");
    Steps.assertFrame(page, 77);
  }

  @Test
  void loopStaysInsideItsInterval(PageStudio studio, Page page) {
    Steps.reopen(studio, page);
    page.locator(".intervals button").first().click();
    int[] ends = foundInterval(page);
    Steps.button(page.locator(".panel").first(), "Loop", AriaRole.BUTTON).click();
    Set<Integer> seen = new HashSet<>();
    while (seen.size() < Math.min(3, ends[1] - ends[0] + 1)) {
      seen.add(Steps.frame(page));
    }
    Steps.button(page, "Pause").click();
    seen.add(Steps.frame(page));
    Assertions.assertThat(seen).allMatch(frame -> frame >= ends[0] && frame <= ends[1]);
  }

  @Test
  void faceIsShownAtOnsetAndApexWithItsMovement(PageStudio studio, Page page) {
    Steps.reopen(studio, page);
    page.locator(".intervals button").first().click();
    Locator pictures = page.locator(".pictures img");
    assertThat(pictures).hasCount(3);
    page.waitForFunction(
        "() => [...document.querySelectorAll('.pictures img')].every(image => image.naturalWidth > 0)");
    assertThat(page.locator(".detail").first()).containsText("times the threshold");
  }

  @Test
  void scoresOfAModelAreSaidInWords(PageStudio studio, Page page) {
    Steps.reopenNamed(studio, page);
    Locator scores = page.locator(".scores");
    assertThat(scores.locator("p"))
        .hasText(
            Pattern.compile(
                "The model (clearly favours|favours|can't tell) (negative|positive|surprise) .*\\."));
    assertThat(scores.locator("li")).hasCount(3);
    List<String> shares = scores.locator("li .number").allTextContents();
    Assertions.assertThat(shares).allMatch(share -> share.matches("\\d+%"));
    Assertions.assertThat(shares.stream().mapToInt(s -> Integer.parseInt(s.replace("%", ""))).sum())
        .isBetween(98, 102);
    Locator heat = page.getByAltText("The face at the apex, coloured where the decision rests");
    assertThat(heat).hasJSProperty("naturalWidth", 128);
    assertThat(page.locator("figcaption").last())
        .hasText(Pattern.compile(".*(Hiding the coloured parts|rests on no single part).*"));
    assertThat(page.locator(".head")).containsText(TinyModel.NAME);
    assertThat(page.locator(".foot")).containsText(PageStudio.PURPOSE);
    page.navigate(studio.address());
    assertThat(page.locator(".presets")).containsText("Stated purpose: " + PageStudio.PURPOSE);
    page.getByText("Model card of tiny").click();
    assertThat(page.locator(".card-text")).containsText("What it must not be used for");
  }

  @Test
  void layerIsSavedAtOnceAndThereAfterReloading(PageStudio studio, Page page) {
    Steps.reopen(studio, page);
    layer(page, "Reloading");
    Steps.button(page, "New interval at this frame").click();
    page.getByLabel("Label", new Page.GetByLabelOptions().setExact(true)).fill("brow");
    page.getByLabel("Comment").fill("left only");
    page.keyboard().press("Tab");
    Steps.assertSaved(page);
    page.reload();
    Steps.tab(page, "Correct").click();
    page.locator(".panel select").first().selectOption("Reloading");
    Locator own = page.getByRole(AriaRole.TABPANEL).locator(".intervals button");
    assertThat(own).hasCount(1);
    assertThat(own).containsText("brow");
    own.click();
    assertThat(page.getByLabel("Comment")).hasValue("left only");
  }

  @Test
  void edgeIsDraggedAndUndone(PageStudio studio, Page page) {
    Steps.reopen(studio, page);
    layer(page, "Dragging");
    page.locator(".scrub").fill("100");
    Steps.button(page, "New interval at this frame").click();
    Steps.assertSaved(page);
    Locator offset = page.getByLabel("Offset (last frame)");
    int before = Integer.parseInt(offset.inputValue());
    drag(page, before, before + 20);
    Assertions.assertThat(Integer.parseInt(offset.inputValue()))
        .isBetween(before + 18, before + 22);
    Steps.assertSaved(page);
    Steps.button(page, "Undo").click();
    assertThat(offset).hasValue(String.valueOf(before));
    Steps.button(page, "Redo").click();
    assertThat(offset).not().hasValue(String.valueOf(before));
  }

  @Test
  void foundIntervalIsCorrectedInALayer(PageStudio studio, Page page) {
    Steps.reopen(studio, page);
    page.locator(".intervals button").first().click();
    int[] ends = foundInterval(page);
    layer(page, "Correcting");
    Steps.tab(page, "Found").click();
    Steps.button(page, "Correct this one").click();
    Locator onset = page.getByLabel("Onset (first frame)");
    assertThat(onset).hasValue(String.valueOf(ends[0]));
    onset.fill(String.valueOf(ends[0] - 3));
    onset.press("Enter");
    Steps.assertSaved(page);
    Steps.button(page, "Delete interval").click();
    assertThat(page.getByRole(AriaRole.TABPANEL).locator(".intervals button")).hasCount(0);
    Steps.assertSaved(page);
  }

  /** Makes a layer, and with it opens the tab in which it is edited. */
  static void layer(Page page, String name) {
    Steps.tab(page, "Correct").click();
    Steps.button(page, "New layer").click();
    page.locator("dialog input").fill(name);
    page.keyboard().press("Enter");
    Steps.assertSaved(page);
  }

  /** Onset and offset of the found interval that is chosen. */
  private static int[] foundInterval(Page page) {
    String words = page.locator(".detail p").first().textContent();
    String[] numbers =
        words.replaceAll(".*begins at frame (\\d+).*ends at frame (\\d+).*", "$1 $2").split(" ");
    return new int[] {Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])};
  }

  /** Drags the right edge of the edited layer's bar; the layers stand in the alphabet's order. */
  private static void drag(Page page, int from, int to) {
    page.locator(".timeline").scrollIntoViewIfNeeded();
    var box = page.locator(".timeline").boundingBox();
    int lane =
        ((Number)
                page.evaluate(
                    "() => [...document.querySelectorAll('.panel select')][0].selectedIndex + 1"))
            .intValue();
    double y = box.y + 132 + 20 + 40 * lane + 27;
    double pixels = box.width / 239;
    page.mouse().move(box.x + (from + 0.5) * pixels - 1, y);
    page.mouse().down();
    page.mouse().move(box.x + (to + 0.5) * pixels - 1, y);
    page.mouse().up();
  }
}
