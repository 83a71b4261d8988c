package org.macro2micro.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.macro2micro.lab.LabFilms;
import org.macro2micro.lab.film.FilmSettings;
import picocli.CommandLine.Option;

/** The options of long videos that the lab draws. */
final class LabVideoOptions {
  /** The names of these options. */
  static final List<String> NAMES =
      List.of("--videos", "--seconds", "--fps", "--picture", "--talk");

  private static final String VIDEOS = "4";
  private static final String SECONDS = "60";
  private static final String RATE = "30";
  private static final String PICTURE = "640x480";

  @Option(
      names = "--videos",
      paramLabel = "N",
      defaultValue = VIDEOS,
      description = "Number of videos, each of another person (default: ${DEFAULT-VALUE}).")
  private int videos = Integer.parseInt(VIDEOS);

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = SECONDS,
      description = "Length of each video in seconds (default: ${DEFAULT-VALUE}).")
  private double seconds = Double.parseDouble(SECONDS);

  @Option(
      names = "--fps",
      paramLabel = "N",
      defaultValue = RATE,
      description = "Frames per second (default: ${DEFAULT-VALUE}).")
  private double framesPerSecond = Double.parseDouble(RATE);

  @Option(
      names = "--picture",
      paramLabel = "WxH",
      defaultValue = PICTURE,
      description = "Width and height of the frames (default: ${DEFAULT-VALUE}).")
  private String picture = PICTURE;

  @Option(names = "--talk", description = "Let the people also speak.")
  private boolean talk;

  /** What was drawn, as programs read it. */
  record Drawn(String layout, String folder, int videos, int frames, long seed) {}

  /** Draws the videos into a new folder. */
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
          "lab: --picture %s is not a size; expected width and height such as 640x480"
              .formatted(picture));
    } catch (IllegalArgumentException e) {
      throw new InputException(String.valueOf(e.getMessage()));
    }
  }
}
