package org.macro2micro.studio.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.macro2micro.base.Progress;
import org.macro2micro.clip.Prediction;
import org.macro2micro.preprocess.Align;
import org.macro2micro.preprocess.PreprocessSettings;
import org.macro2micro.run.MovementNaming;
import org.macro2micro.run.SavedModel;
import org.macro2micro.spot.Footage;
import org.macro2micro.spot.Spotting;

/**
 * The names that a model gives the movements of a film.
 *
 * @param labels the model's classes
 * @param byInterval by the place of the interval; an interval that can't be prepared has none
 * @param problems what a person should know of the preparation, a sentence each
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
   * Has a model name what was spotted.
   *
   * @throws RefusedFilm if the model can't be used
   * @throws IOException if the film can't be read any more
   */
  static NamedMovements of(Path weights, Footage footage, Spotting spotting, Progress progress)
      throws IOException, RefusedFilm {
    SavedModel model;
    try {
      model = SavedModel.read(weights);
    } catch (Exception e) {
      throw new RefusedFilm(RefusedFilm.Reason.MODEL, String.valueOf(e.getMessage()), e);
    }
    List<String> problems = new ArrayList<>();
    try {
      Map<Integer, Prediction> named =
          new MovementNaming(model, preparation(model))
              .of(footage, spotting, progress, problems, "not named");
      return new NamedMovements(model.record().labels(), named, problems);
    } catch (UncheckedIOException e) {
      throw new RefusedFilm(RefusedFilm.Reason.MODEL, String.valueOf(e.getMessage()), e);
    }
  }

  /** A film shows more than a face, so the face is looked for even if the training did not. */
  private static PreprocessSettings preparation(SavedModel model) {
    PreprocessSettings trained = model.preparation();
    return trained.align() == Align.NONE
        ? trained.withFaces(Align.BOX, trained.detector())
        : trained;
  }
}
