package org.macro2micro.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.macro2micro.experiment.ColumnTask;
import org.macro2micro.experiment.ModelSelection;
import org.macro2micro.experiment.PaperTable;
import org.macro2micro.experiment.Row;
import org.macro2micro.report.NumberText;

class TableNotesTest {
  private static List<String> notes(PaperTable table) {
    return TableView.of(table).notes();
  }

  private static String verdict(double p) {
    return notes(PaperTableCases.small(ModelSelection.LAST_EPOCH, p)).stream()
        .filter(note -> note.startsWith("lab CASME II"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nothingIsHigherUnlessPIsBelowOneInTwenty() {
    assertThat(verdict(.05))
        .isEqualTo(
            "lab CASME II (lab CK+): no row can be distinguished from L_c; smallest p of 2 comparisons: .050.");
    assertThat(verdict(.0499))
        .isEqualTo(
            "lab CASME II (lab CK+): p < .05 for L_c+L_s in Acc, higher than L_c (+.021, p .050). The others, 1 of 2, can't be distinguished from noise.");
    for (String note : notes(PaperTableCases.small(ModelSelection.LAST_EPOCH, .05))) {
      assertThat(note).doesNotContainIgnoringCase("better", "higher", "improve", "gain over");
    }
  }

  @Test
  void saysHowManyComparisonsWereMade() {
    assertThat(String.join("\n", notes(PaperTableCases.singles())))
        .contains(
            "Comparisons made: 48, none corrected for the others; without any true difference about 2.4 of them would have p < .05.");
    assertThat(String.join("\n", notes(PaperTableCases.composite())))
        .contains("Comparisons made: 12,");
    PaperTable alone = new PaperTable(2, "nothing", List.of(Row.L_C), List.of(), List.of());
    assertThat(String.join("\n", notes(alone)))
        .doesNotContain("Comparisons", "permutation", "\"lab\"", "leaks", "one seed")
        .contains(
            "Not there, as their databases were not given: CASME II (CK+), SMIC (CK+), SAMM (CK+), CASME II (MMI), SMIC (MMI), SAMM (MMI).");
  }

  @Test
  void namesWhatIsMissingAndWhatStandsIn() {
    String composite = String.join("\n", notes(PaperTableCases.composite()));
    assertThat(composite)
        .contains(
            "Not there, as their databases were not given: composite (MMI).",
            "faces that the lab drew stand in for CK+, from which MaNet learnt; the tested clips are those that were given.",
            "Row L_c, continued is a control",
            "only Table 5's \"ours\"")
        .doesNotContain("lacks SMIC", "In the paper:");
  }

  /** One real micro database of three under Table 3, one of two macro databases. */
  @Test
  void aCompositeOfFewerDatabasesSaysSo() {
    ColumnTask two =
        PaperTableCases.task(
            List.of("casme2", "samm"), "mmi", List.of("samm"), ModelSelection.LAST_EPOCH);
    PaperTable table = PaperTableCases.full(3, ModelSelection.LAST_EPOCH, List.of(two));
    assertThat(TableView.of(table).groups())
        .extracting(TableGroup::name)
        .containsExactly(
            "CASME II + lab SAMM (MMI)",
            "CASME II of CASME II + lab SAMM (MMI)",
            "lab SAMM of CASME II + lab SAMM (MMI)");
    assertThat(String.join("\n", notes(table)))
        .contains(
            "faces that the lab drew stand in for SAMM. Such numbers show that the procedure works, and nothing about these databases",
            "CASME II + lab SAMM (MMI) lacks SMIC; the paper's numbers beside it are of all three databases together.",
            "In the paper: Table 3 prints the same two numbers");
  }

  @Test
  void theControlOfTheContrastIsExplained() {
    List<Row> rows = List.of(Row.L_C, Row.parse("c+con"), Row.MICRO_CONTRAST);
    String note = "L_c+L_con, micro alone is a control that the paper lacks";
    assertThat(String.join("\n", notes(new PaperTable(2, "t", rows, List.of(), List.of()))))
        .contains(note);
    assertThat(
            String.join(
                "\n", notes(new PaperTable(2, "t", rows.subList(0, 2), List.of(), List.of()))))
        .doesNotContain(note);
  }

  @Test
  void aRowThatIsPartlyAGuessSaysSo() {
    List<Row> rows = List.of(Row.L_C, Row.parse("higo-top"), Row.parse("boost"));
    String four = String.join("\n", notes(new PaperTable(4, "four", rows, List.of(), List.of())));
    assertThat(four)
        .contains("Boost: only its magnification is public; the descriptor", "are a guess")
        .doesNotContain("HIGO:");
    List<Row> dynamic = List.of(Row.L_C, Row.parse("dynamic"));
    assertThat(String.join("\n", notes(new PaperTable(4, "four", dynamic, List.of(), List.of()))))
        .contains("Dynamic: neither its code nor its paper could be read", "are of four classes");
    PaperTable without =
        new PaperTable(4, "four", List.of(Row.L_C, rows.get(1)), List.of(), List.of());
    assertThat(String.join("\n", notes(without))).doesNotContain("guess");
  }

  @Test
  void aSingleSeedSaysSo() {
    PaperTable small = PaperTableCases.small(ModelSelection.LAST_EPOCH, .5);
    var column = small.columns().get(0);
    var single =
        new org.macro2micro.experiment.TableColumn(
            column.task(),
            1,
            1,
            List.of(4L),
            column.scores().stream()
                .map(
                    s ->
                        new org.macro2micro.experiment.SeedScore(
                            s.row(), s.part(), s.metric(), s.mean(), List.of(.5), s.interval()))
                .toList(),
            column.differences());
    PaperTable table = new PaperTable(2, "t", small.rows(), List.of(single), List.of());
    assertThat(notes(table)).anyMatch(note -> note.startsWith("With one seed it is not known"));
    assertThat(TableView.of(table).groups().get(0).selection()).isEqualTo("last epoch, 1 seed");
    assertThat(TableView.of(table).groups().get(0).caption())
        .isEqualTo(
            "lab CASME II (lab CK+): model selection last epoch, seed 4; 1 clips of 1 subjects; scheme cde: negative, positive, surprise");
  }

  @Test
  void namesAreThePapers() {
    assertThat(PaperNames.row(Row.ALL_TERMS)).isEqualTo("L_c+L_s+L_sam+L_t+L_con");
    assertThat(PaperNames.row(Row.CONTROL)).isEqualTo("L_c, continued");
    assertThat(PaperNames.rowTex(Row.CONTROL)).isEqualTo("$\\mathcal{L}_{c}$, continued");
    assertThat(PaperNames.row(Row.MICRO_CONTRAST)).isEqualTo("L_c+L_con, micro alone");
    assertThat(PaperNames.rowTex(Row.MICRO_CONTRAST))
        .isEqualTo("$\\mathcal{L}_{c}+\\mathcal{L}_{con}$, micro alone");
    assertThat(TablePageView.marks("L_c+L_con, micro alone"))
        .extracting(mark -> mark.text())
        .containsExactly("L", "c", "+", "L", "con", ", micro alone");
    assertThat(PaperNames.database("own")).isEqualTo("own");
    assertThat(TablePageView.marks("L_c+L_sam, L_t"))
        .extracting(mark -> (mark.subscript() ? "_" : "") + mark.text())
        .containsExactly("L", "_c", "+", "L", "_sam", ", ", "L", "_t");
    assertThat(NumberText.brief(-.0304)).isEqualTo("-.030");
    assertThat(NumberText.briefP(.0001)).isEqualTo("<.001");
    assertThat(NumberText.briefDifference(-.0001)).isEqualTo(".000");
  }
}
