package org.macro2micro.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.macro2micro.experiment.Row;
import org.macro2micro.metric.Score;
import org.macro2micro.report.TextTable;

/**
 * The paper's table in LaTeX: two tables that need no package, the cells and the comparisons, and
 * notes as a list. It is a part to be read by a document, not a document.
 */
final class TableLatex {
  private static final Map<Character, String> SPECIAL =
      Map.ofEntries(
          Map.entry('\\', "\\textbackslash{}"),
          Map.entry('{', "\\{"),
          Map.entry('}', "\\}"),
          Map.entry('$', "\\$"),
          Map.entry('&', "\\&"),
          Map.entry('#', "\\#"),
          Map.entry('%', "\\%"),
          Map.entry('_', "\\_"),
          Map.entry('^', "\\textasciicircum{}"),
          Map.entry('~', "\\textasciitilde{}"),
          Map.entry('<', "\\textless{}"),
          Map.entry('>', "\\textgreater{}"),
          Map.entry('|', "\\textbar{}"),
          Map.entry('"', "''"));

  private TableLatex() {}

  static String of(TableView view) {
    StringBuilder text = new StringBuilder();
    table(
        text,
        view.title() + ". Measured (paper).",
        view,
        view.groups(),
        view.table().rows(),
        TableLine::cell);
    List<TableGroup> compared = view.groups().stream().filter(TableGroup::compares).toList();
    if (!compared.isEmpty()) {
      table(
          text.append('\n'),
          "Table %d less its row L_c, [95%% interval], p.".formatted(view.table().number()),
          view,
          compared,
          view.table().rows().subList(1, view.table().rows().size()),
          line -> line.versus() + ", " + line.p());
    }
    text.append("\n\\begin{itemize}\n");
    // The braces keep \\item from taking a note that opens with a bracket for its label.
    view.notes().forEach(note -> text.append("\\item{} ").append(escaped(note)).append('\n'));
    return text.append("\\end{itemize}\n").toString();
  }

  private static void table(
      StringBuilder text,
      String caption,
      TableView view,
      List<TableGroup> groups,
      List<Row> rows,
      Function<TableLine, String> cell) {
    int numbers = groups.stream().mapToInt(group -> group.metrics().size()).sum();
    text.append("\\begin{table*}\n\\centering\\scriptsize\\setlength{\\tabcolsep}{3pt}\n");
    text.append("\\caption{").append(escaped(caption)).append("}\n");
    text.append("\\begin{tabular}{l%s}\n\\hline\n".formatted("c".repeat(numbers)));
    text.append(heads(groups, TableGroup::name));
    text.append(heads(groups, TableGroup::selection));
    List<String> names = new ArrayList<>(List.of("row"));
    for (TableGroup group : groups) {
      for (Score metric : group.metrics()) {
        names.add(escaped(view.scoreName(metric)));
      }
    }
    text.append(line(names)).append("\\hline\n");
    for (Row row : rows) {
      List<String> cells = new ArrayList<>(List.of(PaperNames.rowTex(row)));
      for (TableGroup group : groups) {
        group.metrics().stream()
            .map(metric -> escaped(view.line(group, row, metric).map(cell).orElse("-")))
            .forEach(cells::add);
      }
      text.append(line(cells));
    }
    text.append("\\hline\n\\end{tabular}\n\\end{table*}\n");
  }

  private static String heads(List<TableGroup> groups, Function<TableGroup, String> words) {
    return groups.stream()
        .map(
            group ->
                String.format(
                    Locale.ROOT,
                    "\\multicolumn{%d}{c}{%s}",
                    group.metrics().size(),
                    escaped(words.apply(group))))
        .collect(Collectors.joining(" & ", " & ", " \\\\\n"));
  }

  private static String line(List<String> cells) {
    return String.join(" & ", cells) + " \\\\\n";
  }

  /** Text that TeX sets as it stands. */
  static String escaped(String text) {
    return TextTable.oneLine(text)
        .chars()
        .mapToObj(c -> SPECIAL.getOrDefault((char) c, String.valueOf((char) c)))
        .collect(Collectors.joining());
  }
}
