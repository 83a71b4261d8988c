package org.macro2micro.studio.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macro2micro.base.Progress;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.method.Recognizer;
import org.macro2micro.preprocess.Align;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.preprocess.PreprocessSettings;
import org.macro2micro.preprocess.VideoClips;
import org.macro2micro.run.SavedModel;
import org.macro2micro.spot.SpottedClips;
import org.macro2micro.spot.Spotting;

/**
 * What a model calls the movements of a film.
 *
 * @param labels the model's classes
 * @param byInterval by the place of the interval; those that can't be prepared are missing
 * @param problems why they are missing, a sentence each
 */
record NamedMovements(
    List<String> labels, Map<Integer, Prediction> byInterval, List<String> problems) {
  static final NamedMovements NONE = new NamedMovements(List.of(), Map.of(), List.of());

  NamedMovements {
    labels = List.copyOf(labels);
    byInterval = Map.copyOf(byInterval);
    problems = List.copyOf(problems);
  }

  /**
   * Has the task's model name what was spotted.
   *
   * @throws RefusedFilm if the model can't be read
   * @throws IOException if the film can't be read any more
   */
  static NamedMovements of(FilmTask task, Spotting spotting, Progress progress)
      throws IOException, RefusedFilm {
    if (task.model() == null) {
      return NONE;
    }
    SavedModel model;
    try {
      model = SavedModel.read(task.model());
    } catch (Exception e) {
      throw new RefusedFilm(RefusedFilm.Reason.MODEL, String.valueOf(e.getMessage()), e);
    }
    List<String> labels = model.record().labels();
    List<Clip> clips = SpottedClips.of(task.film(), spotting);
    if (clips.isEmpty()) {
      return new NamedMovements(labels, Map.of(), List.of());
    }
    Map<ClipId, Integer> places = new HashMap<>();
    clips.forEach(clip -> places.put(clip.id(), places.size()));
    Map<Integer, Prediction> named = new HashMap<>();
    List<String> problems = new ArrayList<>();
    try (Recognizer recognizer = model.open()) {
      VideoClips.prepare(
          task.film(),
          clips,
          preparation(model),
          Optional.of(spotting.watched().faces()),
          new VideoClips.Sink() {
            @Override
            public void prepared(Clip clip, PreparedClip pixels) {
              named.put(
                  places.get(clip.id()),
                  recognizer.predict(List.of(clip.id()), id -> pixels).get(0));
              progress.at(named.size(), clips.size());
            }

            @Override
            public void unusable(Clip clip, String problem) {
              problems.add(problem + " [not named]");
            }
          });
    } catch (UncheckedIOException e) {
      throw new RefusedFilm(RefusedFilm.Reason.MODEL, String.valueOf(e.getMessage()), e);
    }
    return new NamedMovements(labels, named, problems);
  }

  /** A film shows more than a face, so that the face is looked for whatever the training did. */
  private static PreprocessSettings preparation(SavedModel model) {
    PreprocessSettings trained = model.preparation();
    return trained.align() == Align.NONE
        ? trained.withFaces(Align.BOX, trained.detector())
        : trained;
  }
}
