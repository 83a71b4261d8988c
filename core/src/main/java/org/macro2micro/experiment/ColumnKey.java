package org.macro2micro.experiment;

import java.util.HashSet;
import java.util.List;

/**
 * What a column of the paper's Table 2 or 3 is about: which micro-expressions are recognised, with
 * which macro-expressions' help.
 *
 * @param micro short names of the micro databases, such as "casme2"; one in Table 2, one to three
 *     together in Table 3; each once
 * @param macro short name of the macro database, such as "ckplus"
 */
public record ColumnKey(List<String> micro, String macro) {
  public ColumnKey {
    micro = List.copyOf(micro);
    if (micro.isEmpty() || new HashSet<>(micro).size() != micro.size()) {
      throw new IllegalArgumentException(
          "column of %s guided by %s: expected at least one micro database, each once"
              .formatted(micro, macro));
    }
  }

  /** The key as one word: "casme2/ckplus", "casme2+smic/mmi". */
  @Override
  public String toString() {
    return String.join("+", micro) + "/" + macro;
  }
}
