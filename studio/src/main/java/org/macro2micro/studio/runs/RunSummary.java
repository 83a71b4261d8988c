package org.macro2micro.studio.runs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.macro2micro.experiment.PredictedClip;
import org.macro2micro.experiment.Provenance;
import org.macro2micro.experiment.RunDirectory;
import org.macro2micro.metric.ConfusionMatrix;
import org.macro2micro.metric.Score;
import org.macro2micro.metric.ScoredClip;

/**
 * What a list of runs says of one run.
 *
 * @param id by which callers name it
 * @param title what was run
 * @param rows in the order of the run
 * @param clips the number of clips that were tested
 * @param folds the number of people who were held out, one at a time
 * @param created when the run began, in ISO 8601; null if the run does not say
 * @param uf1 the score of each row over all clips
 */
public record RunSummary(
    String id,
    String title,
    List<String> rows,
    int clips,
    int folds,
    @Nullable String created,
    Map<String, Double> uf1) {
  /** Reads a run. */
  static RunSummary of(RunFolders.Place place) throws IOException {
    RunDirectory run = new RunDirectory(place.path());
    List<PredictedClip> predictions = run.predictions();
    Map<String, Double> uf1 = new LinkedHashMap<>();
    confusions(predictions)
        .forEach((row, confusion) -> uf1.put(row, Score.UF1.applyAsDouble(confusion)));
    Optional<Provenance> provenance = run.provenance();
    return new RunSummary(
        place.id(),
        title(place, run),
        List.copyOf(uf1.keySet()),
        (int) predictions.stream().map(PredictedClip::id).distinct().count(),
        (int) predictions.stream().map(clip -> clip.id().subject()).distinct().count(),
        provenance.map(from -> from.start().toString()).orElse(null),
        uf1);
  }

  /** Returns the name of a run, which is its own title and its place. */
  static String title(RunFolders.Place place, RunDirectory run) throws IOException {
    Object title = run.settings().orElse(Map.of()).get("title");
    return title instanceof String text && !text.isBlank()
        ? text + " (" + place.title() + ")"
        : place.title();
  }

  /** Returns the counts of each row, in the rows' order. */
  static Map<String, ConfusionMatrix> confusions(List<PredictedClip> predictions) {
    Map<String, List<ScoredClip>> rows = new LinkedHashMap<>();
    TreeSet<String> labels = new TreeSet<>();
    for (PredictedClip clip : predictions) {
      rows.computeIfAbsent(clip.row().toString(), any -> new ArrayList<>())
          .add(new ScoredClip(clip.id(), clip.truth(), clip.predicted()));
      labels.add(clip.truth());
      labels.add(clip.predicted());
    }
    Map<String, ConfusionMatrix> confusions = new LinkedHashMap<>();
    rows.forEach(
        (row, clips) -> confusions.put(row, ConfusionMatrix.of(List.copyOf(labels), clips)));
    return confusions;
  }
}
