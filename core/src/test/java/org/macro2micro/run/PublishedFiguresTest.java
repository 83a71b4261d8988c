package org.macro2micro.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  /** The folder of five runs, a row in it, and how the page's line of it begins: name and seeds. */
  @ParameterizedTest
  @CsvSource({
    "mer-flow, c, | L_c (no macro-expressions) | 5 |",
    "mer-flow, c-continued, '| L_c, continued (control) | 5 |'",
    "mer-flow, c+s, | L_c+L_s | 5 |",
    "mer-flow, c+sam+t, | L_c+L_sam+L_t | 5 |",
    "mer-flow, c+s+sam+t, | L_c+L_s+L_sam+L_t | 5 |",
    "mer-flow, c+con, | L_c+L_con | 5 |",
    "mer-flow, c+s+sam+t+con, | all terms (macro-to-micro) | 5 |",
    "mer-flow, off-apexnet, | OFF-ApexNet | 5 |",
    "mer-flow, dual-inception, | Dual-Inception | 5 |",
    "mer-flow, ststnet, | STSTNet | 5 |",
    "mer-flow, ststnet, | 5e-5 x 800 (the authors') | 5 |",
    "mer-flow/ststnet-constant, ststnet, | 2e-3 x 100 | 5 |",
    "mer-flow/ststnet-cosine, ststnet, '| 2e-3 x 100, cosine | 5 |'",
    "mer-flow, flow-kernel, '| flow-kernel (ours, no paper''s) | none |'"
  })
  void thePageSaysWhatThePredictionsGive(String folder, String row, String start) throws Exception {
    List<Path> folders =
        IntStream.rangeClosed(1, 5).mapToObj(i -> RESULTS.resolve(folder + "/seed-" + i)).toList();
    RunScores.Row scored =
        PredictedRows.scores(folders).rows().stream()
            .filter(any -> any.row().equals(row))
            .findFirst()
            .orElseThrow();
    assertThat(scored.runs()).isEqualTo(5);
    assertThat(scored.clips()).isEqualTo(442);
    assertThat(scored.subjects()).isEqualTo(68);
    StringBuilder line = new StringBuilder(start);
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
