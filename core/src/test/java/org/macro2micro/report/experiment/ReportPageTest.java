package org.macro2micro.report.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.macro2micro.report.PageText.count;
import static org.macro2micro.report.PageText.markup;
import static org.macro2micro.report.PageText.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.macro2micro.drawing.PngImage;
import org.macro2micro.experiment.ModelSelection;
import org.macro2micro.experiment.Row;
import org.macro2micro.experiment.RowDifference;
import org.macro2micro.experiment.RowScores;
import org.macro2micro.experiment.SeedScore;
import org.macro2micro.metric.ConfusionMatrix;
import org.macro2micro.metric.Interval;
import org.macro2micro.metric.Score;
import org.macro2micro.report.CurveData;
import org.macro2micro.report.IntervalBar;
import org.macro2micro.report.NumberText;
import org.macro2micro.report.PageText;

class ReportPageTest {
  private static final String FULL = ReportPage.render(ReportCases.full());

  /** Left in the build folder, so that whoever changes the page can look at it. */
  @Test
  void thePageIsOneFile() throws IOException {
    Path page = Path.of("target", "example-report", "report.html");
    ReportPage.write(page, ReportCases.full());
    assertThat(page).hasContent(FULL);
  }

  @Test
  void showsTheNumbersHandedIn() {
    String text = text(FULL);
    for (RowScores row : ReportCases.full().result().rows()) {
      for (Score score : Score.values()) {
        SeedScore measured = row.score(score);
        assertThat(text)
            .contains(
                NumberText.score(measured.mean()) + " " + NumberText.interval(measured.interval()));
      }
      assertThat(row.parts()).hasSize(4);
      for (String database : row.parts().subList(1, 4)) {
        assertThat(text)
            .contains(
                NumberText.score(row.score(database, Score.UF1).mean())
                    + " "
                    + NumberText.score(row.score(database, Score.UAR).mean()));
      }
    }
    for (ConfusionMatrix confusion : ReportCases.full().result().confusions()) {
      assertThat(text).contains("negative " + confusion.truePositives(0) + " ");
    }
    for (RowDifference difference : ReportCases.full().result().differences()) {
      assertThat(text)
          .contains(
              NumberText.difference(difference.difference())
                  + " "
                  + NumberText.differenceInterval(difference.interval())
                  + " "
                  + NumberText.p(difference.p()).replace("<", "&lt;"));
    }
  }

  @Test
  void tellsEverythingElse() {
    assertThat(text(FULL))
        .contains(
            "No loss term changed the F1 of 24 made-up subjects",
            "With 24 subjects a gain of two points is usually noise",
            "Scores, last epoch",
            "Of 98 held-out macro-expression clips of ckplus (37 of 123 subjects), MaNet called 87%",
            "samm 013_1_9: offset 4210 lies before apex 4310",
            "preprocess.input onset-difference",
            "method.weights 1, 0.1, 0.2, 0.2, 0.1",
            "Java 17.0.12 (Debian)",
            "Started 2026-01-02T03:04:05Z",
            "Took 2 h 05 min",
            "Data of casme2 9f2c41d0a7",
            "smic/sub05/EP04 positive, called negative with probability 0.800 by “c+s+sam+t+con”",
            "casme2/sub01/EP01 negative, called so with probability 0.600");
    assertThat(FULL).contains(ReportCases.full().strips().get(0).frames().get(0).dataUri());
  }

  @Test
  void loadsNothingFromAnywhere() {
    PageText.assertLoadsNothing(FULL);
    assertThat(count(FULL, "src=\"data:")).isEqualTo(16);
    assertThat(FULL).contains("var uPlot=", ".u-wrap");
  }

  @Test
  void isADocumentThatAnybodyCanRead() {
    PageText.assertWellFormed(FULL);
    assertThat(FULL)
        .contains("<title>Ablation of the loss terms")
        .contains("name=\"viewport\"", "prefers-color-scheme: dark", "@media print");
    assertThat(count(FULL, "<img ")).isEqualTo(16).isEqualTo(count(FULL, " alt=\"Frame "));
  }

  @Test
  void textsAreNeverMarkup() {
    String page = ReportPage.render(ReportCases.hostile());
    assertThat(page)
        .doesNotContain("<script>alert", "c&<b>")
        .contains("&lt;script&gt;alert(", "clip db/s&#34; onload=&#34;x/c&amp;&lt;b>\"");
    assertThat(count(page, "<script")).isEqualTo(3).isEqualTo(count(page, "</script>"));
  }

  @Test
  void aLeakIsSaidInTheHead() {
    assertThat(text(ReportPage.render(ReportCases.hostile())))
        .contains("These scores leak.", "Scores, test-selected (leaks)");
    assertThat(text(FULL)).doesNotContain("leak");
  }

  @Test
  void aTableAloneIsAPage() {
    String page = ReportPage.render(ReportContent.of("Two rows.", ReportCases.oneDatabase()));
    assertThat(text(page)).contains("Two rows.", "None were reported.", "None were recorded.");
    assertThat(markup(page))
        .doesNotContain("id=\"databases\"", "id=\"curves\"", "id=\"clips\"", "id=\"provenance\"")
        .doesNotContain("href=\"#databases\"", "href=\"#curves\"", "MaNet");
    assertThat(page).doesNotContain("<script");
  }

  @Test
  void oneRowHasNothingToBeComparedWith() {
    String page =
        ReportPage.render(
            ReportContent.of(
                "One row.",
                ReportCases.result(
                    "t", ModelSelection.LAST_EPOCH, List.of("smic"), List.of(Row.L_C))));
    assertThat(text(page)).doesNotContain("Difference", "F1 less", "permutation");
  }

  @Test
  void curvesAreGroupedByWorkAndTermWithGaps() throws IOException {
    JsonNode works = new ObjectMapper().readTree(CurveData.json(ReportCases.full().curves()));
    assertThat(works).hasSize(1 + 4 * 3);
    JsonNode last = works.get(12);
    assertThat(last.get("work").asText()).isEqualTo("fold smic/sub08 row c+s+sam+t+con");
    assertThat(last.get("epochs")).hasSize(20);
    assertThat(last.get("losses").fieldNames())
        .toIterable()
        .containsExactly("c", "con", "s", "sam", "t", "total");
    JsonNode hostile = new ObjectMapper().readTree(CurveData.json(ReportCases.hostile().curves()));
    assertThat(hostile.get(0).get("work").asText()).startsWith("</script>");
    assertThat(hostile.get(0).get("losses").get("c").get(0).isNull()).isTrue();
    assertThat(hostile.get(0).get("losses").get("con").get(0).asDouble()).isEqualTo(1235);
  }

  @Test
  void barsLieWhereTheNumbersAre() {
    assertThat(IntervalBar.ofScore(.5, new Interval(.25, .75)))
        .isEqualTo(new IntervalBar("25.00", "50.00", "50.00", "0.00"));
    RowDifference wide =
        new RowDifference(Row.parse("b"), Row.parse("a"), "uf1", .1, new Interval(-.2, .4), .5);
    RowDifference narrow =
        new RowDifference(Row.L_C, Row.parse("a"), "uf1", -.1, new Interval(-.2, 0), .5);
    List<RowDifference> column = List.of(wide, narrow);
    assertThat(IntervalBar.ofDifference(wide, column))
        .isEqualTo(new IntervalBar("25.00", "75.00", "62.50", "50.00"));
    assertThat(IntervalBar.ofDifference(narrow, column))
        .isEqualTo(new IntervalBar("25.00", "25.00", "37.50", "50.00"));
    RowDifference none =
        new RowDifference(Row.parse("d"), Row.parse("a"), "uf1", 0, new Interval(0, 0), 1);
    assertThat(IntervalBar.ofDifference(none, List.of(none)))
        .isEqualTo(new IntervalBar("50.00", "0.00", "50.00", "50.00"));
  }

  @Test
  void refusesPicturesThatAreNone() {
    assertThatThrownBy(() -> PngImage.of(new byte[] {1, 2, 3})).hasMessageContaining("3 bytes");
    assertThatThrownBy(() -> new PngImage("\"><script>"))
        .isInstanceOf(IllegalArgumentException.class);
    FrameStrip strip = ReportCases.full().strips().get(0);
    assertThatThrownBy(() -> new FrameStrip(strip.id(), Row.parse("r"), "a", "b", .5, List.of()))
        .hasMessageContaining("0 pictures");
    assertThatThrownBy(() -> new MacroAccuracy("ckplus", 86.7, 98, "s"))
        .hasMessageContaining("86.7");
  }
}
