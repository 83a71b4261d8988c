package org.macro2micro.run;

import java.util.ArrayList;
import java.util.List;
import org.macro2micro.experiment.Ablation;

/** The rows of the paper's tables that this program can measure. */
public final class TableRows {
  private static final String OURS = "c+s+sam+t+con";
  private static final List<String> TABLE_4 =
      List.of(
          "lbp-top",
          "lbp-sip",
          "stlbp-ip",
          "stclqp",
          "higo-top",
          "fhofo",
          "bi-woof",
          "off-apexnet");
  private static final List<String> TABLE_5 =
      List.of("lbp-top", "bi-woof", "off-apexnet", "capsulenet", "ststnet", "dual-inception");

  /** CapsuleNet takes the apex frame; a flow image in its place would be another method. */
  private static final List<String> ON_FLOW =
      List.of("off-apexnet", "ststnet", "dual-inception", "flow-kernel");

  private TableRows() {}

  /**
   * The usual rows of a table, "c" first.
   *
   * @param number 2 to 5
   * @param flow whether clips come as flow images: then all rows of Table 3, and methods that take
   *     flow, of which one is not the paper's
   */
  public static List<String> of(int number, boolean flow) {
    if (number < 4) {
      return Ablation.PAPER_ROWS;
    }
    List<String> rows = new ArrayList<>(flow ? Ablation.PAPER_ROWS : List.of("c", OURS));
    rows.addAll(flow ? ON_FLOW : number == 4 ? TABLE_4 : TABLE_5);
    return List.copyOf(rows);
  }
}
