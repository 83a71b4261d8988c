package org.macro2micro.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.macro2micro.experiment.ExperimentCases.LABELS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.metric.Interval;
import org.macro2micro.metric.Score;

class PaperTableTest {
  private static final List<Row> ROWS = List.of(Row.L_C, Row.parse("c+s"));

  private static TableColumn column(int table, String macro, String... micro) {
    ColumnTask task =
        new ColumnTask(
            new ColumnKey(List.of(micro), macro),
            List.of(macro),
            "two",
            LABELS,
            ModelSelection.TEST_SELECTED);
    List<SeedScore> scores = new ArrayList<>();
    List<RowDifference> differences = new ArrayList<>();
    Interval interval = new Interval(.1, 1 / 3.0);
    for (Score metric : PaperTable.metrics(table)) {
      for (Row row : ROWS) {
        scores.add(new SeedScore(row, "all", metric.key(), .2, List.of(.1 + .2, .1), interval));
      }
      differences.add(new RowDifference(ROWS.get(1), Row.L_C, metric.key(), 0, interval, 1));
    }
    return new TableColumn(task, 9, 2, List.of(1L, Long.MAX_VALUE), scores, differences);
  }

  private static PaperTable table(int number, TableColumn... columns) {
    return new PaperTable(number, "made up", ROWS, List.of(columns), List.of("A remark."));
  }

  @Test
  void columnsStandInThePapersOrder() {
    PaperTable table =
        table(
            2,
            column(2, "ckplus", "own"),
            column(2, "mmi", "casme2"),
            column(2, "other", "casme2"),
            column(2, "ckplus", "samm"),
            column(2, "ckplus", "casme2"));
    assertThat(table.columns())
        .extracting(column -> column.task().key().toString())
        .containsExactly(
            "casme2/ckplus", "samm/ckplus", "own/ckplus", "casme2/mmi", "casme2/other");
    assertThat(table.missing())
        .extracting(ColumnKey::toString)
        .containsExactly("smic/ckplus", "smic/mmi", "samm/mmi");
    assertThat(table.comparisons()).isEqualTo(10);
  }

  @Test
  void aCompositeOfFewerDatabasesStandsForThePapers() {
    assertThat(table(3, column(3, "mmi", "casme2", "smic")).missing())
        .extracting(ColumnKey::toString)
        .containsExactly("casme2+smic+samm/ckplus");
    assertThat(table(3).missing()).isEqualTo(PaperTable.paperColumns(3)).hasSize(2);
    assertThat(table(2).missing()).hasSize(6);
  }

  @Test
  void eachTableHasItsScores() {
    assertThat(PaperTable.metrics(2)).containsExactly(Score.ACCURACY, Score.UF1);
    assertThat(PaperTable.metrics(3)).containsExactly(Score.UF1, Score.UAR);
    assertThat(PaperTable.metrics(4)).isEqualTo(PaperTable.metrics(2));
    assertThat(PaperTable.metrics(5)).isEqualTo(PaperTable.metrics(3));
    for (int none : new int[] {1, 6}) {
      assertThatThrownBy(() -> PaperTable.metrics(none))
          .hasMessage(
              "table %d: expected 2 or 4 (single databases), 3 or 5 (the composite task)"
                  .formatted(none));
    }
  }

  @Test
  void comesBackFromItsFileAsItWas(@TempDir Path folder) throws IOException {
    PaperTable table = table(3, column(3, "ckplus", "casme2", "smic"));
    Path file = folder.resolve("made/table.json");
    assertThat(PaperTable.read(file)).isEmpty();
    table.write(file);
    assertThat(PaperTable.read(file)).contains(table);
    byte[] first = Files.readAllBytes(file);
    PaperTable.read(file).orElseThrow().write(file);
    assertThat(file).hasBinaryContent(first);
    Files.writeString(file, Files.readString(file).replace("\"number\" : 3", "\"number\" : 6"));
    assertThatThrownBy(() -> PaperTable.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("table 6: expected 2");
  }

  @Test
  void refusesTablesThatAreNone() {
    TableColumn whole = column(2, "ckplus", "smic");
    assertThatThrownBy(
            () -> new PaperTable(2, "t", List.of(ROWS.get(1)), List.of(whole), List.of()))
        .hasMessage("table 2: rows [c+s]; expected \"c\" first, each once");
    assertThatThrownBy(
            () -> new PaperTable(2, "t", List.of(Row.L_C, Row.L_C), List.of(), List.of()))
        .hasMessageContaining("each once");
    assertThatThrownBy(
            () -> new PaperTable(2, "t", List.of(Row.L_C, Row.parse("mine")), List.of(), List.of()))
        .hasMessageContaining("table 2, row \"mine\": expected c, alone");
    assertThatThrownBy(() -> table(2, whole, whole))
        .hasMessage("table 2: columns [smic/ckplus, smic/ckplus]; expected each once");
    assertThatThrownBy(
            () ->
                new PaperTable(
                    2, "t", List.of(Row.L_C, Row.parse("c+con")), List.of(whole), List.of()))
        .hasMessage(
            "table 2, column smic/ckplus, row \"c+con\": no accuracy, or no comparison of it with row \"c\"");
    assertThatThrownBy(() -> table(3, whole)).hasMessageContaining("no uar");
  }
}
