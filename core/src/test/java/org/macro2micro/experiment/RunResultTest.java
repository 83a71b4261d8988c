package org.macro2micro.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.macro2micro.experiment.ExperimentCases.LABELS;
import static org.macro2micro.experiment.ExperimentCases.says;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Prediction;
import org.macro2micro.clip.Subject;
import org.macro2micro.metric.Interval;
import org.macro2micro.metric.Score;

class RunResultTest {

  /** Two databases with a "1" each: db/1 has a negative and a positive clip, so has other/1. */
  private static final Map<ClipId, String> TRUTH = truth();

  private static Map<ClipId, String> truth() {
    Map<ClipId, String> truth = new LinkedHashMap<>();
    truth.put(ClipId.parse("other/1/p"), "positive");
    truth.put(ClipId.parse("db/1/n"), "negative");
    truth.put(ClipId.parse("db/1/p"), "positive");
    truth.put(ClipId.parse("other/1/n"), "negative");
    return truth;
  }

  /** Calls everything negative: accuracy 1/2, F1 (2/3 + 0)/2. */
  private static List<Prediction> negative() {
    return TRUTH.keySet().stream().map(id -> says(id.toString(), "negative")).toList();
  }

  /** Right in db; in other all negative: accuracy 3/4; F1 of negative 4/5, of positive 2/3. */
  private static List<Prediction> better() {
    List<Prediction> better = new ArrayList<>(negative());
    better.replaceAll(p -> p.id().toString().equals("db/1/p") ? says("db/1/p", "positive") : p);
    return better;
  }

  private static RunResult run(Map<Row, List<Prediction>> predictions) {
    return RunResult.of("test", LABELS, ModelSelection.LAST_EPOCH, TRUTH, predictions);
  }

  private static Map<Row, List<Prediction>> twoRows() {
    Map<Row, List<Prediction>> rows = new LinkedHashMap<>();
    rows.put(Row.parse("z first"), negative());
    rows.put(Row.parse("a second"), better());
    return rows;
  }

  @Test
  void joinsById() {
    RunResult result = run(twoRows());
    assertThat(result.rows())
        .extracting(RowScores::row)
        .containsExactly(Row.parse("z first"), Row.parse("a second"));
    assertThat(result.clips()).isEqualTo(4);
    assertThat(result.subjects()).isEqualTo(2);
    assertThat(result.databases()).containsExactly("db", "other");
    RowScores first = result.rows().get(0);
    assertThat(result.confusions().get(0).counts()).containsExactly(List.of(2, 0), List.of(2, 0));
    assertThat(first.parts()).containsExactly("all", "db", "other");
    assertThat(first.score(Score.ACCURACY).mean()).isEqualTo(.5);
    assertThat(first.score(Score.UF1).mean()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(first.score(Score.ACCURACY).interval()).isEqualTo(new Interval(.5, .5));
    RowScores second = result.rows().get(1);
    assertThat(second.score(Score.UF1).mean()).isCloseTo((.8 + 2 / 3.0) / 2, within(1e-12));
    assertThat(second.score("db", Score.ACCURACY).mean()).isEqualTo(1);
    assertThat(second.score("other", Score.ACCURACY).mean()).isEqualTo(.5);
  }

  @Test
  void comparesEveryRowWithTheFirst() {
    RunResult result = run(twoRows());
    assertThat(result.differences())
        .extracting(RowDifference::metric)
        .containsExactly("accuracy", "uf1", "uar");
    RowDifference accuracy = result.difference(Row.parse("a second"), Score.ACCURACY).orElseThrow();
    assertThat(accuracy.baseline()).hasToString("z first");
    assertThat(accuracy.difference()).isEqualTo(.25);
    // A draw of two people holds db/1 zero to two times: differences 0, .25 and .5.
    assertThat(accuracy.interval()).isEqualTo(new Interval(0, .5));
    // Two subjects, one of whom changes: every permutation is as far from 0.
    assertThat(accuracy.p()).isEqualTo(1);
    assertThat(result.difference(Row.parse("z first"), Score.UF1)).isEmpty();
  }

  @Test
  void theOrderOfPredictionsDoesNotMatter() {
    Map<Row, List<Prediction>> shuffled = new LinkedHashMap<>();
    twoRows()
        .forEach(
            (row, predictions) -> {
              List<Prediction> reversed = new ArrayList<>(predictions);
              java.util.Collections.reverse(reversed);
              shuffled.put(row, reversed);
            });
    assertThat(run(shuffled)).isEqualTo(run(twoRows()));
  }

  @Test
  void refusesMissingDoubledAndUnknownClips() {
    List<Prediction> all = negative();
    assertThatThrownBy(() -> run(Map.of(Row.L_C, all.subList(0, 2))))
        .hasMessage(
            "row \"c\": 2 clips without a prediction, such as [db/1/p, other/1/n]; let every fold finish before scoring");
    List<Prediction> doubled = new ArrayList<>(all);
    doubled.add(says("db/1/n", "positive"));
    assertThatThrownBy(() -> run(Map.of(Row.L_C, doubled)))
        .hasMessageContaining("1 clips predicted more than once, such as [db/1/n]");
    List<Prediction> unknown = new ArrayList<>(all);
    unknown.add(says("db/9/n", "positive"));
    assertThatThrownBy(() -> run(Map.of(Row.L_C, unknown)))
        .hasMessageContaining("1 clips predicted but not part of the task, such as [db/9/n]");
    List<Prediction> otherLabel = new ArrayList<>(all.subList(0, 3));
    otherLabel.add(new Prediction(ClipId.parse("other/1/n"), "joy", List.of()));
    assertThatThrownBy(() -> run(Map.of(Row.L_C, otherLabel))).hasMessageContaining("\"joy\"");
    assertThatThrownBy(() -> run(Map.of())).hasMessageContaining("predictions of no row");
  }

  @Test
  void gathersFoldsByRow() {
    Subject one = new Subject("db", "1");
    Subject two = new Subject("other", "1");
    List<Prediction> all = better();
    List<FoldResult> results =
        List.of(
            new FoldResult(two, Row.L_C, List.of(all.get(3), all.get(0)), List.of(), 1),
            new FoldResult(one, Row.L_C, List.of(all.get(1), all.get(2)), List.of(), 1));
    assertThat(RunResult.byRow(List.of(Row.L_C, Row.parse("empty")), results).get(Row.L_C))
        .containsExactlyInAnyOrderElementsOf(all);
    assertThatThrownBy(() -> RunResult.byRow(List.of(Row.parse("c+s")), results))
        .hasMessageContaining("row \"c\" is not among the table's rows [c+s]");
  }

  @Test
  void aLeakIsNamedAsOne() {
    assertThat(ModelSelection.TEST_SELECTED.head()).isEqualTo("test-selected (leaks)");
    assertThat(ModelSelection.LAST_EPOCH.head()).isEqualTo("last epoch");
    assertThat(ModelSelection.INNER_VALIDATION.head()).isEqualTo("inner validation");
  }
}
