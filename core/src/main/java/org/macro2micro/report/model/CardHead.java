package org.macro2micro.report.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.macro2micro.catalog.Databases;
import org.macro2micro.experiment.RowScores;
import org.macro2micro.experiment.Scoreboard;
import org.macro2micro.metric.Score;

/** The head of a card in YAML, by the names that model hubs read. */
final class CardHead {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .build();

  private CardHead() {}

  static String of(ModelCard card) {
    boolean isGenerated = card.data().stream().allMatch(LearntData::isGenerated);
    Map<String, Object> head = new LinkedHashMap<>();
    // Weights learnt from a database are bound by its terms too, which this program can't know.
    head.put("license", isGenerated ? "apache-2.0" : "other");
    if (!isGenerated) {
      head.put("license_name", "terms-of-the-databases");
    }
    head.put("library_name", "macro2micro");
    head.put("pipeline_tag", "video-classification");
    head.put(
        "tags",
        List.of(
            "micro-expression-recognition", "facial-expression", card.record().row().toString()));
    head.put("metrics", List.of("accuracy", "f1", "recall"));
    card.measured()
        .ifPresent(scores -> head.put("model-index", List.of(index(card, scores, isGenerated))));
    try {
      return "---\n" + YAML.writeValueAsString(head) + "---\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("model card: the head can't be written as YAML", e);
    }
  }

  private static Map<String, Object> index(ModelCard card, RowScores scores, boolean isGenerated) {
    List<Map<String, Object>> metrics = new ArrayList<>();
    metrics.add(metric("accuracy", "accuracy", scores, Score.ACCURACY));
    metrics.add(metric("f1", "UF1", scores, Score.UF1));
    metrics.add(metric("recall", "UAR", scores, Score.UAR));
    Map<String, Object> task = new LinkedHashMap<>();
    task.put("type", "video-classification");
    task.put("name", "micro-expression recognition, one person held out at a time");
    Map<String, Object> dataset = new LinkedHashMap<>();
    String databases =
        card.data().stream()
            .map(LearntData::database)
            .filter(database -> database.kind() == Databases.Kind.MICRO)
            .map(Databases::shortName)
            .distinct()
            .collect(Collectors.joining(", "));
    dataset.put("type", databases);
    dataset.put("name", databases + (isGenerated ? " (generated)" : ""));
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("task", task);
    result.put("dataset", dataset);
    result.put("metrics", metrics);
    Map<String, Object> index = new LinkedHashMap<>();
    index.put("name", card.name());
    index.put("results", List.of(result));
    return index;
  }

  private static Map<String, Object> metric(
      String type, String name, RowScores scores, Score score) {
    Map<String, Object> metric = new LinkedHashMap<>();
    metric.put("type", type);
    metric.put("name", name);
    metric.put("value", Math.round(1e4 * scores.score(Scoreboard.ALL, score).mean()) / 1e4);
    return metric;
  }
}
