package org.macro2micro.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.catalog.Databases;
import org.macro2micro.experiment.ModelRecord;
import org.macro2micro.experiment.Row;
import org.macro2micro.experiment.RowScores;
import org.macro2micro.experiment.Scoreboard;
import org.macro2micro.experiment.SeedScore;
import org.macro2micro.metric.Interval;
import org.macro2micro.metric.Score;

class ModelCardTest {
  private static final LearntData MICRO =
      new LearntData(
          Databases.CASME2, false, 24, new TreeMap<>(Map.of("negative", 88, "positive", 32)));
  private static final LearntData DRAWN =
      new LearntData(Databases.CKPLUS, true, 9, new TreeMap<>(Map.of("happiness", 18)));

  @TempDir Path folder;

  @Test
  void theHeadIsWhatModelHubsRead() throws Exception {
    String text = card("m_1|x", List.of("casme2/sub01"), List.of(MICRO), measured()).text();
    JsonNode head = head(text);
    assertThat(head.path("license").asText()).isEqualTo("other");
    assertThat(head.path("license_name").asText()).isEqualTo("terms-of-the-databases");
    assertThat(head.path("library_name").asText()).isEqualTo("macro2micro");
    assertThat(head.path("pipeline_tag").asText()).isEqualTo("video-classification");
    assertThat(head.path("tags").get(0).asText()).isEqualTo("micro-expression-recognition");
    assertThat(head.path("metrics").toString()).isEqualTo("[\"accuracy\",\"f1\",\"recall\"]");
    JsonNode index = head.path("model-index").get(0);
    assertThat(index.path("name").asText()).isEqualTo("m_1|x");
    JsonNode result = index.path("results").get(0);
    assertThat(result.path("dataset").path("type").asText()).isEqualTo("casme2");
    JsonNode f1 = result.path("metrics").get(1);
    assertThat(f1.path("type").asText()).isEqualTo("f1");
    assertThat(f1.path("value").asDouble()).isEqualTo(.6123);
    assertThat(text).contains("\n# m\\_1\\|x\n");
  }

  @Test
  void generatedFacesBindNobody() throws Exception {
    LearntData own =
        new LearntData(Databases.CASME2, true, 3, new TreeMap<>(Map.of("negative", 2)));
    String text = card("m", List.of(), List.of(own, DRAWN), Optional.empty()).text();
    assertThat(head(text).path("license").asText()).isEqualTo("apache-2.0");
    assertThat(head(text).has("license_name")).isFalse();
    assertThat(text)
        .contains("| casme2 (generated faces) | micro | 2 | 3 | negative 2 |")
        .contains("| ckplus (generated faces) | macro | 18 | 9 | happiness 18 |")
        .contains("The clips show nobody: their faces are generated, in the layout of casme2.")
        .doesNotContain("whether the folder held the original");
  }

  @Test
  void whatWasMeasuredStandsWithItsInterval() throws Exception {
    String text = card("m", List.of("casme2/sub01"), List.of(MICRO, DRAWN), measured()).text();
    assertThat(text)
        .contains("all 120 clips of 24 people are scored together", "last epoch")
        .contains("| all | accuracy | 0.700 | [0.650, 0.750] |")
        .contains("| all | UF1 | 0.612 | [0.562, 0.662] |")
        .contains("One class was never shown.")
        .contains("It has not seen casme2/sub01")
        .contains("of 22 years on average");
  }

  @Test
  void whatIsNotKnownIsSaidToBeSo() throws Exception {
    String all = card("m", List.of(), List.of(MICRO), Optional.empty()).text();
    assertThat(head(all).has("model-index")).isFalse();
    assertThat(all)
        .contains("not known: it was trained on all clips", "It was not tested on anybody.")
        .contains("Scores by age, gender, skin colour")
        .contains("are not known");
    String fold = card("m", List.of("casme2/sub01"), List.of(MICRO), Optional.empty()).text();
    assertThat(fold).contains("the run that trained it had not ended");
  }

  @Test
  void everyCardSaysWhatTheModelMustNotBeUsedFor() {
    String text = card("m", List.of(), List.of(DRAWN), Optional.empty()).text();
    assertThat(text)
        .contains(
            "not a lie detector", "Article 5(1)(f)", "Article 50(3)", "at work and in education")
        .contains(
            "## Intended use", "## What is kept", "--movement-only", "until somebody deletes");
  }

  @Test
  void theSameModelHasTheSameCardAndAllOfIt() throws Exception {
    ModelCard card = card("m", List.of(), List.of(MICRO), measured());
    Path weights = folder.resolve("deep/m.safetensors");
    assertThat(ModelCard.beside(weights)).isEqualTo(folder.resolve("deep/m.md"));
    card.write(ModelCard.beside(weights));
    assertThat(folder.resolve("deep/m.md")).content().isEqualTo(card.text());
    try (Stream<Path> files = Files.list(folder.resolve("deep"))) {
      assertThat(files).hasSize(1);
    }
    assertThat(card.text())
        .contains("| digest of settings and data | key7 |", "| SHA-256 of the weights | ab12 |")
        .contains("| clips, micro casme2 | d1g |", "| seeds | 7 |", "| DJL | 0.36.0 |");
  }

  private static JsonNode head(String text) throws Exception {
    String[] parts = text.split("---\n", 3);
    assertThat(parts[0]).isEmpty();
    return new YAMLMapper().readTree(parts[1]);
  }

  private static ModelCard card(
      String name, List<String> heldOut, List<LearntData> data, Optional<RowScores> measured) {
    ModelRecord record =
        new ModelRecord(
            ModelRecord.FORMAT,
            Row.L_C,
            List.of("negative", "positive"),
            heldOut,
            Map.of(),
            new ModelRecord.Origin(
                "1.0",
                "17 (x)",
                "Linux",
                new TreeMap<>(Map.of("DJL", "0.36.0")),
                List.of(7L),
                new TreeMap<>(Map.of("micro casme2", "d1g"))),
            "key7",
            "ab12");
    return new ModelCard(name, "It is a net.", record, data, "last epoch", measured);
  }

  private static Optional<RowScores> measured() {
    return Optional.of(
        new RowScores(
            Row.L_C,
            1,
            120,
            24,
            List.of(score(Score.ACCURACY, .7), score(Score.UF1, .61234), score(Score.UAR, .6)),
            List.of("One class was never shown.")));
  }

  private static SeedScore score(Score score, double value) {
    return new SeedScore(
        Row.L_C,
        Scoreboard.ALL,
        score.key(),
        value,
        List.of(value),
        new Interval(value - .05, value + .05));
  }
}
