package org.macro2micro.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.macro2micro.experiment.ModelSelection;
import org.macro2micro.experiment.PaperTable;
import org.macro2micro.experiment.Provenance;
import org.macro2micro.experiment.Workforce;

class TablePageTest {
  private static final PaperTable SINGLES = PaperTableCases.singles();
  private static final String PAGE = TablePage.render(TableContent.of(SINGLES));

  private static String small(ModelSelection selection) {
    return TablePage.render(TableContent.of(PaperTableCases.small(selection, .03)));
  }

  /** Left in the build folder, so that whoever changes the page can look at it. */
  @Test
  void thePageIsOneFile() throws IOException {
    Path page = Path.of("target", "example-report", "table.html");
    TablePage.write(page, TableContent.of(SINGLES));
    assertThat(page).hasContent(PAGE);
  }

  /** The whole of what a reader of a small table sees. */
  @Test
  void isThisToTheLetter() throws IOException {
    try (InputStream expected = TablePageTest.class.getResourceAsStream("small-table-page.txt")) {
      assertThat(text(small(ModelSelection.LAST_EPOCH)))
          .isEqualTo(new String(expected.readAllBytes(), StandardCharsets.UTF_8).strip());
    }
  }

  @Test
  void showsEveryNumber() {
    TableView view = TableView.of(SINGLES);
    String text = text(PAGE);
    for (TableGroup group : view.groups()) {
      assertThat(text).contains(group.name() + " last epoch, 3 seeds", group.caption());
      for (TableLine line : view.lines(group)) {
        assertThat(text)
            .contains(
                PaperNames.row(line.measured().row())
                    + " "
                    + view.scoreName(line.metric())
                    + " "
                    + line.withInterval()
                    + " "
                    + String.join(" ", line.bySeed()));
        line.difference().ifPresent(d -> assertThat(text).contains(line.versus() + " " + line.p()));
      }
    }
    view.notes().forEach(note -> assertThat(text).contains(note));
  }

  @ParameterizedTest
  @EnumSource
  void everySelectionStandsInTheHead(ModelSelection selection) {
    String page = small(selection);
    boolean leaks = selection == ModelSelection.TEST_SELECTED;
    assertThat(text(page)).contains("lab CASME II (lab CK+) " + selection.head() + ", 2 seeds");
    assertThat(page.contains("These scores leak.")).isEqualTo(leaks);
    assertThat(page.contains("class=\"leak\"")).isEqualTo(leaks);
  }

  @Test
  void tellsTestedLabFacesFromLabTeachers() {
    assertThat(text(small(ModelSelection.LAST_EPOCH)))
        .contains("Lab data.")
        .doesNotContain("Lab macro-expressions.");
    String guided = text(TablePage.render(TableContent.of(PaperTableCases.composite())));
    assertThat(guided).contains("Lab macro-expressions.").doesNotContain("Lab data.");
  }

  @Test
  void loadsNothingAndIsWellFormed() {
    Matcher address = Pattern.compile("\\b(?:src|href)\\s*=\\s*\"([^\"]*)").matcher(PAGE);
    List<String> addresses = address.results().map(found -> found.group(1)).toList();
    assertThat(addresses).hasSize(3).allMatch(found -> found.startsWith("#"));
    assertThat(PAGE)
        .startsWith("<!DOCTYPE html>")
        .contains("default-src 'none'", "prefers-color-scheme: dark", "<html lang=\"en\">")
        .doesNotContain("<script", "@import", "url(");
    for (String element : List.of("table", "section", "div", "details", "tr", "td", "th", "sub")) {
      assertThat(count("<" + element + "[ >]")).isEqualTo(count("</" + element + ">")).isPositive();
    }
    assertThat(count("<details open>")).isEqualTo(1);
    assertThat(count("<details")).isEqualTo(4);
  }

  @Test
  void everythingElseIsThereIfHandedIn() {
    String script = "<script>alert('x')</script>";
    PaperTable small = PaperTableCases.small(ModelSelection.LAST_EPOCH, .5);
    String page =
        TablePage.render(
            new TableContent(
                new PaperTable(2, script, small.rows(), small.columns(), List.of(script)),
                List.of(script),
                Map.of("a", Map.of("b", script)),
                Optional.of(
                    new Provenance(
                        "0.2.0",
                        "17",
                        "Linux",
                        new TreeMap<>(),
                        "cpu",
                        new Workforce(2, 1, "measured"),
                        Instant.parse("2026-01-02T03:04:05Z"),
                        61,
                        List.of(1L, 2L),
                        new TreeMap<>()))));
    assertThat(page)
        .doesNotContain("<script")
        .contains("<th scope=\"row\">a.b</th><td>&lt;script", "<li>&lt;script&gt;");
    assertThat(text(page))
        .contains(
            "Problems and left-out clips",
            "Took 1 min 01 s",
            "2 processes, 1 thread each: measured");
    assertThat(PAGE).doesNotContain("#problems", "#settings", "#provenance");
  }

  private static int count(String pattern) {
    String markup = PAGE.replaceAll("(?s)<style>.*?</style>", "");
    return (int) Pattern.compile(pattern).matcher(markup).results().count();
  }

  @Test
  void onlyTermsAreSetAsFormulas() {
    assertThat(TablePageView.marks("L_c+L_sam"))
        .extracting(TablePageView.Mark::text)
        .containsExactly("L", "c", "+", "L", "sam");
    for (String method : List.of("LBP-TOP", "STCLQP", "STLBP-IP")) {
      assertThat(TablePageView.marks(method))
          .containsExactly(new TablePageView.Mark(method, false));
    }
  }

  /** What a reader sees, with subscripts as in the paper's names. */
  private static String text(String page) {
    return page.substring(page.indexOf("<body"))
        .replaceAll("<sub>", "_")
        .replaceAll("</?(i|sub|wbr)>", "")
        .replaceAll("<[^>]*>", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
