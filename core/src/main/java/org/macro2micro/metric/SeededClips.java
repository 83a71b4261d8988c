package org.macro2micro.metric;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * The predictions of one method for the same clips when it was trained with several seeds. Its
 * score is the mean over the seeds of each seed's own score, never a score of pooled seeds: that
 * would count every clip several times. One seed is the plain case.
 *
 * @param seeds one list a seed, at least one, all of the same clips with the same truth
 */
public record SeededClips(List<List<ScoredClip>> seeds) {
  public SeededClips {
    seeds = seeds.stream().map(List::copyOf).toList();
    if (seeds.isEmpty()) {
      throw new IllegalArgumentException("predictions of 0 seeds; a score needs at least 1");
    }
    for (List<ScoredClip> other : seeds.subList(1, seeds.size())) {
      SubjectCounts.requireSameClips(seeds.get(0), other);
    }
  }

  /** The classes that occur, as truth or as prediction. */
  public SortedSet<String> labels() {
    SortedSet<String> labels = new TreeSet<>();
    for (List<ScoredClip> clips : seeds) {
      clips.forEach(clip -> labels.addAll(List.of(clip.truth(), clip.predicted())));
    }
    return labels;
  }

  /**
   * The classes that some seed predicts for a clip, but that no clip is of. They have neither F1
   * nor recall, so {@link UnweightedF1} and {@link UnweightedAverageRecall} are means over the
   * others.
   */
  public SortedSet<String> predictedOnly() {
    SortedSet<String> classes = labels();
    seeds.get(0).forEach(clip -> classes.remove(clip.truth()));
    return classes;
  }

  /** The predictions of a single seed. */
  public static SeededClips of(Collection<ScoredClip> clips) {
    return new SeededClips(List.of(List.copyOf(clips)));
  }

  /** Every seed's predictions of the clips that meet the condition. */
  public SeededClips only(Predicate<ScoredClip> condition) {
    return new SeededClips(
        seeds.stream().map(clips -> clips.stream().filter(condition).toList()).toList());
  }

  /**
   * Each seed's own score, in the seeds' order.
   *
   * @throws IllegalArgumentException if no clip was counted
   */
  public List<Double> bySeed(List<String> labels, ToDoubleFunction<ConfusionMatrix> score) {
    return seeds.stream()
        .map(clips -> score.applyAsDouble(ConfusionMatrix.of(labels, clips)))
        .toList();
  }

  /** The mean of {@link #bySeed}: the score as tables print it. */
  public double mean(List<String> labels, ToDoubleFunction<ConfusionMatrix> score) {
    double sum = 0;
    for (double value : bySeed(labels, score)) {
      sum += value;
    }
    return sum / seeds.size();
  }

  /**
   * Refuses to compare two methods unless both have predictions for the same clips and the same
   * number of seeds.
   *
   * @throws IllegalArgumentException if clips, their truth or the number of seeds differ
   */
  static void requireComparable(SeededClips one, SeededClips other) {
    SubjectCounts.requireSameClips(one.seeds.get(0), other.seeds.get(0));
    if (one.seeds.size() != other.seeds.size()) {
      throw new IllegalArgumentException(
          "predictions of %d seeds against those of %d; expected as many, seed by seed"
              .formatted(one.seeds.size(), other.seeds.size()));
    }
  }
}
