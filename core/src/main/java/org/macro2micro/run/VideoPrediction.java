package org.macro2micro.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.macro2micro.base.Progress;
import org.macro2micro.preprocess.PreprocessSettings;
import org.macro2micro.report.video.LabelledInterval;
import org.macro2micro.report.video.PredictedVideo;
import org.macro2micro.spot.Footage;
import org.macro2micro.spot.SpotSettings;
import org.macro2micro.spot.SpottedInterval;
import org.macro2micro.spot.Spotter;
import org.macro2micro.spot.Spotting;

/**
 * Finds brief movements in a long video, and names them if there is a model: one pass to spot, one
 * to prepare what was spotted, one for pictures, and if wanted one to draw on the frames. What is
 * held does not grow with the video's length but for the motion curve.
 */
public final class VideoPrediction {
  private static final String WHAT_IS_FOUND =
      "Spotting finds brief movements of the face outside the eyes; speech, chewing and short macro-expressions are such movements too (docs/results/spotting.md has how often). ";

  private final Optional<MovementNaming> naming;
  private final SpotSettings spots;
  private final VideoPages pages;
  private final RunListener listener;
  private final BooleanSupplier isCancelled;

  /**
   * Names what it finds.
   *
   * @param model names the classes
   * @param settings how what was spotted is prepared for it
   * @param listener is told of the progress
   * @param isCancelled asked before each frame while spotting; what was found up to then is named,
   *     and the page written
   */
  public VideoPrediction(
      SavedModel model,
      PreprocessSettings settings,
      RunListener listener,
      BooleanSupplier isCancelled) {
    this(
        Optional.of(new MovementNaming(model, settings)),
        settings,
        SpotSettings.DEFAULT,
        listener,
        isCancelled);
  }

  private VideoPrediction(
      Optional<MovementNaming> naming,
      PreprocessSettings faces,
      SpotSettings spots,
      RunListener listener,
      BooleanSupplier isCancelled) {
    this.naming = naming;
    this.spots = spots.withDetector(faces.detector());
    this.pages = new VideoPages(faces, this.spots, naming.map(MovementNaming::model), listener);
    this.listener = listener;
    this.isCancelled = isCancelled;
  }

  /**
   * Finds movements and names none: no model is needed, the outcome's video has no classes, and its
   * intervals have no labels.
   *
   * @param faces how faces are found, and placed on the pictures: {@link
   *     PreprocessSettings#ofFaces}
   * @param spots what counts as a movement; the detector of {@code faces} takes the place of its
   *     own
   * @param listener is told of the progress
   * @param isCancelled asked before each frame while spotting; the page shows what was found up to
   *     then
   */
  public static VideoPrediction ofMovements(
      PreprocessSettings faces,
      SpotSettings spots,
      RunListener listener,
      BooleanSupplier isCancelled) {
    return new VideoPrediction(Optional.empty(), faces, spots, listener, isCancelled);
  }

  /**
   * What was found in a video.
   *
   * @param video what was found and what it was called
   * @param problems intervals that could not be named, and what could not be written, a line each
   * @param complete whether the whole video was looked at
   * @param framesPerSecond frames looked at in a second of spotting
   * @param page shows all of it; null if it could not be written
   * @param annotated the video with what was found drawn on it; null if not wanted or not complete
   */
  public record Outcome(
      PredictedVideo video,
      List<String> problems,
      boolean complete,
      double framesPerSecond,
      @Nullable Path page,
      @Nullable Path annotated) {}

  /**
   * Finds, names, and writes the page. What was found is returned even if the page can't be
   * written.
   *
   * @param footage a video, or a folder of frames
   * @param out folder of the page
   * @param annotate whether the annotated video is wanted; a folder of frames has none
   * @throws IOException if the video can't be read
   */
  public Outcome of(Footage footage, Path out, boolean annotate) throws IOException {
    String name = footage.name();
    long start = System.nanoTime();
    Spotting spotting = spot(footage);
    double speed = spotting.frames() / Math.max(1e-9, (System.nanoTime() - start) / 1e9);
    boolean complete = !isCancelled.getAsBoolean();
    List<String> problems = new ArrayList<>();
    PredictedVideo video = found(footage, spotting, problems);
    Path page =
        pages.written(footage, out.resolve(name + ".html"), video, notes(complete), problems);
    Path drawn = null;
    if (annotate && complete && footage.isVideo()) {
      drawn = pages.drawn(footage, out.resolve(name + "-annotated.avi"), video, problems);
    }
    return new Outcome(video, problems, complete, speed, page, drawn);
  }

  private Spotting spot(Footage footage) throws IOException {
    boolean[] begun = {false};
    Progress heard =
        (done, all) -> {
          if (!begun[0]) {
            begun[0] = true;
            listener.begin("frames of " + footage.name(), all);
          }
          listener.done(done);
        };
    return new Spotter(spots).spot(footage, heard, isCancelled);
  }

  private PredictedVideo found(Footage footage, Spotting spotting, List<String> problems)
      throws IOException {
    if (naming.isEmpty()) {
      List<LabelledInterval> movements =
          spotting.intervals().stream().map(LabelledInterval::unnamed).toList();
      return new PredictedVideo(footage.name(), spotting, List.of(), movements);
    }
    MovementNaming names = naming.get();
    List<SpottedInterval> spotted = spotting.intervals();
    if (!spotted.isEmpty()) {
      listener.begin("name what was spotted", spotted.size());
    }
    List<LabelledInterval> named = new ArrayList<>();
    names
        .of(footage, spotting, (done, all) -> listener.done(done), problems, "left out")
        .forEach(
            (place, given) ->
                named.add(
                    new LabelledInterval(
                        spotted.get(place), given.label(), given.probabilities())));
    return new PredictedVideo(footage.name(), spotting, names.model().record().labels(), named);
  }

  private List<String> notes(boolean complete) {
    List<String> notes = new ArrayList<>();
    notes.add(
        WHAT_IS_FOUND
            + (naming.isEmpty()
                ? "What a movement means was not asked: no class is named."
                : "A class is the model's best guess for a movement, whatever it was."));
    if (!complete) {
      notes.add(
          "The spotting was stopped: what comes after the last frame shown was not looked at.");
    }
    return notes;
  }
}
