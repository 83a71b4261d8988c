package org.macro2micro.metric;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/**
 * Counts how often each class was predicted for each true class, over all folds.
 *
 * @param labels K classes, each once, in the scheme's order
 * @param counts K rows (truth) of K columns (prediction), none negative
 */
public record ConfusionMatrix(List<String> labels, List<List<Integer>> counts) {
  public ConfusionMatrix {
    labels = List.copyOf(labels);
    counts = counts.stream().map(List::copyOf).toList();
    int size = labels.size();
    if (size == 0 || new HashSet<>(labels).size() != size) {
      throw new IllegalArgumentException(
          "confusion matrix: labels " + labels + "; expected at least one, each once");
    }
    if (counts.size() != size || counts.stream().anyMatch(row -> row.size() != size)) {
      throw new IllegalArgumentException(
          "confusion matrix: counts %s for labels %s; expected %d rows of %d"
              .formatted(counts, labels, size, size));
    }
    for (List<Integer> row : counts) {
      for (int count : row) {
        if (count < 0) {
          throw new IllegalArgumentException(
              "confusion matrix: counts " + counts + "; none may be negative");
        }
      }
    }
  }

  /**
   * Counts the pairs of truth and prediction.
   *
   * @throws IllegalArgumentException if a label is not among {@code labels} or a clip occurs twice
   */
  public static ConfusionMatrix of(List<String> labels, Collection<ScoredClip> clips) {
    return SubjectCounts.of(labels, clips).pooled();
  }

  /** The matrix of flat counts, truth by truth. */
  static ConfusionMatrix ofFlat(List<String> labels, int[] flat) {
    int size = labels.size();
    List<List<Integer>> counts = new ArrayList<>(size);
    for (int truth = 0; truth < size; truth++) {
      List<Integer> row = new ArrayList<>(size);
      for (int predicted = 0; predicted < size; predicted++) {
        row.add(flat[truth * size + predicted]);
      }
      counts.add(row);
    }
    return new ConfusionMatrix(labels, counts);
  }

  /** K, the number of classes. */
  public int size() {
    return labels.size();
  }

  /** Clips of class {@code truth} that were called {@code predicted}; both in 0..K-1. */
  public int count(int truth, int predicted) {
    return counts.get(truth).get(predicted);
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
    for (int count : counts.get(label)) {
      support += count;
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
}
