package org.macro2micro.report.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.macro2micro.catalog.Methods;
import org.macro2micro.experiment.ColumnTask;
import org.macro2micro.experiment.PaperTable;
import org.macro2micro.experiment.Row;
import org.macro2micro.experiment.Scoreboard;
import org.macro2micro.loss.LossTerm;
import org.macro2micro.metric.Score;

/** What the paper calls rows, databases and scores. */
final class PaperNames {
  private static final Map<String, String> DATABASES =
      Map.of(
          "casme2",
          "CASME II",
          "smic",
          "SMIC",
          "samm",
          "SAMM",
          "ckplus",
          "CK+",
          "mmi",
          "MMI",
          "composite",
          "composite");

  private PaperNames() {}

  /** "Shallow" for "ststnet"; empty for terms and for a method that the paper does not know. */
  static Optional<String> method(Row row) {
    return row.method().flatMap(Methods::named).map(Methods::label);
  }

  /**
   * "L_c+L_s" for "c+s"; the controls, which the paper lacks, are "L_c, continued" and "L_c+L_con,
   * micro alone"; another method's name in Tables 4 and 5.
   */
  static String row(Row row) {
    return row.method()
        .map(name -> method(row).orElse(name))
        .orElseGet(() -> joined(row, "L_%s") + control(row));
  }

  /** The row in TeX's mathematics, as the paper sets it. */
  static String rowTex(Row row) {
    String terms = "$" + joined(row, "\\mathcal{L}_{%s}") + "$";
    return row.isOfTerms() ? terms + control(row) : TableLatex.escaped(row(row));
  }

  /** What tells a control that the paper lacks from the row with its terms. */
  private static String control(Row row) {
    return row.equals(Row.CONTROL)
        ? ", continued"
        : row.equals(Row.MICRO_CONTRAST) ? ", micro alone" : "";
  }

  private static String joined(Row row, String term) {
    return row.terms().stream()
        .map(LossTerm::symbol)
        .map(term::formatted)
        .collect(Collectors.joining("+"));
  }

  /** "CASME II" for "casme2"; a name that the paper does not know as it is. */
  static String database(String name) {
    return DATABASES.getOrDefault(name, name);
  }

  /** "Acc" and "F1" in Tables 2 and 4, "UF1" and "UAR" in Tables 3 and 5. */
  static String score(int table, Score score) {
    return switch (score) {
      case ACCURACY -> "Acc";
      case UF1 -> PaperTable.isComposite(table) ? "UF1" : "F1";
      case UAR -> "UAR";
    };
  }

  /**
   * What stands over a column's scores: "CASME II (CK+)", "composite (CK+)", "SMIC of composite
   * (CK+)", with "lab" before every database that the lab drew.
   */
  static String head(ColumnTask task, String part) {
    String of = part.equals(Scoreboard.ALL) ? "" : marked(task, part) + " of ";
    return of + micro(task) + " (" + marked(task, task.key().macro()) + ")";
  }

  private static String micro(ColumnTask task) {
    List<String> micro = task.key().micro();
    boolean whole = micro.size() == PaperTable.MICRO.size() && micro.containsAll(PaperTable.MICRO);
    long drawn = micro.stream().filter(task.generated()::contains).count();
    if (whole && (drawn == 0 || drawn == micro.size())) {
      return drawn == 0 ? "composite" : "lab composite";
    }
    return micro.stream().map(name -> marked(task, name)).collect(Collectors.joining(" + "));
  }

  private static String marked(ColumnTask task, String database) {
    return (task.generated().contains(database) ? "lab " : "") + database(database);
  }
}
