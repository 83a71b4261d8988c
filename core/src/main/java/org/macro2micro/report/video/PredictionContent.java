package org.macro2micro.report.video;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.drawing.PngImage;
import org.macro2micro.experiment.Provenance;

/**
 * All that the page of clips that were predicted as wholes shows.
 *
 * @param title over the page
 * @param labels the classes in their order
 * @param predictions one a clip, in the order to show
 * @param apexes the face at the apex, by clip; clips without are listed without
 * @param model names and values of what named the classes, in the order to show; may be empty
 * @param problems a line each
 * @param settings nested names and values
 * @param provenance of the predictions, if recorded
 */
public record PredictionContent(
    String title,
    List<String> labels,
    List<Prediction> predictions,
    Map<ClipId, PngImage> apexes,
    Map<String, String> model,
    List<String> problems,
    Map<String, ?> settings,
    Optional<Provenance> provenance) {
  public PredictionContent {
    labels = List.copyOf(labels);
    predictions = List.copyOf(predictions);
    apexes = Map.copyOf(apexes);
    model = Collections.unmodifiableMap(new LinkedHashMap<>(model));
    problems = List.copyOf(problems);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    for (Prediction p : predictions) {
      if (!labels.contains(p.label()) || p.probabilities().size() != labels.size()) {
        throw new IllegalArgumentException(
            "clip %s: class \"%s\" with %d scores; expected one of %s and a score for each"
                .formatted(p.id(), p.label(), p.probabilities().size(), labels));
      }
    }
  }
}
