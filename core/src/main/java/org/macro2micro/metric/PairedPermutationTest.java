package org.macro2micro.metric;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.macro2micro.seed.SeedPath;

/**
 * Tests whether two methods differ. If they did not, it would not matter which predictions belong
 * to which method. Each permutation exchanges all predictions of a subject between the methods, at
 * random for each subject, and computes the difference of their scores again.
 *
 * @param seed names the coins
 * @param permutations tosses of all coins, at least 1
 */
public record PairedPermutationTest(SeedPath seed, int permutations) {
  public static final int DEFAULT_PERMUTATIONS = 9999;

  /** Differences of doubles that represent the same fraction may differ by this much. */
  private static final double ROUNDING = 1e-12;

  public PairedPermutationTest {
    if (permutations < 1) {
      throw new IllegalArgumentException(
          "permutation test: " + permutations + " permutations; expected at least 1");
    }
  }

  /** A test of 9999 permutations, so that no p is below .0001. */
  public PairedPermutationTest(SeedPath seed) {
    this(seed, DEFAULT_PERMUTATIONS);
  }

  /**
   * The two-sided p: (1 + permutations whose difference is at least as far from 0 as the one seen)
   * / (1 + permutations), in (0, 1].
   *
   * @param labels the task's classes
   * @param one predictions of the first method, each clip once, in any order, at least one
   * @param other predictions of the second method
   * @param score any function of pooled counts, such as {@link Score#UF1}
   * @throws IllegalArgumentException if the two don't hold the same clips with the same truth
   */
  public double p(
      List<String> labels,
      Collection<ScoredClip> one,
      Collection<ScoredClip> other,
      ToDoubleFunction<ConfusionMatrix> score) {
    return p(labels, SeededClips.of(one), SeededClips.of(other), score);
  }

  /**
   * The p of the difference of the means over the seeds. A coin exchanges a subject's predictions
   * of all seeds together, so more seeds never stand for more people.
   *
   * @throws IllegalArgumentException if the two don't hold the same clips with the same truth, or
   *     not as many seeds
   */
  public double p(
      List<String> labels,
      SeededClips one,
      SeededClips other,
      ToDoubleFunction<ConfusionMatrix> score) {
    SeededClips.requireComparable(one, other);
    SeedCounts first = SeedCounts.of(labels, one);
    SeedCounts second = SeedCounts.of(labels, other);
    int[] left = first.total();
    int[] right = second.total();
    double seen = Math.abs(first.score(left, score) - second.score(right, score));
    int[] both = left.clone();
    for (int i = 0; i < both.length; i++) {
      both[i] += right[i];
    }
    RandomGenerator random = seed.random();
    int asFar = 0;
    for (int permutation = 0; permutation < permutations; permutation++) {
      Arrays.fill(left, 0);
      for (int subject = 0; subject < first.subjects(); subject++) {
        (random.nextBoolean() ? second : first).addTo(left, subject);
      }
      for (int i = 0; i < both.length; i++) {
        right[i] = both[i] - left[i];
      }
      double difference = first.score(left, score) - first.score(right, score);
      if (Math.abs(difference) >= seen - ROUNDING) {
        asFar++;
      }
    }
    return (1.0 + asFar) / (1.0 + permutations);
  }
}
