package org.macro2micro.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macro2micro.experiment.RunScores;
import org.macro2micro.experiment.SeedScore;
import org.macro2micro.experiment.TableColumn;
import org.macro2micro.metric.Score;
import org.macro2micro.report.NumberText;

/** The page of results on flow says what its published predictions give. */
class PublishedFiguresTest {
  private static final Path RESULTS = Path.of("..", "docs", "results");
  private static final List<String> DATABASES = List.of("casme2", "smic", "samm");
  private static final Map<String, String> NAMES =
      Map.of(
          "c", "L_c (no macro-expressions)",
          "c-continued", "L_c, continued (control)",
          "c+s+sam+t+con", "all terms (macro-to-micro)",
          "off-apexnet", "OFF-ApexNet",
          "ststnet", "STSTNet",
          "dual-inception", "Dual-Inception",
          "flow-kernel", "flow-kernel (ours, no paper's)");

  /** How many of five runs have the row, and what the page says of seeds. */
  @ParameterizedTest
  @CsvSource({
    "c, 5, 5",
    "c-continued, 5, 5",
    "c+s+sam+t+con, 5, 5",
    "off-apexnet, 5, 5",
    "dual-inception, 5, 5",
    "ststnet, 1, 1",
    "flow-kernel, 5, none"
  })
  void thePageSaysWhatThePredictionsGive(String row, int runs, String seeds) throws Exception {
    List<Path> folders =
        IntStream.rangeClosed(1, 5).mapToObj(i -> RESULTS.resolve("mer-flow/seed-" + i)).toList();
    RunScores.Row scored =
        PredictedRows.scores(folders).rows().stream()
            .filter(any -> any.row().equals(row))
            .findFirst()
            .orElseThrow();
    assertThat(scored.runs()).isEqualTo(runs);
    assertThat(scored.clips()).isEqualTo(442);
    assertThat(scored.subjects()).isEqualTo(68);
    StringBuilder line = new StringBuilder("| %s | %s |".formatted(NAMES.get(row), seeds));
    for (Score score : List.of(Score.UF1, Score.UAR)) {
      SeedScore all = scored.score(TableColumn.ALL, score);
      line.append(
          " %s %s |"
              .formatted(NumberText.brief(all.mean()), NumberText.briefInterval(all.interval())));
    }
    for (String database : DATABASES) {
      line.append(
          " %s / %s |"
              .formatted(
                  NumberText.brief(scored.score(database, Score.UF1).mean()),
                  NumberText.brief(scored.score(database, Score.UAR).mean())));
    }
    String page = Files.readString(RESULTS.resolve("mer-flow.md"));
    assertThat(page).contains(line);
  }
}
