package org.macro2micro.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.macro2micro.lab.LabFilms;
import org.macro2micro.lab.film.FilmSettings;
import picocli.CommandLine.Option;

/** Long videos of the lab. */
final class LabVideoOptions {
  @Option(
      names = "--videos",
      defaultValue = "4",
      description = "for video: how many, each of another person (${DEFAULT-VALUE})")
  private int videos;

  @Option(
      names = "--seconds",
      defaultValue = "60",
      description = "for video: length of each (${DEFAULT-VALUE})")
  private double seconds;

  @Option(
      names = "--fps",
      defaultValue = "30",
      description = "for video: frames a second (${DEFAULT-VALUE})")
  private double framesPerSecond;

  @Option(
      names = "--picture",
      defaultValue = "640x480",
      paramLabel = "WxH",
      description = "for video: pixels (${DEFAULT-VALUE})")
  private String picture = "";

  @Option(names = "--talk", description = "for video: people also speak")
  private boolean talk;

  /** What was drawn, for programs. */
  record Drawn(String layout, String folder, int videos, int frames, long seed) {}

  /** Draws them into a new folder. */
  Drawn draw(Path folder, long seed, Terminal terminal) throws IOException, InputException {
    String[] sides = picture.split("x", -1);
    try (ProgressDisplay progress = new ProgressDisplay(terminal)) {
      FilmSettings settings =
          new FilmSettings(
              videos,
              seconds,
              framesPerSecond,
              Integer.parseInt(sides[0]),
              sides.length == 2 ? Integer.parseInt(sides[1]) : 0,
              talk ? FilmSettings.Rates.TALKING : FilmSettings.Rates.SILENT,
              seed);
      progress.begin("draw videos", videos);
      LabFilms.write(settings, folder, (done, all) -> progress.done(done));
      return new Drawn("video", folder.toString(), videos, settings.frames(), seed);
    } catch (NumberFormatException e) {
      throw new InputException(
          "lab: --picture %s is no size; expected width and height such as 640x480"
              .formatted(picture));
    } catch (IllegalArgumentException e) {
      throw new InputException(String.valueOf(e.getMessage()));
    }
  }
}
