package org.macro2micro.studio.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macro2micro.studio.film.FilmResult;
import org.macro2micro.studio.store.Job;
import org.macro2micro.studio.work.Model;

/** What was found in a film, as callers see it. */
record ResultView(
    String name,
    Named model,
    int frames,
    double rate,
    boolean regular,
    @Nullable List<Double> times,
    int width,
    int height,
    double faceShare,
    double speed,
    List<String> notes,
    List<@Nullable Double> threshold,
    List<@Nullable Double> curve,
    String curveUnit,
    List<Interval> intervals,
    List<String> says) {
  /** The warnings that every result carries. */
  static final List<String> SAYS =
      List.of(
          "A brief movement is a hint that a face moved, not what a person feels, thinks or hides;"
              + " this is not a lie detector.",
          "Show it only with the consent of the people filmed and tell them; do not use it to infer"
              + " emotions at work or in education (EU AI Act, Articles 5(1)(f) and 50(3)).");

  private static final String UNIT = "grey levels that come and go";

  record Named(String id, String name, String kind) {}

  record Interval(
      String id,
      int onset,
      int apex,
      int offset,
      double strength,
      @Nullable String label,
      @Nullable Map<String, Double> scores,
      @Nullable String uncertainty,
      PictureLinks pictures) {}

  record PictureLinks(
      @Nullable String onset,
      @Nullable String apex,
      @Nullable String movement,
      @Nullable String heat,
      @Nullable Double movementMost) {}

  static ResultView of(Job job, FilmResult result, Model model) {
    List<Interval> intervals = new ArrayList<>();
    for (FilmResult.Movement movement : result.intervals()) {
      intervals.add(interval(job, intervals.size() + 1, movement));
    }
    return new ResultView(
        job.upload().name(),
        new Named(model.id(), model.name(), model.kind()),
        result.frames(),
        result.rate(),
        result.regular(),
        result.regular() ? null : result.times(),
        result.width(),
        result.height(),
        result.faceShare(),
        result.speed(),
        result.notes(),
        result.threshold(),
        result.curve(),
        UNIT,
        intervals,
        SAYS);
  }

  private static Interval interval(Job job, int number, FilmResult.Movement movement) {
    String folder = "/api/v1/jobs/%s/pictures/%d/".formatted(job.id(), number);
    boolean isThere = movement.movementMost() != null;
    return new Interval(
        String.valueOf(number),
        movement.onset(),
        movement.apex(),
        movement.offset(),
        movement.strength(),
        movement.label(),
        movement.scores(),
        movement.scores() == null ? null : Uncertainty.text(movement.scores()),
        new PictureLinks(
            isThere ? folder + "onset.png" : null,
            isThere ? folder + "apex.png" : null,
            isThere ? folder + "movement.png" : null,
            null,
            movement.movementMost()));
  }
}
