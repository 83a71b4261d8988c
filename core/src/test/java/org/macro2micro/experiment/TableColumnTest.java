package org.macro2micro.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.macro2micro.experiment.ExperimentCases.LABELS;
import static org.macro2micro.experiment.ExperimentCases.says;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.metric.Interval;
import org.macro2micro.metric.Score;
import org.macro2micro.metric.ScoredClip;

class TableColumnTest {
  private static final List<Score> TWO = PaperTable.metrics(2);
  private static final List<String> IDS =
      List.of("casme2/1/n", "casme2/1/p", "smic/1/n", "smic/1/p");

  private static ColumnTask task(String... micro) {
    return new ColumnTask(
        new ColumnKey(List.of(micro), "ckplus"),
        List.of("ckplus"),
        "two",
        LABELS,
        ModelSelection.LAST_EPOCH);
  }

  private static Map<ClipId, String> truth() {
    Map<ClipId, String> truth = new LinkedHashMap<>();
    IDS.forEach(id -> truth.put(ClipId.parse(id), id.endsWith("n") ? "negative" : "positive"));
    return truth;
  }

  /** Names each clip in {@link #IDS}' order: n or p. */
  private static List<Prediction> said(String letters) {
    return java.util.stream.IntStream.range(0, 4)
        .mapToObj(i -> says(IDS.get(i), letters.charAt(i) == 'n' ? "negative" : "positive"))
        .toList();
  }

  private static Map<Row, List<Prediction>> rows(String c, String s) {
    Map<Row, List<Prediction>> rows = new LinkedHashMap<>();
    rows.put(Row.parse("c"), said(c));
    rows.put(Row.parse("c+s"), said(s));
    return rows;
  }

  private static TableColumn column(TreeMap<Long, Map<Row, List<Prediction>>> predictions) {
    return column(task("smic", "casme2"), predictions);
  }

  private static TableColumn column(
      ColumnTask task, TreeMap<Long, Map<Row, List<Prediction>>> predictions) {
    TreeMap<Long, Map<Row, List<ScoredClip>>> clips = new TreeMap<>();
    predictions.forEach(
        (seed, rows) -> {
          Map<Row, List<ScoredClip>> scored = new LinkedHashMap<>();
          rows.forEach(
              (row, said) -> scored.put(row, said.stream().map(TableColumnTest::scored).toList()));
          clips.put(seed, scored);
        });
    return TableColumn.of(task, TWO, clips);
  }

  private static ScoredClip scored(Prediction said) {
    return new ScoredClip(said.id(), truth().get(said.id()), said.label());
  }

  /** Row c: accuracies 2/4 and 2/4. Row c+s: 4/4, and 3/4 with its slip in smic. */
  private static TreeMap<Long, Map<Row, List<Prediction>>> twoSeeds() {
    return new TreeMap<>(Map.of(5L, rows("nnnn", "npnp"), 3L, rows("pppp", "npnn")));
  }

  @Test
  void scoresEveryRowPartAndSeed() {
    TableColumn column = column(twoSeeds());
    assertThat(column.seeds()).containsExactly(3L, 5L);
    assertThat(column.clips()).isEqualTo(4);
    assertThat(column.subjects()).isEqualTo(2);
    assertThat(column.parts()).containsExactly("all", "smic", "casme2");
    SeedScore all = column.score(Row.parse("c+s"), "all", Score.ACCURACY).orElseThrow();
    assertThat(all.bySeed()).containsExactly(.75, 1.0);
    assertThat(all.mean()).isEqualTo(.875);
    // Two people drawn: smic 1 twice .75, once .875, never 1.
    assertThat(all.interval()).isEqualTo(new Interval(.75, 1));
    assertThat(column.score(Row.parse("c+s"), "smic", Score.ACCURACY).orElseThrow().bySeed())
        .containsExactly(.5, 1.0);
    assertThat(column.score(Row.parse("c+s"), "casme2", Score.UF1).orElseThrow().mean())
        .isEqualTo(1);
    assertThat(column.score(Row.parse("c"), "all", Score.UAR)).isEmpty();
  }

  @Test
  void comparesEveryRowWithTheFirst() {
    TableColumn column = column(twoSeeds());
    RowDifference difference = column.difference(Row.parse("c+s"), Score.ACCURACY).orElseThrow();
    assertThat(difference.baseline()).isEqualTo(Row.L_C);
    assertThat(difference.difference()).isEqualTo(.375);
    assertThat(difference.interval()).isEqualTo(new Interval(.25, .5));
    // Both people gain; of four exchanges two are as far from 0: p near 1/2.
    assertThat(difference.p()).isBetween(.48, .52);
    assertThat(column.difference(Row.parse("c"), Score.UF1)).isEmpty();
  }

  /** The same chance gives a single run's own numbers, to the bit. */
  @Test
  void oneSeedGivesTheNumbersOfItsRun() {
    Map<Row, List<Prediction>> rows = rows("nnnn", "npnn");
    TableColumn column = column(new TreeMap<>(Map.of(1L, rows)));
    RunResult run = RunResult.of("r", LABELS, ModelSelection.LAST_EPOCH, truth(), rows);
    for (RowScores row : run.rows()) {
      for (Score metric : TWO) {
        SeedScore score = column.score(row.row(), "all", metric).orElseThrow();
        assertThat(score).isEqualTo(row.score(metric));
        assertThat(column.difference(row.row(), metric))
            .isEqualTo(run.difference(row.row(), metric));
      }
    }
  }

  @Test
  void refusesWhatIsNotWhole() {
    assertThatThrownBy(() -> column(new TreeMap<>()))
        .hasMessage(
            "column smic+casme2/ckplus: predictions of no row; it needs at least 1 seed and 1 row");
    TreeMap<Long, Map<Row, List<Prediction>>> uneven = twoSeeds();
    uneven.put(9L, Map.of(Row.L_C, said("nnnn")));
    assertThatThrownBy(() -> column(uneven))
        .hasMessage(
            "column smic+casme2/ckplus, row \"c+s\": 2 of the seeds [3, 5, 9] have it; expected all");
    TreeMap<Long, Map<Row, List<Prediction>>> lacking = twoSeeds();
    lacking.put(5L, Map.of(Row.L_C, said("nnnn").subList(0, 3), Row.parse("c+s"), said("nnnn")));
    assertThatThrownBy(() -> column(lacking))
        .hasMessageStartingWith(
            "column smic+casme2/ckplus, row \"c\": predictions can be compared on the same clips");
    assertThatThrownBy(() -> column(task("smic"), twoSeeds()))
        .hasMessage(
            "column smic/ckplus: clips of databases [casme2, smic]; expected clips of each of [smic] and of no other");
    SeedScore score = new SeedScore(Row.L_C, "all", "uf1", 1, List.of(1.0), new Interval(1, 1));
    assertThatThrownBy(
            () -> new TableColumn(task("smic"), 1, 1, List.of(1L, 2L), List.of(score), List.of()))
        .hasMessage("column smic/ckplus, row \"c\": scores of 1 seeds; expected 2");
    assertThatThrownBy(
            () -> new TableColumn(task("smic"), 1, 1, List.of(1L, 1L), List.of(), List.of()))
        .hasMessage("column smic/ckplus: seeds [1, 1]; expected at least one, each once");
  }

  @Test
  void tasksNameTheirOwnDatabases() {
    assertThatThrownBy(() -> new ColumnKey(List.of(), "mmi"))
        .hasMessage("column of [] guided by mmi: expected at least one micro database, each once");
    assertThatThrownBy(() -> new ColumnKey(List.of("smic", "smic"), "mmi"))
        .hasMessageContaining("each once");
    assertThatThrownBy(
            () ->
                new ColumnTask(
                    new ColumnKey(List.of("smic"), "mmi"),
                    List.of("ckplus"),
                    "two",
                    LABELS,
                    ModelSelection.LAST_EPOCH))
        .hasMessage("column smic/mmi: generated database \"ckplus\" does not belong to the column");
  }
}
