package org.macro2micro.method.descriptor;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Codewords for binary patterns (local quantised patterns, Hussain and Triggs 2012, section 3): k
 * means over the patterns that occur, as points at the corners of a cube, each as heavy as it is
 * frequent; and a table that has the nearest codeword of every pattern, seen or not.
 *
 * <p>Departure: the first centres are the most frequent patterns, not drawn ones, so nothing
 * depends on chance.
 */
final class PatternCodebook {
  private static final int MOST_ROUNDS = 50;

  private PatternCodebook() {}

  /**
   * The codeword of each pattern, 0 to words-1; fewer are used if fewer patterns occur.
   *
   * @param counts how often each of the 2^P patterns occurs, at least one of them once
   * @param words at least 1
   */
  static int[] table(long[] counts, int words) {
    int points = Integer.numberOfTrailingZeros(counts.length);
    int[] seen =
        IntStream.range(0, counts.length)
            .filter(code -> counts[code] > 0)
            .boxed()
            .sorted(Comparator.<Integer>comparingLong(code -> -counts[code]).thenComparing(c -> c))
            .mapToInt(Integer::intValue)
            .toArray();
    double[][] centres = new double[Math.min(words, seen.length)][points];
    for (int word = 0; word < centres.length; word++) {
      for (int p = 0; p < points; p++) {
        centres[word][p] = seen[word] >> p & 1;
      }
    }
    int[] wordOf = new int[seen.length];
    boolean moved = true;
    for (int round = 0; moved && round < MOST_ROUNDS; round++) {
      moved = false;
      for (int i = 0; i < seen.length; i++) {
        int nearest = nearest(centres, seen[i]);
        moved |= nearest != wordOf[i];
        wordOf[i] = nearest;
      }
      centres = means(seen, wordOf, counts, centres);
    }
    int[] table = new int[counts.length];
    for (int code = 0; code < table.length; code++) {
      table[code] = nearest(centres, code);
    }
    return table;
  }

  /** The first of the nearest centres. */
  private static int nearest(double[][] centres, int code) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int word = 0; word < centres.length; word++) {
      double squares = 0;
      for (int p = 0; p < centres[word].length; p++) {
        double away = centres[word][p] - (code >> p & 1);
        squares += away * away;
      }
      if (squares < least) {
        least = squares;
        nearest = word;
      }
    }
    return nearest;
  }

  /** The weighted means of what belongs to each word; a word without patterns stays. */
  private static double[][] means(int[] seen, int[] wordOf, long[] counts, double[][] before) {
    double[][] means = new double[before.length][before[0].length];
    double[] weights = new double[before.length];
    for (int i = 0; i < seen.length; i++) {
      weights[wordOf[i]] += counts[seen[i]];
      for (int p = 0; p < means[0].length; p++) {
        means[wordOf[i]][p] += (seen[i] >> p & 1) * (double) counts[seen[i]];
      }
    }
    for (int word = 0; word < means.length; word++) {
      for (int p = 0; p < means[word].length; p++) {
        means[word][p] = weights[word] > 0 ? means[word][p] / weights[word] : before[word][p];
      }
    }
    return means;
  }
}
