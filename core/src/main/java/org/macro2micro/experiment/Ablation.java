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

  private static final List<String> SYMBOLS = List.of("c", "s", "sam", "t", "con");

  private Ablation() {}

  /**
   * The symbols of a row's terms.
   *
   * @param row symbols joined by "+", such as "c+s"
   * @throws IllegalArgumentException if a symbol is unknown or doubled, or c is missing
   */
  public static Set<String> terms(String row) {
    List<String> symbols = Arrays.asList(row.split("\\+", -1));
    Set<String> terms = new LinkedHashSet<>(symbols);
    if (!terms.contains("c") || terms.size() != symbols.size() || !SYMBOLS.containsAll(terms)) {
      throw new IllegalArgumentException(
          "row \"%s\": expected c, alone or with some of s, sam, t, con, joined by +, each once"
              .formatted(row));
    }
    return terms;
  }
}
