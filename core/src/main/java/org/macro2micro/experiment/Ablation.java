package org.macro2micro.experiment;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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

  /** Whether the row is one of this ablation; other rows are other methods by name. */
  public static boolean isRow(String row) {
    return row.equals(CONTINUED) || find(row).isPresent();
  }

  /** Whether the row has a phase 3: every row of this ablation but L_c. */
  public static boolean isTransferred(String row) {
    return isRow(row) && !row.equals("c");
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
    return find(row)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "row \"%s\": expected c, alone or with some of s, sam, t, con, joined by +, each once; or the control c-continued"
                        .formatted(row)));
  }

  private static Optional<Set<String>> find(String row) {
    List<String> symbols = Arrays.asList(row.split("\\+", -1));
    Set<String> terms = new LinkedHashSet<>(symbols);
    boolean known =
        terms.contains("c") && terms.size() == symbols.size() && SYMBOLS.containsAll(terms);
    return known ? Optional.of(terms) : Optional.empty();
  }
}
