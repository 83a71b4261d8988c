package org.macro2micro.metric;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The confusion counts of each subject under each seed. A subject is drawn or exchanged as a whole:
 * its clips of all seeds move together, since they show the same person.
 */
final class SeedCounts {
  private final List<SubjectCounts> seeds;

  private SeedCounts(List<SubjectCounts> seeds) {
    this.seeds = seeds;
  }

  static SeedCounts of(List<String> labels, SeededClips clips) {
    return new SeedCounts(
        clips.seeds().stream().map(seed -> SubjectCounts.of(labels, seed)).toList());
  }

  /** The number of subjects, the same in every seed. */
  int subjects() {
    return seeds.get(0).subjects().size();
  }

  /** A new array of K*K zeros for each seed. */
  List<int[]> zeros() {
    return seeds.stream().map(SubjectCounts::zeros).toList();
  }

  /** Adds one subject's counts to {@code sums}, each seed's to its own. */
  void addTo(List<int[]> sums, int subject) {
    for (int seed = 0; seed < seeds.size(); seed++) {
      seeds.get(seed).addTo(sums.get(seed), subject);
    }
  }

  /** The mean over the seeds of the score of each one's sum. */
  double score(List<int[]> sums, ToDoubleFunction<ConfusionMatrix> score) {
    List<String> labels = seeds.get(0).labels();
    double sum = 0;
    for (int[] counts : sums) {
      sum += score.applyAsDouble(ConfusionMatrix.ofFlat(labels, counts));
    }
    return sum / sums.size();
  }

  /** The score of every subject's clips. */
  double pooled(ToDoubleFunction<ConfusionMatrix> score) {
    List<int[]> sums = zeros();
    for (int subject = 0; subject < subjects(); subject++) {
      addTo(sums, subject);
    }
    return score(sums, score);
  }
}
