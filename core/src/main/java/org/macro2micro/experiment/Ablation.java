package org.macro2micro.experiment;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The rows of the paper's ablation (Tables 2 and 3), each a set of terms of Eq. 8. */
public final class Ablation {
  /** The six rows in the paper's order. */
  public static final List<String> PAPER_ROWS =
      List.of("c", "c+s", "c+sam+t", "c+s+sam+t", "c+con", "c+s+sam+t+con");

  /**
   * A control that the paper lacks: phase 3 with L_c alone, as long as the other rows. What a row
   * gains over it, it owes to its terms; what it gains over L_c may be owed to further training.
   */
  public static final String CONTINUED = "c-continued";

  private static final List<String> SYMBOLS = List.of("c", "s", "sam", "t", "con");

  private Ablation() {}

  /** Whether the row has a phase 3; only L_c has none. */
  public static boolean isTransferred(String row) {
    return !row.equals("c");
  }

  /**
   * The symbols of a row's terms.
   *
   * @param row symbols joined by "+", such as "c+s"
   * @throws IllegalArgumentException if a symbol is unknown or doubled, or c is missing
   */
  public static Set<String> terms(String row) {
    if (row.equals(CONTINUED)) {
      return Set.of("c");
    }
    List<String> symbols = Arrays.asList(row.split("\\+", -1));
    Set<String> terms = new LinkedHashSet<>(symbols);
    if (!terms.contains("c") || terms.size() != symbols.size() || !SYMBOLS.containsAll(terms)) {
      throw new IllegalArgumentException(
          "row \"%s\": expected c, alone or with some of s, sam, t, con, joined by +, each once; or the control c-continued"
              .formatted(row));
    }
    return terms;
  }
}
