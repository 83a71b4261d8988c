package org.macro2micro.report.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.macro2micro.catalog.Methods;
import org.macro2micro.experiment.ColumnKey;
import org.macro2micro.experiment.PaperTable;
import org.macro2micro.experiment.Row;
import org.macro2micro.experiment.RowDifference;
import org.macro2micro.experiment.Scoreboard;
import org.macro2micro.experiment.TableColumn;
import org.macro2micro.metric.Score;
import org.macro2micro.report.NumberText;

/** What stands below the paper's table: how to read it, and what it does and doesn't show. */
final class TableNotes {
  /** Below this p a difference is told as one; nothing else is. */
  private static final double LEVEL = 0.05;

  private TableNotes() {}

  static List<String> of(TableView view) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "Cells: measured (paper). The paper gives neither sizes, rates, epochs nor initial weights, so no column is its configuration.");
    generated(view, notes);
    leaks(view, notes);
    incomplete(view, notes);
    if (view.table().rows().contains(Row.CONTROL)) {
      notes.add(
          "Row L_c, continued is a control that the paper lacks: trained on as long as the rows below it, with L_c alone.");
    }
    if (view.table().rows().contains(Row.MICRO_CONTRAST)) {
      notes.add(
          "Row L_c+L_con, micro alone is a control that the paper lacks: L_c+L_con without any macro clip in its contrast.");
    }
    if (PaperTable.comparesMethods(view.table().number())) {
      notes.add(
          "Each method is prepared for and trained as its authors did, as far as they say how and except where its page says otherwise; no number was chosen by the held-out subject. Some published numbers are of the best epoch as measured on the tested subject; for those in brackets the paper does not say.");
    }
    methods(view, notes);
    statistics(view, notes);
    view.groups().stream()
        .filter(TableGroup::compares)
        .forEach(group -> notes.add(verdict(view, group)));
    slips(view, notes);
    notes.addAll(view.table().remarks());
    return notes;
  }

  /** What the pages of methods have to say below a table in which they stand. */
  private static void methods(TableView view, List<String> notes) {
    for (Row row : view.table().rows()) {
      row.method()
          .flatMap(Methods::named)
          .map(Methods::remark)
          .filter(remark -> !remark.isEmpty())
          .ifPresent(notes::add);
    }
  }

  private static void generated(TableView view, List<String> notes) {
    Set<String> names = new LinkedHashSet<>();
    for (TableColumn column : view.table().columns()) {
      ColumnKey key = column.task().key();
      key.micro().stream().filter(column.task().generated()::contains).forEach(names::add);
      if (column.task().generated().contains(key.macro())) {
        names.add(key.macro());
      }
    }
    if (names.isEmpty()) {
      return;
    }
    boolean tested =
        view.table().columns().stream().anyMatch(column -> column.task().testsGenerated());
    notes.add(
        (tested
                ? "\"lab\": faces that the lab drew stand in for %s. Such numbers show that the procedure works, and nothing about these databases; the paper's numbers are beside them only to show where they belong."
                : "\"lab\": faces that the lab drew stand in for %s, from which MaNet learnt; the tested clips are those that were given. The paper's numbers were guided by the database itself.")
            .formatted(names.stream().map(PaperNames::database).collect(Collectors.joining(", "))));
  }

  private static void leaks(TableView view, List<String> notes) {
    if (view.groups().stream().anyMatch(TableGroup::leaks)) {
      notes.add(
          "\"test-selected (leaks)\": the epoch was chosen by the held-out subject's own labels; compare such scores only with numbers obtained in the same way. Their intervals and p do not correct that.");
    }
  }

  private static void incomplete(TableView view, List<String> notes) {
    PaperTable table = view.table();
    if (!table.missing().isEmpty()) {
      notes.add(
          "Not there, as their databases were not given: "
              + table.missing().stream().map(TableNotes::name).collect(Collectors.joining(", "))
              + ".");
    }
    if (PaperTable.isComposite(table.number())) {
      for (TableColumn column : table.columns()) {
        List<String> lacking = new ArrayList<>(PaperTable.MICRO);
        lacking.removeAll(column.task().key().micro());
        if (!lacking.isEmpty()) {
          notes.add(
              "%s lacks %s; the paper's numbers beside it are of all three databases together."
                  .formatted(
                      PaperNames.head(column.task(), Scoreboard.ALL),
                      lacking.stream()
                          .map(PaperNames::database)
                          .collect(Collectors.joining(" and "))));
        }
      }
      if (table.number() == 3
          && view.groups().stream().anyMatch(group -> !group.part().equals(Scoreboard.ALL))) {
        notes.add(
            "For single databases of the composite the paper gives only Table 5's \"ours\", the row of all terms under CK+. These parts were not compared with L_c.");
      }
    }
  }

  private static String name(ColumnKey key) {
    String micro = key.micro().size() == 1 ? key.micro().get(0) : "composite";
    return "%s (%s)".formatted(PaperNames.database(micro), PaperNames.database(key.macro()));
  }

  private static void statistics(TableView view, List<String> notes) {
    notes.add(
        "F1 and UF1 are the mean over classes of 2TP/(2TP+FP+FN), UAR the mean recall, from the counts of all folds together; a cell is the mean over the seeds of each seed's score. Intervals: 95%, bootstrap over subjects, a subject's clips of all seeds drawn together.");
    int comparisons = view.table().comparisons();
    if (comparisons > 0) {
      notes.add(
          "p: two-sided, paired permutation test over subjects of the difference to L_c, a subject's predictions of all seeds exchanged together. It speaks of other people, not of other seeds. "
              + "Comparisons made: %d, none corrected for the others; without any true difference about %s of them would have p < .05."
                  .formatted(comparisons, expected(comparisons)));
    }
    if (view.table().columns().stream().anyMatch(column -> column.seeds().size() == 1)) {
      notes.add("With one seed it is not known how far another seed would move the numbers.");
    }
  }

  /** Tenths, and no ".0": "2", "0.5". */
  private static String expected(int comparisons) {
    return String.format(Locale.ROOT, "%.1f", comparisons * LEVEL).replaceFirst("\\.0$", "");
  }

  private static String verdict(TableView view, TableGroup group) {
    List<RowDifference> all = group.column().differences();
    String clear =
        all.stream()
            .filter(difference -> difference.p() < LEVEL)
            .map(difference -> told(view, difference))
            .collect(Collectors.joining("; "));
    if (clear.isEmpty()) {
      double smallest = all.stream().mapToDouble(RowDifference::p).min().orElse(1);
      return "%s: no row can be distinguished from L_c; smallest p of %d comparisons: %s."
          .formatted(group.name(), all.size(), NumberText.briefP(smallest));
    }
    long others = all.stream().filter(difference -> difference.p() >= LEVEL).count();
    String rest =
        others == 0
            ? ""
            : " The others, %d of %d, can't be distinguished from noise."
                .formatted(others, all.size());
    return "%s: p < .05 for %s.%s".formatted(group.name(), clear, rest);
  }

  private static String told(TableView view, RowDifference difference) {
    String score = difference.metric();
    for (Score metric : Score.values()) {
      score = metric.key().equals(score) ? view.scoreName(metric) : score;
    }
    return "%s in %s, %s than L_c (%s, p %s)"
        .formatted(
            PaperNames.row(difference.row()),
            score,
            difference.difference() > 0 ? "higher" : "lower",
            NumberText.briefDifference(difference.difference()),
            NumberText.briefP(difference.p()));
  }

  private static void slips(TableView view, List<String> notes) {
    int number = view.table().number();
    List<String> columns =
        view.table().columns().stream()
            .map(column -> column.task().key())
            .map(
                key ->
                    switch (number) {
                      case 2 -> key.toString();
                      case 3 -> key.macro();
                      case 4 -> key.micro().get(0);
                      default -> "composite";
                    })
            .toList();
    for (String slip : PublishedResults.paper().slips(number, columns)) {
      notes.add("In the paper: " + slip);
    }
  }
}
