package org.macro2micro.studio.runs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macro2micro.config.SettingsException;
import org.macro2micro.experiment.PredictedClip;
import org.macro2micro.experiment.Provenance;
import org.macro2micro.experiment.RowScores;
import org.macro2micro.experiment.RunDirectory;
import org.macro2micro.experiment.RunScores;
import org.macro2micro.metric.ConfusionMatrix;
import org.macro2micro.metric.Interval;
import org.macro2micro.metric.Score;
import org.macro2micro.run.PredictedRows;

/**
 * All that the studio shows of a run.
 *
 * @param id by which callers name it
 * @param title what was run
 * @param provenance how the run was made; empty if the run does not say
 * @param notes what readers of the scores must know, a sentence each
 * @param rows in the order of the run
 */
public record RunDetail(
    String id, String title, Map<String, Object> provenance, List<String> notes, List<Line> rows) {
  private static final int MOST_WORST = 12;

  /**
   * A row.
   *
   * @param uf1Interval 95% over subjects, low and high
   * @param uarInterval 95% over subjects, low and high
   * @param curve the losses of its training; null if the run kept none
   * @param worst wrong predictions; those of which the row was surest come first
   */
  public record Line(
      String row,
      double uf1,
      List<Double> uf1Interval,
      double uar,
      List<Double> uarInterval,
      Confusion confusion,
      @Nullable LossCurve curve,
      List<Miss> worst) {}

  /** How often clips of each class, a row each, were given each class, a column each. */
  public record Confusion(List<String> labels, List<List<Integer>> counts) {}

  /** A wrong prediction; the probability is that of the class that was named, or null. */
  public record Miss(
      String clip, String subject, String truth, String predicted, @Nullable Double probability) {}

  /**
   * Reads a run.
   *
   * @throws SettingsException if its predictions can't be scored
   * @throws IOException if they can't be read
   */
  static RunDetail of(RunFolders.Place place) throws IOException, SettingsException {
    RunDirectory run = new RunDirectory(place.path());
    List<PredictedClip> predictions = run.predictions();
    RunScores scores = PredictedRows.scores(List.of(place.path()));
    Map<String, ConfusionMatrix> confusions = RunSummary.confusions(predictions);
    Map<String, LossCurve> curves = LossCurve.byRow(run.curves());
    List<Line> rows = new ArrayList<>();
    Set<String> notes = new LinkedHashSet<>(scores.selection());
    for (RowScores row : scores.rows()) {
      String name = row.row().toString();
      ConfusionMatrix confusion = confusions.get(name);
      if (confusion == null) {
        throw new AssertionError("both are of the same predictions");
      }
      notes.addAll(row.notes());
      rows.add(
          new Line(
              name,
              row.score(Score.UF1).mean(),
              ends(row.score(Score.UF1).interval()),
              row.score(Score.UAR).mean(),
              ends(row.score(Score.UAR).interval()),
              new Confusion(confusion.labels(), confusion.counts()),
              curves.get(name),
              worst(name, predictions)));
    }
    return new RunDetail(
        place.id(),
        RunSummary.title(place, run),
        run.provenance().map(RunDetail::lines).orElse(Map.of()),
        List.copyOf(notes),
        rows);
  }

  static List<Double> ends(Interval interval) {
    return List.of(interval.low(), interval.high());
  }

  private static Map<String, Object> lines(Provenance from) {
    Map<String, Object> lines = new LinkedHashMap<>();
    lines.put("version", from.productVersion());
    lines.put("java", from.javaVersion());
    lines.put("platform", from.platform());
    lines.put("libraries", from.libraries());
    lines.put("start", from.start().toString());
    lines.put("seconds", from.seconds());
    lines.put("seeds", from.seeds());
    lines.put("data", from.dataDigests());
    return lines;
  }

  private static List<Miss> worst(String row, List<PredictedClip> predictions) {
    return predictions.stream()
        .filter(clip -> clip.row().toString().equals(row) && !clip.right())
        .map(
            clip ->
                new Miss(
                    clip.id().toString(),
                    clip.id().subject().toString(),
                    clip.truth(),
                    clip.predicted(),
                    surest(clip).orElse(null)))
        .sorted(
            Comparator.comparing(
                Miss::probability, Comparator.nullsLast(Comparator.reverseOrder())))
        .limit(MOST_WORST)
        .toList();
  }

  /** Returns the probability of the class that was named, which is the greatest one. */
  private static Optional<Double> surest(PredictedClip clip) {
    return clip.probabilities().stream().max(Comparator.naturalOrder());
  }
}
