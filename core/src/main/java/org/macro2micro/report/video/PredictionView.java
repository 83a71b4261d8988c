package org.macro2micro.report.video;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macro2micro.clip.Prediction;
import org.macro2micro.drawing.PngImage;
import org.macro2micro.report.ClassCount;
import org.macro2micro.report.OriginLines;
import org.macro2micro.report.ScoreBar;
import org.macro2micro.report.SettingLines;

/**
 * What the template of predicted clips prints: every number already a text.
 *
 * @param title over the page
 * @param summary one sentence
 * @param rows one a clip
 * @param counts how many clips each class has
 * @param pictured whether any clip has a picture
 * @param facts of the model
 * @param problems a line each
 * @param settings dotted names and values
 * @param origin names and values of the provenance; empty if there is none
 */
public record PredictionView(
    String title,
    String summary,
    List<Row> rows,
    List<ClassCount> counts,
    boolean pictured,
    List<Map.Entry<String, String>> facts,
    List<String> problems,
    List<Map.Entry<String, String>> settings,
    List<Map.Entry<String, String>> origin) {

  /** One clip. */
  public record Row(
      String clip, String label, int classNumber, List<ScoreBar> scores, Optional<PngImage> apex) {}

  static PredictionView of(PredictionContent content) {
    List<Row> rows = content.predictions().stream().map(p -> row(content, p)).toList();
    return new PredictionView(
        content.title(),
        rows.size() == 1 ? "One clip was looked at." : rows.size() + " clips were looked at.",
        rows,
        ClassCount.of(content.labels(), rows.stream().map(Row::label).toList()),
        rows.stream().anyMatch(row -> row.apex().isPresent()),
        List.copyOf(content.model().entrySet()),
        content.problems(),
        SettingLines.of(content.settings()),
        content.provenance().map(OriginLines::of).orElse(List.of()));
  }

  private static Row row(PredictionContent content, Prediction prediction) {
    return new Row(
        prediction.id().toString(),
        prediction.label(),
        content.labels().indexOf(prediction.label()),
        ScoreBar.of(content.labels(), prediction.probabilities(), prediction.label()),
        Optional.ofNullable(content.apexes().get(prediction.id())));
  }
}
