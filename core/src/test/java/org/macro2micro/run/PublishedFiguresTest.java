package org.macro2micro.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macro2micro.experiment.Row;
import org.macro2micro.experiment.RowScores;
import org.macro2micro.experiment.Scoreboard;
import org.macro2micro.experiment.SeedScore;
import org.macro2micro.metric.Score;
import org.macro2micro.report.NumberText;

/** The pages of results on flow say what the published predictions give. */
class PublishedFiguresTest {
  private static final Path PAGES = Path.of("..", "docs", "results");
  private static final Path PREDICTIONS = Path.of("..", "results");
  private static final List<String> DATABASES = List.of("casme2", "smic", "samm");

  /**
   * The page, the folder of a row's runs, how many they are, and how the page's line of it begins.
   */
  @ParameterizedTest
  @CsvSource({
    "mer-flow.md, mer-flow/two-stream, c, 5, | L_c (no macro-expressions) | 5 |",
    "mer-flow.md, mer-flow/two-stream, c-continued, 5, '| L_c, continued (control) | 5 |'",
    "mer-flow.md, mer-flow/two-stream, c+s, 5, | L_c+L_s | 5 |",
    "mer-flow.md, mer-flow/two-stream, c+sam+t, 5, | L_c+L_sam+L_t | 5 |",
    "mer-flow.md, mer-flow/two-stream, c+s+sam+t, 5, | L_c+L_s+L_sam+L_t | 5 |",
    "mer-flow.md, mer-flow/two-stream, c+con, 5, | L_c+L_con | 5 |",
    "mer-flow.md, mer-flow/two-stream, c+s+sam+t+con, 5, | all terms (macro-to-micro) | 5 |",
    "mer-flow.md, mer-flow-contrast, c, 5, | L_c | 5 |",
    "mer-flow.md, mer-flow-contrast, c-continued, 5, '| L_c, continued | 5 |'",
    "mer-flow.md, mer-flow-contrast, c+con, 5, '| L_c+L_con, both kinds of clips | 5 |'",
    "mer-flow.md, mer-flow-contrast, c+con-micro, 5, '| L_c+L_con, micro clips alone | 5 |'",
    "mer-flow.md, mer-flow-guided/fine-tuned, fine-tuned, 5, | Fine-tuned | 5 |",
    "mer-flow.md, mer-flow-guided/fine-tuned-without-macro, fine-tuned, 5, '| Fine-tuned, micro clips alone (control) | 5 |'",
    "mer-flow.md, mer-flow-guided/dynamic, dynamic, 5, | Dynamic | 5 |",
    "mer-flow.md, mer-flow-guided/dynamic-without-macro, dynamic, 5, '| Dynamic, micro clips alone (control) | 5 |'",
    "mer-flow.md, mer-flow-guided/emr, emr, 5, | EMR | 5 |",
    "mer-flow.md, mer-flow-guided/emr-without-macro, emr, 5, '| EMR, micro clips alone (control) | 5 |'",
    "mer-flow.md, mer-flow-guided/micronet, micronet, 5, | MicroNet | 5 |",
    "mer-flow.md, mer-flow-guided/micronet-without-macro, micronet, 5, '| MicroNet, micro clips alone (control) | 5 |'",
    "mer-flow.md, mer-flow-guided/dssn, dssn, 5, | DSSN | 5 |",
    "mer-flow.md, mer-flow/off-apexnet, off-apexnet, 5, | OFF-ApexNet | 5 |",
    "mer-flow.md, mer-flow/dual-inception, dual-inception, 5, | Dual-Inception | 5 |",
    "mer-flow.md, mer-flow/ststnet, ststnet, 5, | STSTNet | 5 |",
    "mer-flow-history.md, mer-flow/ststnet, ststnet, 5, | 5e-5 x 800 (the authors') | 5 |",
    "mer-flow-history.md, mer-flow-ststnet/constant, ststnet, 5, | 2e-3 x 100 | 5 |",
    "mer-flow-history.md, mer-flow-ststnet/cosine, ststnet, 5, '| 2e-3 x 100, cosine | 5 |'",
    "mer-flow.md, mer-flow/flow-kernel, flow-kernel, 1, '| flow-kernel (ours, no paper''s) | none |'"
  })
  void thePageSaysWhatThePredictionsGive(
      String page, String folder, String row, int runs, String start) throws Exception {
    List<Path> folders;
    try (Stream<Path> listed = Files.list(PREDICTIONS.resolve(folder))) {
      folders = listed.sorted().toList();
    }
    RowScores scored =
        PredictedRows.scores(folders).rows().stream()
            .filter(any -> any.row().toString().equals(row))
            .findFirst()
            .orElseThrow();
    assertThat(scored.runs()).isEqualTo(runs);
    assertThat(scored.clips()).isEqualTo(442);
    assertThat(scored.subjects()).isEqualTo(68);
    StringBuilder line = new StringBuilder(start);
    for (Score score : List.of(Score.UF1, Score.UAR)) {
      SeedScore all = scored.score(Scoreboard.ALL, score);
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
    assertThat(Files.readString(PAGES.resolve(page))).contains(line);
    if (runs > 1 && page.equals("mer-flow.md")) { // The other page has no seeds.
      StringBuilder seeds = new StringBuilder();
      scored
          .score(Scoreboard.ALL, Score.UF1)
          .bySeed()
          .forEach(seed -> seeds.append(" | ").append(NumberText.brief(seed)));
      assertThat(Files.readString(PAGES.resolve(page))).contains(seeds + " |");
    }
  }

  /**
   * How the page's line begins; the folder and the row that it speaks of, then those of the row
   * that is taken away.
   */
  @ParameterizedTest
  @CsvSource({
    "'L_c+L_con, both kinds of clips against L_c+L_con, micro clips alone', mer-flow-contrast, c+con, mer-flow-contrast, c+con-micro",
    "'L_c+L_con, both kinds of clips against L_c, continued', mer-flow-contrast, c+con, mer-flow-contrast, c-continued",
    "'L_c+L_con, micro clips alone against L_c, continued', mer-flow-contrast, c+con-micro, mer-flow-contrast, c-continued",
    "'L_c+L_con, both kinds of clips against L_c', mer-flow-contrast, c+con, mer-flow-contrast, c",
    "'L_c+L_con, micro clips alone against L_c', mer-flow-contrast, c+con-micro, mer-flow-contrast, c",
    "'L_c, continued against L_c', mer-flow-contrast, c-continued, mer-flow-contrast, c",
    "Fine-tuned against its control, mer-flow-guided/fine-tuned, fine-tuned, mer-flow-guided/fine-tuned-without-macro, fine-tuned",
    "Fine-tuned against L_c (of the section before), mer-flow-guided/fine-tuned, fine-tuned, mer-flow-contrast, c",
    "Fine-tuned's control against L_c, mer-flow-guided/fine-tuned-without-macro, fine-tuned, mer-flow-contrast, c",
    "'Fine-tuned against L_c+L_con, both kinds of clips', mer-flow-guided/fine-tuned, fine-tuned, mer-flow-contrast, c+con",
    "Dynamic against its control, mer-flow-guided/dynamic, dynamic, mer-flow-guided/dynamic-without-macro, dynamic",
    "Dynamic's control against L_c, mer-flow-guided/dynamic-without-macro, dynamic, mer-flow-contrast, c",
    "Dynamic against L_c, mer-flow-guided/dynamic, dynamic, mer-flow-contrast, c",
    "Dynamic against fine-tuned, mer-flow-guided/dynamic, dynamic, mer-flow-guided/fine-tuned, fine-tuned",
    "OFF-ApexNet against fine-tuned, mer-flow/off-apexnet, off-apexnet, mer-flow-guided/fine-tuned, fine-tuned",
    "OFF-ApexNet against Dynamic, mer-flow/off-apexnet, off-apexnet, mer-flow-guided/dynamic, dynamic",
    "OFF-ApexNet against EMR, mer-flow/off-apexnet, off-apexnet, mer-flow-guided/emr, emr",
    "flow-kernel against fine-tuned, mer-flow/flow-kernel, flow-kernel, mer-flow-guided/fine-tuned, fine-tuned",
    "flow-kernel against Dynamic, mer-flow/flow-kernel, flow-kernel, mer-flow-guided/dynamic, dynamic",
    "flow-kernel against EMR, mer-flow/flow-kernel, flow-kernel, mer-flow-guided/emr, emr",
    "EMR against its control, mer-flow-guided/emr, emr, mer-flow-guided/emr-without-macro, emr",
    "EMR's control against L_c, mer-flow-guided/emr-without-macro, emr, mer-flow-contrast, c",
    "EMR's control against fine-tuned's, mer-flow-guided/emr-without-macro, emr, mer-flow-guided/fine-tuned-without-macro, fine-tuned",
    "EMR against L_c, mer-flow-guided/emr, emr, mer-flow-contrast, c",
    "'EMR against L_c+L_con, both kinds of clips', mer-flow-guided/emr, emr, mer-flow-contrast, c+con",
    "Fine-tuned against EMR, mer-flow-guided/fine-tuned, fine-tuned, mer-flow-guided/emr, emr",
    "MicroNet against its control, mer-flow-guided/micronet, micronet, mer-flow-guided/micronet-without-macro, micronet",
    "MicroNet's control against L_c, mer-flow-guided/micronet-without-macro, micronet, mer-flow-contrast, c",
    "MicroNet against L_c, mer-flow-guided/micronet, micronet, mer-flow-contrast, c",
    "Fine-tuned against MicroNet, mer-flow-guided/fine-tuned, fine-tuned, mer-flow-guided/micronet, micronet",
    "EMR against MicroNet, mer-flow-guided/emr, emr, mer-flow-guided/micronet, micronet",
    "OFF-ApexNet against MicroNet, mer-flow/off-apexnet, off-apexnet, mer-flow-guided/micronet, micronet",
    "DSSN against L_c, mer-flow-guided/dssn, dssn, mer-flow-contrast, c",
    "DSSN against Dual-Inception, mer-flow-guided/dssn, dssn, mer-flow/dual-inception, dual-inception",
    "STSTNet against DSSN, mer-flow/ststnet, ststnet, mer-flow-guided/dssn, dssn",
    "Fine-tuned against DSSN, mer-flow-guided/fine-tuned, fine-tuned, mer-flow-guided/dssn, dssn",
    "OFF-ApexNet against DSSN, mer-flow/off-apexnet, off-apexnet, mer-flow-guided/dssn, dssn",
    "EMR against DSSN, mer-flow-guided/emr, emr, mer-flow-guided/dssn, dssn",
    "DSSN against MicroNet, mer-flow-guided/dssn, dssn, mer-flow-guided/micronet, micronet"
  })
  void thePageSaysHowRowsDiffer(
      String start, String folder, String row, String lessFolder, String lessRow) throws Exception {
    StringBuilder line = new StringBuilder("| " + start + " |");
    RunComparison found = RunComparison.of(side(lessFolder, lessRow), side(folder, row));
    for (RunComparison.Line score : found.lines()) {
      if (List.of(Score.UF1.key(), Score.UAR.key()).contains(score.score())) {
        line.append(
            " %s %s | %s |"
                .formatted(
                    NumberText.briefDifference(score.difference()),
                    NumberText.briefDifferenceInterval(score.interval()),
                    NumberText.briefP(score.p()).replace("<", "\\<")));
      }
    }
    assertThat(Files.readString(PAGES.resolve("mer-flow.md"))).contains(line);
  }

  private static RunComparison.Side side(String folder, String row) throws Exception {
    try (Stream<Path> listed = Files.list(PREDICTIONS.resolve(folder))) {
      return new RunComparison.Side(listed.sorted().toList(), Row.parse(row));
    }
  }
}
