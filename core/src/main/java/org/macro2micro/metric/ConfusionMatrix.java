package org.macro2micro.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/**
 * Counts how often each class was predicted for each true class, over all folds. Two are equal if
 * labels and counts are.
 */
public final class ConfusionMatrix {
  private final List<String> labels;

  /** Truth by truth: an array, since a permutation test makes a hundred thousand matrices. */
  private final int[] flat;

  /**
   * A matrix of known counts.
   *
   * @param labels K classes, each once, in the scheme's order
   * @param counts K rows (truth) of K columns (prediction), none negative
   * @throws IllegalArgumentException if they are not so
   */
  public ConfusionMatrix(List<String> labels, List<List<Integer>> counts) {
    this(requireEachOnce(labels), flat(labels, counts));
  }

  private ConfusionMatrix(List<String> labels, int[] flat) {
    this.labels = labels;
    this.flat = flat;
  }

  private static int[] flat(List<String> labels, List<List<Integer>> counts) {
    int size = labels.size();
    if (counts.size() != size || counts.stream().anyMatch(row -> row.size() != size)) {
      throw new IllegalArgumentException(
          "confusion matrix: counts %s for labels %s; expected %d rows of %d"
              .formatted(counts, labels, size, size));
    }
    int[] flat = counts.stream().flatMap(List::stream).mapToInt(Integer::intValue).toArray();
    if (Arrays.stream(flat).anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException(
          "confusion matrix: counts " + counts + "; none may be negative");
    }
    return flat;
  }

  /**
   * A copy of the labels.
   *
   * @throws IllegalArgumentException if there is none, or one twice
   */
  static List<String> requireEachOnce(List<String> labels) {
    if (labels.isEmpty() || new HashSet<>(labels).size() != labels.size()) {
      throw new IllegalArgumentException(
          "confusion matrix: labels " + labels + "; expected at least one, each once");
    }
    return List.copyOf(labels);
  }

  /**
   * Counts the pairs of truth and prediction.
   *
   * @throws IllegalArgumentException if a label is not among {@code labels} or a clip occurs twice
   */
  public static ConfusionMatrix of(List<String> labels, Collection<ScoredClip> clips) {
    return SubjectCounts.of(labels, clips).pooled();
  }

  /**
   * One of several matrices whose counts stand one after the other, truth by truth.
   *
   * @param labels known to be each there once
   * @param flat counts, which are copied
   * @param matrix which of them, 0 the first
   */
  static ConfusionMatrix ofFlat(List<String> labels, int[] flat, int matrix) {
    int cells = labels.size() * labels.size();
    return new ConfusionMatrix(
        labels, Arrays.copyOfRange(flat, matrix * cells, (matrix + 1) * cells));
  }

  /** The classes. */
  public List<String> labels() {
    return labels;
  }

  /** K rows (truth) of K columns (prediction). */
  public List<List<Integer>> counts() {
    List<List<Integer>> rows = new ArrayList<>();
    for (int truth = 0; truth < size(); truth++) {
      rows.add(Arrays.stream(flat, truth * size(), (truth + 1) * size()).boxed().toList());
    }
    return List.copyOf(rows);
  }

  /** K, the number of classes. */
  public int size() {
    return labels.size();
  }

  /** Clips of class {@code truth} that were called {@code predicted}; both in 0..K-1. */
  public int count(int truth, int predicted) {
    return flat[truth * size() + predicted];
  }

  /** TP: clips of the class that were called so. */
  public int truePositives(int label) {
    return count(label, label);
  }

  /** FP: clips of other classes that were called so. */
  public int falsePositives(int label) {
    int called = 0;
    for (int truth = 0; truth < size(); truth++) {
      called += count(truth, label);
    }
    return called - truePositives(label);
  }

  /** FN: clips of the class that were called something else. */
  public int falseNegatives(int label) {
    return support(label) - truePositives(label);
  }

  /** Clips of the class: TP + FN. */
  public int support(int label) {
    int support = 0;
    for (int predicted = 0; predicted < size(); predicted++) {
      support += count(label, predicted);
    }
    return support;
  }

  /** All clips counted. */
  public int total() {
    int total = 0;
    for (int label = 0; label < size(); label++) {
      total += support(label);
    }
    return total;
  }

  /**
   * All clips counted, for scores that divide by them.
   *
   * @throws IllegalArgumentException if there are none: no score is defined then
   */
  int requireClips() {
    int total = total();
    if (total == 0) {
      throw new IllegalArgumentException(
          "confusion matrix of " + labels + ": 0 clips; a score needs at least 1");
    }
    return total;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ConfusionMatrix matrix
        && labels.equals(matrix.labels)
        && Arrays.equals(flat, matrix.flat);
  }

  @Override
  public int hashCode() {
    return 31 * labels.hashCode() + Arrays.hashCode(flat);
  }

  @Override
  public String toString() {
    return labels + " " + counts();
  }
}
