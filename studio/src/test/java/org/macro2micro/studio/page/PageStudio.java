package org.macro2micro.studio.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macro2micro.base.FolderTree;
import org.macro2micro.cli.ServeSettings;
import org.macro2micro.config.SettingsException;
import org.macro2micro.dataset.DatasetException;
import org.macro2micro.lab.LabFilms;
import org.macro2micro.lab.film.FilmSettings;
import org.macro2micro.studio.RunningStudio;
import org.macro2micro.studio.TinyModel;

/**
 * A studio with a small model and a browser before it, for all tests of the page in this process:
 * Surefire hands JUnit one class after the other, so that JUnit's own stores end with each class.
 */
final class PageStudio {
  static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  /** What the service says that its model is used for. */
  static final String PURPOSE = "tests of this page";

  static final ServeSettings.Limits LIMITS =
      new ServeSettings.Limits(
          50_000_000, 60, 1_000_000, 16, Duration.ofMinutes(5), 1L << 30, 0, Duration.ofHours(1));

  private static final String FILM_FILE = "films/video001.avi";

  private static final FilmSettings FILM =
      new FilmSettings(1, 8, 30, 320, 240, new FilmSettings.Rates(15, 0, 15, 0, 0, 0), 18);

  private final Path folder;
  private final RunningStudio studio;
  private final Playwright playwright;
  private final Browser browser;

  private PageStudio(Path folder, RunningStudio studio, Playwright playwright, Browser browser) {
    this.folder = folder;
    this.studio = studio;
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Returns the one of this process. */
  static PageStudio get() {
    return OfThisProcess.STUDIO;
  }

  /** It is started when a test first asks for it, and ends with the process. */
  private static final class OfThisProcess {
    static final PageStudio STUDIO = start();

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(STUDIO::end, "end of the page's studio"));
    }
  }

  private static PageStudio start() {
    try {
      Path folder = Files.createTempDirectory("page-studio");
      LabFilms.write(FILM, folder.resolve("films"), (done, all) -> {});
      Path camera = FilmedCamera.write(folder.resolve(FILM_FILE), folder.resolve("camera.mjpeg"));
      Path model = TinyModel.write(folder);
      RunningStudio studio = RunningStudio.start(settings(folder, model), InstantSource.system());
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      Browser browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(CHROMIUM)
                      .setArgs(arguments(camera)));
      return new PageStudio(folder, studio, playwright, browser);
    } catch (IOException | SettingsException | DatasetException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The browser's camera shows a film; a page must still be allowed to use it. */
  private static List<String> arguments(Path camera) {
    return List.of(
        "--no-sandbox",
        "--use-fake-device-for-media-stream",
        "--use-file-for-fake-video-capture=" + camera);
  }

  private static ServeSettings settings(Path folder, Path model) {
    return new ServeSettings(
        List.of(model),
        "127.0.0.1",
        0,
        folder.resolve("data"),
        Optional.of(PURPOSE),
        Optional.empty(),
        Optional.empty(),
        false,
        LIMITS);
  }

  /** Where the page is, with a slash at the end. */
  String address() {
    return studio.address();
  }

  Browser browser() {
    return browser;
  }

  /** A film of eight seconds with some brief movements. */
  Path film() {
    return folder.resolve(FILM_FILE);
  }

  /** The file that says where they are. */
  Path truth() {
    return folder.resolve("films/" + LabFilms.TRUTH);
  }

  private void end() {
    browser.close();
    playwright.close();
    studio.close();
    try {
      FolderTree.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
