package org.macro2micro.report.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macro2micro.experiment.ColumnKey;
import org.macro2micro.experiment.PaperTable;
import org.macro2micro.experiment.Row;

/**
 * The copied numbers against what the paper says about them elsewhere: totals, the gains that its
 * text names, and numbers that it prints twice.
 */
class PublishedResultsTest {
  private static final String ALL_TERMS = "c+s+sam+t+con";
  private final PublishedResults paper = PublishedResults.paper();

  private double number(int table, String row, String column, String score) {
    return paper.published(table, row, column, score).orElseThrow();
  }

  @Test
  void tablesTwoAndThreeAreWhole() {
    for (int table : List.of(2, 3)) {
      for (ColumnKey key : PaperTable.paperColumns(table)) {
        String column = table == 2 ? key.toString() : key.macro();
        for (Row row : Row.PAPER_ROWS) {
          PaperTable.metrics(table)
              .forEach(
                  m ->
                      assertThat(number(table, row.toString(), column, m.key())).isBetween(.6, .9));
        }
      }
    }
  }

  /** Section 3.2: percent gained over the row named, in accuracy and F1, or UF1 and UAR. */
  @ParameterizedTest
  @CsvSource({
    "2, c+s, c, casme2/ckplus, 3.6, 4.5",
    "2, c+sam+t, c, casme2/ckplus, 4.8, 7.0",
    "2, c+con, c, casme2/ckplus, 3.2, 4.7",
    "2, c+s+sam+t, c+con, casme2/ckplus, 2.4, 3.9",
    "2, c+s+sam+t, c+con, smic/ckplus, 2.4, 1.2",
    "2, c+s+sam+t, c+con, samm/ckplus, 2.0, 2.2",
    "2, c+s+sam+t+con, c, casme2/ckplus, 7.6, 11.2",
    "3, c+s+sam+t+con, c, ckplus, 8.2, 7.8",
    "3, c+s+sam+t+con, c, mmi, 6.2, 6.2",
    "4, ours, Graph-TCN, casme2, 5.9, 3.4",
    "4, ours, Bi-WOOF, casme2, 21.1, 14.9",
    "4, ours, Bi-WOOF, smic, 16.4, 15.8",
    "4, ours, Bi-WOOF, samm, 18.4, 36.7",
  })
  void gainsAreThoseOfTheText(
      int table, String row, String over, String column, double first, double second) {
    String one = table == 3 ? "uf1" : "accuracy";
    String other = table == 3 ? "uar" : "uf1";
    assertThat(number(table, row, column, one) - number(table, over, column, one))
        .isCloseTo(first / 100, within(1e-9));
    assertThat(number(table, row, column, other) - number(table, over, column, other))
        .isCloseTo(second / 100, within(1e-9));
  }

  /** The slips that are told beside the tables are there. */
  @Test
  void slipsAreThePapersOwn() {
    for (String score : List.of("accuracy", "uf1")) {
      boolean accuracy = score.equals("accuracy");
      assertThat(number(2, ALL_TERMS, "smic/ckplus", score) - number(2, "c", "smic/ckplus", score))
          .isCloseTo(accuracy ? .091 : .106, within(1e-9));
      assertThat(number(2, ALL_TERMS, "samm/ckplus", score) - number(2, "c", "samm/ckplus", score))
          .isCloseTo(accuracy ? .066 : .071, within(1e-9));
      for (String micro : PaperTable.MICRO) {
        assertThat(number(4, "ours", micro, score))
            .isEqualTo(
                Math.max(
                    number(2, ALL_TERMS, micro + "/ckplus", score),
                    number(2, ALL_TERMS, micro + "/mmi", score)));
      }
    }
    assertThat(number(4, "ours", "samm", "accuracy") - number(4, "Graph-TCN", "samm", "accuracy"))
        .isCloseTo(.017, within(1e-9));
    assertThat(number(5, "Shallow", "composite", "uar")).isEqualTo(.760);
  }

  /** Accuracy and F1. */
  @ParameterizedTest
  @CsvSource({
    "DSSN, casme2, .708, .730",
    "DSSN, smic, .634, .646",
    "DSSN, samm, .574, .464",
    "AU-GACN, casme2, .712, .355",
    "AU-GACN, samm, .702, .433",
    "Dynamic, casme2, .726, .670",
    "Dynamic, smic, .761, .710",
    "MicroNet, casme2, .756, .701",
    "MicroNet, smic, .768, .744",
    "MicroNet, samm, .741, .736",
    "Graph-TCN, casme2, .740, .725",
    "Graph-TCN, samm, .750, .699"
  })
  void tableFourHasTheNumbersOf(String row, String database, double accuracy, double uf1) {
    assertThat(number(4, row, database, "accuracy")).isEqualTo(accuracy);
    assertThat(number(4, row, database, "uf1")).isEqualTo(uf1);
  }

  @ParameterizedTest
  @CsvSource({
    "Neural, composite, .788, .782",
    "Neural, smic, .746, .753",
    "Neural, casme2, .829, .820",
    "Neural, samm, .775, .715",
    "MicroNet, composite, .864, .857",
    "MicroNet, smic, .864, .861",
    "MicroNet, casme2, .870, .872",
    "MicroNet, samm, .825, .819"
  })
  void tableFiveHasTheNumbersOf(String row, String database, double uf1, double uar) {
    assertThat(number(5, row, database, "uf1")).isEqualTo(uf1);
    assertThat(number(5, row, database, "uar")).isEqualTo(uar);
  }

  @Test
  void slipsBelongToTheirColumns() {
    assertThat(paper.slips(2, List.of("smic/mmi"))).isEmpty();
    assertThat(paper.slips(2, List.of("smic/mmi", "smic/ckplus"))).hasSize(1);
    assertThat(paper.slips(2, List.of("samm/ckplus"))).hasSize(2);
    assertThat(paper.slips(3, List.of("ckplus"))).isEmpty();
    assertThat(paper.slips(3, List.of("mmi"))).hasSize(1);
    assertThat(paper.slips(5, List.of("composite uar"))).hasSize(1);
  }

  @Test
  void numbersPrintedTwiceAgree() {
    for (String score : List.of("accuracy", "uf1")) {
      for (String micro : PaperTable.MICRO) {
        assertThat(number(2, "c", micro + "/mmi", score))
            .isEqualTo(number(2, "c", micro + "/ckplus", score));
      }
    }
    for (String score : List.of("uf1", "uar")) {
      assertThat(number(3, "c", "mmi", score)).isEqualTo(number(3, "c", "ckplus", score));
      assertThat(number(5, "ours", "composite", score))
          .isEqualTo(number(3, ALL_TERMS, "ckplus", score));
    }
  }

  @Test
  void clipsAddUp() {
    double all = 0;
    for (String database : PaperTable.MICRO) {
      double total = 0;
      for (String label : List.of("negative", "positive", "surprise")) {
        total += number(1, database, label, "");
      }
      assertThat(number(1, database, "total", "")).isEqualTo(total);
      all += total;
    }
    assertThat(number(1, "composite", "total", "")).isEqualTo(all).isEqualTo(442);
  }

  @Test
  void whatThePaperLacksIsEmpty() {
    assertThat(paper.published(4, "HIGO", "casme2", "accuracy")).contains(.672);
    assertThat(paper.published(4, "HIGO", "smic", "accuracy")).contains(.682);
    assertThat(paper.published(4, "Boost", "casme2", "accuracy")).contains(.709);
    for (String score : List.of("accuracy", "uf1")) {
      assertThat(paper.published(4, "Graph-TCN", "smic", score)).isEmpty();
      assertThat(paper.published(4, "AU-GACN", "smic", score)).isEmpty();
      assertThat(paper.published(4, "Dynamic", "samm", score)).isEmpty();
    }
    assertThat(paper.published(4, "Boost", "smic", "accuracy")).contains(.689);
    assertThat(paper.published(4, "Boost", "smic", "uf1")).isEmpty();
    assertThat(paper.published(4, "Boost", "samm", "accuracy")).isEmpty();
    assertThat(paper.published(4, "HIGO", "casme2", "uf1")).isEmpty();
    assertThat(paper.published(2, Row.CONTROL.toString(), "casme2/ckplus", "uf1")).isEmpty();
    assertThat(paper.published(2, "c", "casme2/own", "uf1")).isEmpty();
    assertThat(paper.published(2, "c", "casme2/ckplus", "uar")).isEmpty();
    assertThat(paper.published(6, "c", "casme2/ckplus", "uf1")).isEmpty();
  }
}
