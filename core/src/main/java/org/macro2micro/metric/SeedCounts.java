package org.macro2micro.metric;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The confusion counts of each subject under each seed. A subject is drawn or exchanged as a whole:
 * its clips of all seeds move together, since they show the same person.
 */
final class SeedCounts {
  private final List<String> labels;
  private final int seeds;

  /** One array for each subject: the K*K counts of one seed after the other. */
  private final int[][] bySubject;

  private SeedCounts(List<String> labels, int seeds, int[][] bySubject) {
    this.labels = labels;
    this.seeds = seeds;
    this.bySubject = bySubject;
  }

  static SeedCounts of(List<String> labels, SeededClips clips) {
    List<SubjectCounts> seeds =
        clips.seeds().stream().map(seed -> SubjectCounts.of(labels, seed)).toList();
    int cells = labels.size() * labels.size();
    int[][] bySubject = new int[seeds.get(0).subjects().size()][seeds.size() * cells];
    for (int subject = 0; subject < bySubject.length; subject++) {
      for (int seed = 0; seed < seeds.size(); seed++) {
        System.arraycopy(
            seeds.get(seed).counts(subject), 0, bySubject[subject], seed * cells, cells);
      }
    }
    return new SeedCounts(List.copyOf(labels), seeds.size(), bySubject);
  }

  /** The number of subjects, the same in every seed. */
  int subjects() {
    return bySubject.length;
  }

  /** A new array of K*K zeros for each seed, one after the other. */
  int[] zeros() {
    return new int[seeds * labels.size() * labels.size()];
  }

  /** Adds one subject's counts to {@code sums}, each seed's to its own. */
  void addTo(int[] sums, int subject) {
    int[] counts = bySubject[subject];
    for (int i = 0; i < sums.length; i++) {
      sums[i] += counts[i];
    }
  }

  /** The counts of all subjects. */
  int[] total() {
    int[] sums = zeros();
    for (int subject = 0; subject < subjects(); subject++) {
      addTo(sums, subject);
    }
    return sums;
  }

  /** The mean over the seeds of the score of each one's sum. */
  double score(int[] sums, ToDoubleFunction<ConfusionMatrix> score) {
    double sum = 0;
    for (int seed = 0; seed < seeds; seed++) {
      sum += score.applyAsDouble(ConfusionMatrix.ofFlat(labels, sums, seed));
    }
    return sum / seeds;
  }
}
