package org.macro2micro.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.macro2micro.catalog.Methods;
import org.macro2micro.experiment.Row;
import org.macro2micro.report.table.PublishedResults;

/** The rows of the paper's tables that this program can measure. */
public final class TableRows {
  /** CapsuleNet takes the apex frame; a flow image in its place would be another method. */
  private static final List<Row> ON_FLOW =
      methods(
          "off-apexnet",
          "ststnet",
          "dual-inception",
          "emr",
          "dynamic",
          "micronet",
          "fine-tuned",
          "flow-kernel");

  private TableRows() {}

  /**
   * The usual rows of a table, L_c first.
   *
   * @param number 2 to 5
   * @param flow whether clips come as flow images: then all rows of Table 3, and methods that take
   *     flow, of which two are in none of the paper's tables
   */
  public static List<Row> of(int number, boolean flow) {
    if (number < 4) {
      return Row.PAPER_ROWS;
    }
    List<Row> rows = new ArrayList<>(flow ? Row.PAPER_ROWS : List.of(Row.L_C, Row.ALL_TERMS));
    rows.addAll(flow ? ON_FLOW : compared(number));
    return List.copyOf(rows);
  }

  /**
   * The methods that the paper's table names and this program has, in the paper's order, and one
   * that it names elsewhere.
   */
  private static List<Row> compared(int number) {
    List<Row> rows = new ArrayList<>();
    for (String label : PublishedResults.paper().rows(number)) {
      Arrays.stream(Methods.values())
          .filter(method -> method.label().equals(label) && method != Methods.MACRO_TO_MICRO)
          .forEach(method -> rows.add(Row.parse(method.page().name())));
    }
    rows.addAll(methods("fine-tuned"));
    return rows;
  }

  private static List<Row> methods(String... names) {
    return Arrays.stream(names).map(Row::parse).toList();
  }
}
