package org.macro2micro.method.descriptor;

/**
 * Uniform patterns (Ojala et al. 2002, section 2.3): a pattern of P bits with at most two changes
 * between neighbouring bits, taken round, has a bin of its own, by rising code; all others share
 * the last bin. That is P(P-1)+3 bins, 59 for P=8.
 */
final class UniformPatterns {
  private UniformPatterns() {}

  static int bins(int points) {
    return points * (points - 1) + 3;
  }

  /** The bin of each of the 2^P codes. */
  static int[] table(int points) {
    int[] table = new int[1 << points];
    int others = bins(points) - 1;
    int next = 0;
    for (int code = 0; code < table.length; code++) {
      int turned = (code >> 1) | ((code & 1) << (points - 1));
      table[code] = Integer.bitCount(code ^ turned) <= 2 ? next++ : others;
    }
    return table;
  }
}
