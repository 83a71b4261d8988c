package org.macro2micro.report.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.macro2micro.clip.ClipId;
import org.macro2micro.experiment.ColumnKey;
import org.macro2micro.experiment.ColumnTask;
import org.macro2micro.experiment.ModelSelection;
import org.macro2micro.experiment.PaperTable;
import org.macro2micro.experiment.Row;
import org.macro2micro.experiment.RowDifference;
import org.macro2micro.experiment.SeedScore;
import org.macro2micro.experiment.TableColumn;
import org.macro2micro.metric.Interval;
import org.macro2micro.metric.ScoredClip;
import org.macro2micro.report.experiment.ReportCases;
import org.macro2micro.seed.SeedPath;

/** Tables made up for the tests of this package. */
final class PaperTableCases {
  private static final List<String> CDE = List.of("negative", "positive", "surprise");
  private static final SeedPath CHANCE = SeedPath.root(3).child("made-up table");

  private PaperTableCases() {}

  static ColumnTask task(
      List<String> micro, String macro, List<String> generated, ModelSelection selection) {
    return new ColumnTask(new ColumnKey(micro, macro), generated, "cde", CDE, selection);
  }

  /** Two rows and two seeds of one lab column, every number written out. */
  static PaperTable small(ModelSelection selection, double p) {
    ColumnTask task = task(List.of("casme2"), "ckplus", List.of("casme2", "ckplus"), selection);
    Interval wide = new Interval(.5, .7004);
    Interval gain = new Interval(-.0104, .05);
    TableColumn column =
        new TableColumn(
            task,
            145,
            24,
            List.of(1L, 7L),
            List.of(
                new SeedScore(Row.parse("c"), "all", "accuracy", .614, List.of(.6, .628), wide),
                new SeedScore(Row.parse("c"), "all", "uf1", .5, List.of(.4, .6), wide),
                new SeedScore(Row.parse("c+s"), "all", "accuracy", .6345, List.of(.63, .639), wide),
                new SeedScore(
                    Row.parse("c+s"), "all", "uf1", 1, List.of(1.0, 1.0), new Interval(1, 1))),
            List.of(
                new RowDifference(Row.parse("c+s"), Row.L_C, "accuracy", .0205, gain, p),
                new RowDifference(Row.parse("c+s"), Row.L_C, "uf1", .5, new Interval(.3, .5), .5)));
    return new PaperTable(
        2,
        "two rows",
        List.of(Row.L_C, Row.parse("c+s")),
        List.of(column),
        List.of("A <remark> of 100% & more."));
  }

  /** All seven rows of a table over drawn predictions. */
  static PaperTable full(int number, ModelSelection selection, List<ColumnTask> tasks) {
    List<Row> rows = new ArrayList<>(Row.PAPER_ROWS);
    rows.add(1, Row.CONTROL);
    List<TableColumn> columns = new ArrayList<>();
    for (ColumnTask task : tasks) {
      Map<ClipId, String> truth = ReportCases.truth(task.key().micro());
      TreeMap<Long, Map<Row, List<ScoredClip>>> predictions = new TreeMap<>();
      for (long seed = 1; seed <= 3; seed++) {
        Map<Row, List<ScoredClip>> bySeed = new LinkedHashMap<>();
        for (Row row : rows) {
          bySeed.put(row, said(truth, row, task.key().toString() + row + seed));
        }
        predictions.put(seed, bySeed);
      }
      columns.add(TableColumn.of(task, PaperTable.metrics(number), predictions));
    }
    return new PaperTable(number, "made-up predictions", rows, columns, List.of());
  }

  private static List<ScoredClip> said(Map<ClipId, String> truth, Row row, String name) {
    RandomGenerator random = CHANCE.child(name).random();
    double skill = row.toString().equals("c+s+sam+t") ? .8 : .5;
    List<ScoredClip> said = new ArrayList<>();
    truth.forEach(
        (id, label) -> {
          boolean right = random.nextDouble() < skill;
          String called = right ? label : CDE.get(random.nextInt(CDE.size()));
          said.add(new ScoredClip(id, label, called));
        });
    return said;
  }

  /** Made once, as the intervals and tests of so many cells take seconds. */
  private static final class Made {
    static final PaperTable SINGLES = makeSingles();
    static final PaperTable COMPOSITE = makeComposite();
  }

  static PaperTable singles() {
    return Made.SINGLES;
  }

  static PaperTable composite() {
    return Made.COMPOSITE;
  }

  private static PaperTable makeSingles() {
    List<ColumnTask> tasks = new ArrayList<>();
    for (String macro : PaperTable.MACRO) {
      for (String micro : List.of("samm", "casme2")) {
        tasks.add(task(List.of(micro), macro, List.of(micro, macro), ModelSelection.LAST_EPOCH));
      }
    }
    return full(2, ModelSelection.LAST_EPOCH, tasks);
  }

  private static PaperTable makeComposite() {
    return full(
        3,
        ModelSelection.INNER_VALIDATION,
        List.of(
            task(PaperTable.MICRO, "ckplus", List.of("ckplus"), ModelSelection.INNER_VALIDATION)));
  }
}
