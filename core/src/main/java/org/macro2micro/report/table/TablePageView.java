package org.macro2micro.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.macro2micro.experiment.ColumnTask;
import org.macro2micro.experiment.Row;
import org.macro2micro.experiment.TableColumn;
import org.macro2micro.metric.Score;
import org.macro2micro.report.IntervalBar;
import org.macro2micro.report.NumberText;
import org.macro2micro.report.OriginLines;
import org.macro2micro.report.ScoreCell;
import org.macro2micro.report.SettingLines;

/**
 * What the template of the paper's table prints: every number already a text.
 *
 * @param title the page's
 * @param heads over the columns
 * @param rows the table's lines
 * @param details one a head
 * @param notes a paragraph each
 * @param problems a line each
 * @param settings dotted names and values
 * @param origin names and values of the provenance; empty if there is none
 * @param leaks whether a column's epoch was chosen by the held-out subject's labels
 * @param generated whether the lab drew tested clips of a column
 * @param generatedGuide whether the lab drew nothing but macro-expressions
 */
public record TablePageView(
    String title,
    List<Head> heads,
    List<Numbers> rows,
    List<Detail> details,
    List<String> notes,
    List<String> problems,
    List<Map.Entry<String, String>> settings,
    List<Map.Entry<String, String>> origin,
    boolean leaks,
    boolean generated,
    boolean generatedGuide) {
  private static final Pattern TERM = Pattern.compile("L_(\\w+)|(?:(?!L_\\w).)+");

  /** A head over one or two scores. */
  public record Head(String name, String selection, boolean leaks, List<String> scores) {}

  /** One line of the table. */
  public record Numbers(String name, List<Pair> numbers) {}

  /** A measured number and the paper's, which may be empty; the first under its head or not. */
  public record Pair(String measured, String paper, boolean first) {}

  /** All that is known of the numbers under one head. */
  public record Detail(
      String name,
      String caption,
      boolean open,
      boolean compares,
      List<String> seeds,
      List<Line> lines) {}

  /** One number with its seeds; the last of its row or not. */
  public record Line(
      String name,
      String score,
      boolean last,
      ScoreCell measured,
      List<String> bySeed,
      String paper,
      Optional<ScoreCell> versus) {}

  /** A piece of a row's name. */
  public record Mark(String text, boolean subscript) {}

  static TablePageView of(TableContent content) {
    TableView view = TableView.of(content.table());
    List<ColumnTask> tasks = view.table().columns().stream().map(TableColumn::task).toList();
    boolean tested = tasks.stream().anyMatch(ColumnTask::testsGenerated);
    return new TablePageView(
        view.title(),
        view.groups().stream().map(group -> head(view, group)).toList(),
        content.table().rows().stream().map(row -> row(view, row)).toList(),
        view.groups().stream().map(group -> detail(view, group)).toList(),
        view.notes(),
        content.problems(),
        SettingLines.of(content.settings()),
        content.provenance().map(OriginLines::of).orElse(List.of()),
        view.groups().stream().anyMatch(TableGroup::leaks),
        tested,
        !tested && tasks.stream().anyMatch(task -> !task.generated().isEmpty()));
  }

  /** "L_c+L_s" in pieces, the terms as subscripts. */
  public static List<Mark> marks(String name) {
    List<Mark> marks = new ArrayList<>();
    Matcher piece = TERM.matcher(name);
    while (piece.find()) {
      String term = piece.group(1);
      marks.add(new Mark(term == null ? piece.group() : "L", false));
      if (term != null) {
        marks.add(new Mark(term, true));
      }
    }
    return marks;
  }

  private static Head head(TableView view, TableGroup group) {
    return new Head(
        group.name(),
        group.selection(),
        group.leaks(),
        group.metrics().stream().map(view::scoreName).toList());
  }

  private static Numbers row(TableView view, Row row) {
    List<Pair> numbers = new ArrayList<>();
    for (TableGroup group : view.groups()) {
      for (Score metric : group.metrics()) {
        numbers.add(
            new Pair(
                view.line(group, row, metric)
                    .map(line -> NumberText.brief(line.measured().mean()))
                    .orElse("–"),
                view.paper(group, row, metric).map(NumberText::brief).orElse(""),
                metric == group.metrics().get(0)));
      }
    }
    return new Numbers(PaperNames.row(row), numbers);
  }

  private static Detail detail(TableView view, TableGroup group) {
    List<Line> lines = new ArrayList<>();
    for (TableLine line : view.lines(group)) {
      lines.add(line(view, group, line));
    }
    return new Detail(
        group.name(),
        group.caption(),
        group.equals(view.groups().get(0)),
        group.compares(),
        group.column().seeds().stream().map(String::valueOf).toList(),
        lines);
  }

  private static Line line(TableView view, TableGroup group, TableLine line) {
    Score last = group.metrics().get(group.metrics().size() - 1);
    double mean = line.measured().mean();
    var interval = line.measured().interval();
    return new Line(
        PaperNames.row(line.measured().row()),
        view.scoreName(line.metric()),
        line.metric() == last,
        new ScoreCell(
            "",
            NumberText.brief(mean),
            NumberText.briefInterval(interval),
            Optional.of(IntervalBar.ofScore(mean, interval)),
            ""),
        line.bySeed(),
        line.paper().map(NumberText::brief).orElse("–"),
        line.difference()
            .map(
                d ->
                    new ScoreCell(
                        "",
                        NumberText.briefDifference(d.difference()),
                        NumberText.briefDifferenceInterval(d.interval()),
                        Optional.of(IntervalBar.ofDifference(d, group.column().differences())),
                        NumberText.briefP(d.p()))));
  }
}
