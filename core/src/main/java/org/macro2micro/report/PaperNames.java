package org.macro2micro.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.macro2micro.experiment.Ablation;
import org.macro2micro.experiment.ColumnTask;
import org.macro2micro.experiment.PaperTable;
import org.macro2micro.experiment.TableColumn;
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

  /** "L_c+L_s" for "c+s"; the control, which the paper lacks, is "L_c, continued". */
  static String row(String row) {
    return row.equals(Ablation.CONTINUED)
        ? "L_c, continued"
        : terms(row).stream().map(term -> "L_" + term).collect(Collectors.joining("+"));
  }

  /** The row in TeX's mathematics, as the paper sets it. */
  static String rowTex(String row) {
    return row.equals(Ablation.CONTINUED)
        ? "$\\mathcal{L}_{c}$, continued"
        : terms(row).stream()
            .map(term -> "\\mathcal{L}_{" + term + "}")
            .collect(Collectors.joining("+", "$", "$"));
  }

  /** The symbols of a row's terms, in order; of the control only "c". */
  static List<String> terms(String row) {
    return row.equals(Ablation.CONTINUED) ? List.of("c") : Arrays.asList(row.split("\\+"));
  }

  /** "CASME II" for "casme2"; a name that the paper does not know as it is. */
  static String database(String name) {
    return DATABASES.getOrDefault(name, name);
  }

  /** "Acc" and "F1" in Table 2, "UF1" and "UAR" in Table 3. */
  static String score(int table, Score score) {
    return switch (score) {
      case ACCURACY -> "Acc";
      case UF1 -> table == 2 ? "F1" : "UF1";
      case UAR -> "UAR";
    };
  }

  /**
   * What stands over a column's scores: "CASME II (CK+)", "composite (CK+)", "SMIC of composite
   * (CK+)", with "lab" before every database that the lab drew.
   */
  static String head(ColumnTask task, String part) {
    String of = part.equals(TableColumn.ALL) ? "" : marked(task, part) + " of ";
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
