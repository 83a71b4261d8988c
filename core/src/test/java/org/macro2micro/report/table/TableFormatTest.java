package org.macro2micro.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.macro2micro.experiment.ModelSelection;
import org.macro2micro.experiment.PaperTable;

class TableFormatTest {
  private static final PaperTable SMALL = PaperTableCases.small(ModelSelection.LAST_EPOCH, .03);

  /** The whole text, worked out and read line by line once: small-table.txt and its like. */
  @ParameterizedTest
  @EnumSource
  void eachFormIsThisToTheLetter(TableFormat format) throws IOException {
    try (InputStream expected =
        TableFormatTest.class.getResourceAsStream("small-table." + format.extension())) {
      assertThat(format.render(SMALL))
          .isEqualTo(new String(expected.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void jsonIsJson() throws IOException {
    JsonNode json = new ObjectMapper().readTree(TableFormat.JSON.render(SMALL));
    assertThat(json.at("/columns/0/cells/2/versus_c/p").asDouble()).isEqualTo(.03);
    assertThat(json.at("/columns/0/cells/2/paper").asDouble()).isEqualTo(.751);
    assertThat(json.at("/columns/0/cells/0/versus_c").isNull()).isTrue();
    JsonNode composite =
        new ObjectMapper().readTree(TableFormat.JSON.render(PaperTableCases.composite()));
    assertThat(composite.at("/columns")).hasSize(4);
    assertThat(composite.at("/columns/0/cells/2/name").asText()).isEqualTo("L_c, continued");
    assertThat(composite.at("/columns/0/cells/2/paper").isNull()).isTrue();
    assertThat(composite.at("/missing/0").asText()).isEqualTo("casme2+smic+samm/mmi");
  }

  /** A note ends the text; texts that would be markup elsewhere stay texts. */
  @Test
  void textsAreNeverMarkup() {
    PaperTable hostile =
        new PaperTable(
            2,
            "a|b\u001b[2J_c_ {x} $5 50% \\end & ~^#\"",
            SMALL.rows(),
            SMALL.columns(),
            List.of("[note]"));
    assertThat(TableFormat.TEXT.render(hostile))
        .startsWith("Table 2: a|b [2J_c_ {x} $5 50% \\end & ~^#\"\n")
        .endsWith("\n[note]\n");
    assertThat(TableFormat.MARKDOWN.render(hostile))
        .startsWith("Table 2: a\\|b [2J\\_c\\_ {x} $5 50% \\\\end & ~^#\"\n");
    assertThat(TableFormat.LATEX.render(hostile))
        .contains(
            "\\caption{Table 2: a\\textbar{}b [2J\\_c\\_ \\{x\\} \\$5 50\\% \\textbackslash{}end \\& \\textasciitilde{}\\textasciicircum{}\\#''. Measured (paper).}\n",
            "\\item{} [note]\n");
  }

  /** Braces and environments close, every line of a tabular has as many cells. */
  @Test
  void latexIsWellFormed() {
    for (PaperTable table : List.of(PaperTableCases.singles(), PaperTableCases.composite())) {
      String tex = TableFormat.LATEX.render(table).replace("\\{", "").replace("\\}", "");
      assertThat(count(tex, "\\{")).isEqualTo(count(tex, "}"));
      for (String environment : List.of("table\\*", "tabular", "itemize")) {
        assertThat(count(tex, "\\\\begin\\{" + environment))
            .isEqualTo(count(tex, "\\\\end\\{" + environment))
            .isPositive();
      }
      assertThat(count(tex, "\\$") % 2).isZero();
      tex.lines()
          .filter(line -> line.startsWith("$"))
          .forEach(line -> assertThat(line).endsWith(" \\\\").contains(" & "));
      assertThat(tex).matches(Pattern.compile("\\p{ASCII}*"));
    }
    String eight = TableFormat.LATEX.render(PaperTableCases.singles());
    assertThat(eight).contains("\\begin{tabular}{lcccccccc}");
    assertThat(eight.lines().filter(line -> line.startsWith("$")))
        .hasSize(7 + 6)
        .allMatch(line -> count(line, " & ") == 8);
  }

  @ParameterizedTest
  @EnumSource
  void everySelectionStandsInEveryHead(ModelSelection selection) {
    PaperTable table = PaperTableCases.small(selection, .5);
    for (TableFormat format : TableFormat.values()) {
      assertThat(format.render(table)).as(format.name()).contains(selection.head());
    }
    String leak = "chosen by the held-out subject's own labels";
    boolean leaks = selection == ModelSelection.TEST_SELECTED;
    assertThat(TableFormat.TEXT.render(table).contains(leak)).isEqualTo(leaks);
    assertThat(TableFormat.TEXT.render(table))
        .contains("         " + selection.head() + ", 2 seeds\n");
    assertThat(TableFormat.MARKDOWN.render(table))
        .contains("| row | lab CASME II (lab CK+), " + selection.head() + ", 2 seeds: Acc |");
    assertThat(TableFormat.LATEX.render(table))
        .contains("\\multicolumn{2}{c}{" + selection.head() + ", 2 seeds}");
  }

  @Test
  void everyNumberHasItsLineOfCsv() {
    PaperTable table = PaperTableCases.composite();
    var lines =
        CsvReader.builder().ofNamedCsvRecord(TableFormat.CSV.render(table)).stream().toList();
    // Seven rows, two scores, the composite and three databases by themselves.
    assertThat(lines).hasSize(7 * 2 * 4);
    assertThat(lines.stream().filter(line -> !line.getField("p").isEmpty())).hasSize(6 * 2);
    assertThat(
            lines.stream()
                .filter(line -> line.getField("part").equals("samm"))
                .map(line -> line.getField("paper"))
                .filter(paper -> !paper.isEmpty()))
        .containsExactly("0.896", "0.884");
    assertThat(lines.get(0).getField("seeds")).isEqualTo("1 2 3");
    assertThat(lines.get(0).getField("by_seed").split(" ")).hasSize(3);
  }

  @Test
  void formatsHaveEndsOfFileNames() {
    assertThat(TableFormat.values())
        .extracting(TableFormat::extension)
        .containsExactly("txt", "md", "tex", "csv", "json");
  }

  private static int count(String text, String pattern) {
    return (int) Pattern.compile(pattern).matcher(text).results().count();
  }
}
