package org.macro2micro.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.macro2micro.clip.FaceEvent;
import org.macro2micro.dataset.DatasetException;
import org.macro2micro.dataset.VideoTruth;
import org.macro2micro.exchange.FilmTruth;
import org.macro2micro.exchange.TruthFile;
import org.macro2micro.lab.LabFilms;
import org.macro2micro.spot.SpotSettings;
import org.macro2micro.spot.SpotTrial;

/** Watches videos of which everything is known, and says what could not be used. */
final class SpotTrials {
  private final Terminal terminal;
  private final List<String> problems = new ArrayList<>();

  SpotTrials(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Returns what could not be used so far, a sentence each. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /**
   * Checks that a folder can be scored, before anything is watched.
   *
   * @throws InputException if it is not a folder with the table of its events
   */
  static void requireFolder(Path folder) throws InputException {
    String expected =
        "expected a folder of videos with " + LabFilms.TRUTH + ", which names their events";
    if (!Files.exists(folder)) {
      throw new InputException("%s: no such folder; %s".formatted(folder, expected));
    }
    if (!Files.isDirectory(folder)) {
      throw new InputException(
          "%s: this is not a folder; %s, or --truth FILE with the events of videos"
              .formatted(folder, expected));
    }
    if (!Files.isRegularFile(folder.resolve(LabFilms.TRUTH))) {
      throw new InputException(
          "%s: it has no %s; %s, or --truth FILE with the events of videos"
              .formatted(folder, LabFilms.TRUTH, expected));
    }
  }

  /** Returns the videos of a folder, whose table names their events. */
  List<SpotTrial> ofFolder(Path folder) throws IOException, DatasetException {
    List<SpotTrial> trials = new ArrayList<>();
    for (Map.Entry<Path, List<FaceEvent>> video :
        VideoTruth.read(folder.resolve(LabFilms.TRUTH)).entrySet()) {
      trials.add(watched(video.getKey(), video.getValue()));
    }
    return trials;
  }

  /** Returns the films given, whose events are in a file of any format. */
  List<SpotTrial> ofFilms(List<Path> films, Path truth)
      throws IOException, DatasetException, InputException {
    for (Path film : films) {
      if (!Files.isRegularFile(film)) {
        throw new InputException(
            "%s: %s; expected a video, whose events are in %s"
                .formatted(
                    film, Files.exists(film) ? "this is not a file" : "no such file", truth));
      }
    }
    TruthFile known = TruthFile.read(truth);
    known.leftOut().forEach(note -> problem(truth + ": " + note));
    TruthFile.Match match;
    try {
      match = known.match(films);
    } catch (IllegalArgumentException e) {
      throw new InputException(e);
    }
    match.problems().forEach(this::problem);
    List<SpotTrial> trials = new ArrayList<>();
    for (Map.Entry<Path, FilmTruth> film : match.films().entrySet()) {
      SpotTrial trial = watched(film.getKey(), List.of());
      FilmTruth.Placed placed = film.getValue().in(trial.contrast());
      placed.beyond().forEach(note -> problem(film.getKey() + ": " + note));
      trials.add(trial.withTruth(placed.events()));
    }
    return trials;
  }

  private void problem(String problem) {
    problems.add(problem);
    terminal.err().println(problem);
  }

  private SpotTrial watched(Path video, List<FaceEvent> events) throws IOException {
    try (ProgressDisplay progress = new ProgressDisplay(terminal)) {
      return SpotTrial.of(
          video,
          events,
          SpotSettings.DEFAULT,
          (done, of) -> {
            if (done == 1) {
              progress.begin("frames of " + video, of);
            }
            progress.done(done);
          },
          () -> false);
    }
  }
}
