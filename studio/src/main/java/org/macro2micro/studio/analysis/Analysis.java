package org.macro2micro.studio.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.macro2micro.clip.Prediction;
import org.macro2micro.preprocess.FaceChoice;
import org.macro2micro.preprocess.PreparationException;
import org.macro2micro.spot.Footage;
import org.macro2micro.spot.FrameTimes;
import org.macro2micro.spot.SpotSettings;
import org.macro2micro.spot.SpottedInterval;
import org.macro2micro.spot.Spotter;
import org.macro2micro.spot.Spotting;
import org.macro2micro.studio.film.FilmResult;

/** Looks at one film, and keeps its frames, its movements, their names and their pictures. */
final class Analysis {
  private static final double NANOSECONDS = 1e9;

  private final FilmTask task;
  private final Telling telling;
  private final long begun = System.nanoTime();

  Analysis(FilmTask task, Telling telling) {
    this.task = task;
    this.telling = telling;
  }

  /**
   * Looks at the film. The result is written last.
   *
   * @throws RefusedFilm if the film or the model can't be used, or a limit is passed
   * @throws IOException if something can't be written
   */
  void run() throws IOException, RefusedFilm {
    FrameShots shots = FrameShots.taken(task, telling.phase("reading frames"));
    long start = System.nanoTime();
    Footage footage = footage();
    Spotting spotting = spotting(footage);
    double speed = spotting.frames() / Math.max(1e-9, (System.nanoTime() - start) / NANOSECONDS);
    if (spotting.frames() != shots.frames()) {
      throw new RefusedFilm(
          RefusedFilm.Reason.UNREADABLE,
          "It had %d frames when it was read first and %d afterwards; convert it and upload it again."
              .formatted(shots.frames(), spotting.frames()));
    }
    List<String> notes = new ArrayList<>(spotting.watched().notes());
    NamedMovements named =
        task.model() == null
            ? NamedMovements.NONE
            : NamedMovements.of(task.model(), footage, spotting, telling.phase("naming movements"));
    notes.addAll(named.problems());
    telling.phase("taking pictures");
    Map<Integer, Double> pictures = Map.of();
    try {
      pictures = Pictures.write(task, spotting);
    } catch (PreparationException e) {
      notes.add("There are no pictures: " + e.getMessage());
    }
    DecisionMaps maps = maps(spotting, named);
    notes.addAll(maps.problems());
    result(shots, spotting, speed, notes, named, pictures, maps)
        .write(task.out().resolve(FilmResult.FILE));
  }

  /** What was found and named stays where it can't be explained. */
  private DecisionMaps maps(Spotting spotting, NamedMovements named) {
    try {
      return DecisionMaps.write(
          task,
          spotting,
          named,
          () -> (System.nanoTime() - begun) / NANOSECONDS > task.mapSeconds(),
          telling);
    } catch (RefusedFilm | IOException | IllegalArgumentException e) {
      return new DecisionMaps(
          Map.of(), List.of("There are no pictures of what decisions rest on: " + e.getMessage()));
    }
  }

  private Footage footage() throws RefusedFilm {
    try {
      return new Footage(
          task.film(),
          List.of(),
          task.rate() == null ? OptionalDouble.empty() : OptionalDouble.of(task.rate()),
          FaceChoice.of(task.face()));
    } catch (IllegalArgumentException e) {
      throw new RefusedFilm(RefusedFilm.Reason.UNREADABLE, String.valueOf(e.getMessage()), e);
    }
  }

  private Spotting spotting(Footage footage) throws RefusedFilm {
    try {
      return new Spotter(SpotSettings.DEFAULT)
          .spot(footage, telling.phase("looking for movements"), () -> false);
    } catch (IOException | IllegalArgumentException e) {
      throw new RefusedFilm(RefusedFilm.Reason.UNREADABLE, String.valueOf(e.getMessage()), e);
    }
  }

  private FilmResult result(
      FrameShots shots,
      Spotting spotting,
      double speed,
      List<String> notes,
      NamedMovements named,
      Map<Integer, Double> pictures,
      DecisionMaps maps) {
    FrameTimes times = spotting.times();
    // The rate that a file states need not be the mean of a varying rate.
    double rate =
        times.count() < 2 || times.isRegular()
            ? times.framesPerSecond()
            : times.count() / times.length();
    List<FilmResult.Movement> movements = new ArrayList<>();
    for (int i = 0; i < spotting.intervals().size(); i++) {
      movements.add(
          movement(
              spotting.intervals().get(i),
              named.labels(),
              named.byInterval().get(i),
              pictures.get(i),
              maps.byInterval().get(i)));
    }
    return new FilmResult(
        spotting.frames(),
        rate,
        times.isRegular(),
        Arrays.stream(times.seconds()).boxed().toList(),
        shots.width(),
        shots.height(),
        (double) spotting.watched().faces().seen() / Math.max(1, spotting.frames()),
        speed,
        notes.stream().map(this::withoutPath).toList(),
        numbers(spotting.curve()),
        numbers(spotting.threshold()),
        named.labels(),
        movements);
  }

  private static FilmResult.Movement movement(
      SpottedInterval interval,
      List<String> labels,
      @Nullable Prediction prediction,
      @Nullable Double most,
      FilmResult.@Nullable Heat heat) {
    Map<String, Double> scores = null;
    if (prediction != null) {
      scores = new LinkedHashMap<>();
      for (int k = 0; k < labels.size(); k++) {
        scores.put(labels.get(k), prediction.probabilities().get(k));
      }
    }
    return new FilmResult.Movement(
        interval.onset(),
        interval.apex(),
        interval.offset(),
        interval.strength(),
        prediction == null ? null : prediction.label(),
        scores,
        most,
        heat);
  }

  /** Messages of the library name the file with its place, which callers must not learn. */
  String withoutPath(String message) {
    return message
        .replace(task.film().toString(), task.name())
        .replace(task.film().resolveSibling("").toString(), "");
  }

  private static List<@Nullable Double> numbers(double[] values) {
    List<@Nullable Double> numbers = new ArrayList<>();
    for (double value : values) {
      numbers.add(Double.isNaN(value) ? null : value);
    }
    return numbers;
  }
}
