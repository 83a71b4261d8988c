package org.macro2micro.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macro2micro.experiment.RowDifference;
import org.macro2micro.experiment.RowScores;
import org.macro2micro.experiment.Scoreboard;
import org.macro2micro.metric.Interval;
import org.macro2micro.metric.Score;
import org.macro2micro.run.RunOutcome;

/** Writes a run's outcome for programs, as exactly one JSON object. */
final class ResultJson {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.FAIL_ON_EMPTY_BEANS);

  /** MaNet's own check; a record so that its keys have an order. */
  private record Macro(double accuracy, int clips, int classes) {}

  private ResultJson() {}

  static String of(RunOutcome outcome) throws JsonProcessingException {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("rows", outcome.result().rows().stream().map(ResultJson::row).toList());
    object.put(
        "differences",
        outcome.result().differences().stream().map(ResultJson::difference).toList());
    object.put("selection", outcome.result().selection().head());
    object.put("clips", outcome.result().clips());
    object.put("subjects", outcome.result().subjects());
    outcome
        .macro()
        .ifPresent(
            check ->
                object.put(
                    "macro",
                    new Macro(check.accuracy(), check.predictions().size(), check.classes())));
    object.put("problems", outcome.problems());
    object.put("seconds", outcome.seconds());
    object.put("report", outcome.report().toString());
    return JSON.writeValueAsString(object);
  }

  /** Writes a value made of maps, lists, records, texts and numbers as one line of JSON. */
  static String line(Object value) throws JsonProcessingException {
    return JSON.writeValueAsString(value);
  }

  private static Map<String, Object> row(RowScores row) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("row", row.row());
    object.putAll(scores(row, Scoreboard.ALL));
    Map<String, Object> intervals = new LinkedHashMap<>();
    for (Score score : Score.values()) {
      intervals.put(score.key(), bounds(row.score(score).interval()));
    }
    object.put("intervals", intervals);
    Map<String, Object> databases = new LinkedHashMap<>();
    for (String part : row.parts()) {
      if (!part.equals(Scoreboard.ALL)) {
        databases.put(part, scores(row, part));
      }
    }
    if (!databases.isEmpty()) {
      object.put("databases", databases);
    }
    if (!row.notes().isEmpty()) {
      object.put("notes", row.notes());
    }
    return object;
  }

  private static Map<String, Object> scores(RowScores row, String part) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("accuracy", row.score(part, Score.ACCURACY).mean());
    // The same number: Tables 2 and 4 name it F1, Tables 3 and 5 UF1.
    object.put("f1", row.score(part, Score.UF1).mean());
    object.put("uf1", row.score(part, Score.UF1).mean());
    object.put("uar", row.score(part, Score.UAR).mean());
    return object;
  }

  private static Map<String, Object> difference(RowDifference difference) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("row", difference.row());
    object.put("baseline", difference.baseline());
    object.put("score", difference.metric());
    object.put("difference", difference.difference());
    object.put("interval", bounds(difference.interval()));
    object.put("p", difference.p());
    return object;
  }

  private static List<Double> bounds(Interval interval) {
    return List.of(interval.low(), interval.high());
  }
}
