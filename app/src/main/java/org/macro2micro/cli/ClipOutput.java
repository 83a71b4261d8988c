package org.macro2micro.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macro2micro.clip.Prediction;
import org.macro2micro.report.video.PredictionCsv;
import org.macro2micro.run.ClipPredictions;

/** Prints the predicted classes of clips to standard output. */
final class ClipOutput {
  private ClipOutput() {}

  /** One clip as programs read it. */
  private record ClipLine(String path, String label, Map<String, Double> scores) {}

  /**
   * Prints what was predicted.
   *
   * @throws IOException if there is nothing, since every clip was left out
   */
  static void print(Terminal terminal, ClipPredictions.Outcome outcome, OutputForm form)
      throws IOException {
    PrintStream out = terminal.out();
    switch (form) {
      case CSV ->
          out.print(PredictionCsv.of(outcome.labels(), outcome.predictions(), outcome.paths()));
      case JSON -> out.println(json(outcome));
      case TEXT -> text(out, outcome);
    }
    out.flush();
    if (outcome.predictions().isEmpty() && outcome.complete()) {
      throw new IOException(
          "no clip could be named: all were left out%s"
              .formatted(outcome.problems().isEmpty() ? "" : ", for the reasons given"));
    }
  }

  private static void text(PrintStream out, ClipPredictions.Outcome outcome) {
    for (Prediction prediction : outcome.predictions()) {
      double score = prediction.probabilities().get(outcome.labels().indexOf(prediction.label()));
      out.printf(
          Locale.ROOT,
          "%-12s %.2f  %s%n",
          prediction.label(),
          score,
          outcome.paths().get(prediction.id()));
    }
    if (outcome.page() != null) {
      out.printf("page: %s%n", outcome.page());
    }
  }

  private static String json(ClipPredictions.Outcome outcome) throws JsonProcessingException {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("clips", outcome.predictions().stream().map(p -> clipLine(p, outcome)).toList());
    object.put("complete", outcome.complete());
    object.put("problems", outcome.problems());
    object.put("page", outcome.page() == null ? null : outcome.page().toString());
    return ResultJson.line(object);
  }

  private static ClipLine clipLine(Prediction prediction, ClipPredictions.Outcome outcome) {
    return new ClipLine(
        String.valueOf(outcome.paths().get(prediction.id())),
        prediction.label(),
        ClassScores.of(outcome.labels(), prediction.probabilities()));
  }
}
