package org.macro2micro.studio.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(InBrowser.class)
class LivePageTest {
  private static final Pattern MANY = Pattern.compile("\\d{2,}");

  @Test
  void faceIsFollowedAndMovementsAreMarked(PageStudio studio, Page page) {
    open(studio, page);
    assertThat(page.locator(".note").first()).containsText("Nothing of them is kept");
    assertThat(page.locator(".camera .recording")).isHidden();
    start(page);
    assertThat(page.locator("[role=status].face-line")).hasText("A face is followed.", patiently());
    assertThat(page.locator(".moved canvas")).hasAttribute("data-points", MANY);
    assertThat(page.locator(".marks li").first())
        .containsText(
            Pattern.compile(
                "Something brief moved at [\\d.:]+(.s)?, for \\d\\.\\d\\d.s, [\\d.]+ times the threshold"),
            new LocatorAssertions.ContainsTextOptions().setTimeout(Steps.LONG));
    assertThat(page.locator("#say")).containsText("brief");
    Steps.button(page, "Stop").click();
    assertThat(Steps.button(page, "Start the camera")).isFocused();
    assertOff(page);
    assertThat(page.locator(".problem")).isHidden();
    assertThat(page.locator("[data-job]")).hasCount(0);
  }

  @Test
  void recordingIsOpenedInTheViewer(PageStudio studio, Page page) {
    open(studio, page);
    page.getByLabel("Record, to look at it").check();
    start(page);
    assertThat(page.locator(".camera .recording")).isVisible();
    assertThat(page.locator("[role=status].face-line")).hasText("A face is followed.", patiently());
    Steps.button(page, "Stop").click();
    Locator card = page.locator("[data-job]");
    Steps.waitFor(card, "done");
    card.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Open in the Viewer"))
        .click();
    assertThat(page.locator(".picture canvas")).hasAttribute("data-frame", Pattern.compile("\\d+"));
  }

  /** Which cameras there are may take a browser seconds to say. */
  @Test
  void cameraIsStartedBeforeTheBrowserHasListedThem(PageStudio studio, Page page) {
    ToldLive.to(page);
    page.addInitScript("navigator.mediaDevices.enumerateDevices = () => new Promise(() => {});");
    open(studio, page);
    assertThat(page.getByLabel("Camera", new Page.GetByLabelOptions().setExact(true))).isHidden();
    start(page);
    assertThat(page.locator("[role=status].face-line")).hasText("A face is followed.");
  }

  @Test
  void cameraIsOffAfterTheScreenIsLeft(PageStudio studio, Page page) {
    ToldLive.to(page);
    open(studio, page);
    start(page);
    assertThat(page.locator("[role=status].face-line")).hasText("A face is followed.");
    page.evaluate(
        "() => { window.track = document.querySelector('video').srcObject.getTracks()[0]; }");
    page.waitForRequest(
        "**/api/v1/live/told/end",
        () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Runs")).click());
    page.waitForFunction("() => window.track.readyState === 'ended'");
  }

  @ParameterizedTest
  @CsvSource({
    "NotAllowedError, was not allowed to use the camera",
    "NotFoundError, No camera was found",
    "NotReadableError, Another program may be using it"
  })
  void cameraThatIsNotThereIsSaidInPlainWords(
      String error, String words, PageStudio studio, Page page) {
    page.addInitScript(
        "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', '%s'));"
            .formatted(error));
    open(studio, page);
    Steps.button(page, "Start the camera").click();
    assertThat(page.locator(".problem")).containsText(words);
    assertOff(page);
  }

  @Test
  void browserThatGivesNoCameraHereIsExplained(PageStudio studio, Page page) {
    page.addInitScript("Object.defineProperty(navigator, 'mediaDevices', { value: undefined });");
    open(studio, page);
    Steps.button(page, "Start the camera").click();
    assertThat(page.locator(".problem")).containsText("to localhost and https alone");
    assertOff(page);
  }

  @Test
  void refusalOfTheServiceIsShownAndTheNextStartWorks(PageStudio studio, Page page) {
    ToldLive.to(page);
    ToldLive.refuse(page, "", 429, "Too many sessions", "Two cameras are looked at already.");
    open(studio, page);
    Steps.button(page, "Start the camera").click();
    assertThat(page.locator(".problem"))
        .hasText("Too many sessions: Two cameras are looked at already.");
    assertOff(page);
    ToldLive.answer(page, "", 201, ToldLive.BEGUN.formatted(false));
    start(page);
    assertThat(page.locator(".problem")).isHidden();
    assertThat(page.locator("[role=status].face-line")).hasText("A face is followed.");
  }

  @Test
  void sessionThatEndsByItselfStopsTheCameraAndSaysWhy(PageStudio studio, Page page) {
    ToldLive.to(page);
    ToldLive.refuse(
        page, "/told/frames", 409, "The session has ended", "Ten minutes are the most.");
    open(studio, page);
    page.waitForRequest(
        "**/api/v1/live/told/end", () -> Steps.button(page, "Start the camera").click());
    assertThat(page.locator(".problem"))
        .hasText("The session has ended: Ten minutes are the most.");
    assertOff(page);
  }

  @Test
  void serviceThatIsGoneIsNotToldAsAFailureOfTheCamera(PageStudio studio, Page page) {
    ToldLive.to(page);
    open(studio, page);
    start(page);
    assertThat(page.locator("[role=status].face-line")).hasText("A face is followed.");
    page.route("**/api/v1/live/**", Route::abort);
    assertThat(page.locator(".problem")).containsText("The service does not answer");
    assertOff(page);
  }

  /** A service that does not keep up is spared, and the page says what that costs. */
  @Test
  void framesThatWaitTooLongAreLeftOutAndCounted(PageStudio studio, Page page) {
    ToldLive.to(page);
    page.addInitScript(
        """
        const quick = window.fetch;
        window.fetch = async (address, options) => {
          await new Promise(resolve => setTimeout(resolve, address.endsWith("/frames") ? 3000 : 0));
          return quick(address, options);
        };""");
    open(studio, page);
    start(page);
    assertThat(page.locator(".seen"))
        .containsText(
            "left out: this machine is too busy",
            new LocatorAssertions.ContainsTextOptions().setTimeout(Steps.LONG));
  }

  private static void open(PageStudio studio, Page page) {
    allow(page);
    page.navigate(studio.address() + "#/live");
    assertThat(page.locator("h1")).hasText("Live");
  }

  /** Lets a page use the camera, as a person does who is asked. */
  static void allow(Page page) {
    page.context().grantPermissions(List.of("camera"));
  }

  /** Starts the camera and waits until the service looks at it. */
  static void start(Page page) {
    Steps.button(page, "Start the camera").click();
    assertThat(Steps.button(page, "Stop")).isVisible();
    assertThat(page.locator(".moved"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(Steps.LONG));
  }

  private static LocatorAssertions.HasTextOptions patiently() {
    return new LocatorAssertions.HasTextOptions().setTimeout(Steps.LONG);
  }

  private static void assertOff(Page page) {
    assertThat(Steps.button(page, "Start the camera")).isVisible();
    assertThat(page.locator(".camera .off")).isVisible();
    page.waitForFunction("() => document.querySelector('video').srcObject === null");
  }
}
