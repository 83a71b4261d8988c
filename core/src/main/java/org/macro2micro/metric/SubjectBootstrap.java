package org.macro2micro.metric;

import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.macro2micro.seed.SeedPath;

/**
 * The percentile bootstrap over subjects: people are drawn with replacement, each with all of their
 * clips, because the clips of one person are not independent of each other. The same seed draws the
 * same people for every row and every score, so rows can be compared.
 *
 * <p>With one subject every draw is the same and the interval has no width: it then says nothing.
 *
 * @param seed names the draws
 * @param resamples draws, at least 1
 * @param share of the draws that the interval holds, in (0, 1)
 */
public record SubjectBootstrap(SeedPath seed, int resamples, double share) {
  public static final int DEFAULT_RESAMPLES = 2000;
  public static final double DEFAULT_SHARE = 0.95;

  public SubjectBootstrap {
    if (resamples < 1 || !(share > 0 && share < 1)) {
      throw new IllegalArgumentException(
          "bootstrap: %d resamples, share %s; expected at least 1 and a share in (0, 1)"
              .formatted(resamples, share));
    }
  }

  /** 95% intervals from 2000 draws. */
  public SubjectBootstrap(SeedPath seed) {
    this(seed, DEFAULT_RESAMPLES, DEFAULT_SHARE);
  }

  /**
   * The interval of one method's score.
   *
   * @param labels the task's classes
   * @param clips at least one, each once, in any order
   * @param score any function of pooled counts, such as {@link Score#UF1}
   */
  public Interval interval(
      List<String> labels, Collection<ScoredClip> clips, ToDoubleFunction<ConfusionMatrix> score) {
    return interval(labels, SeededClips.of(clips), score);
  }

  /**
   * The interval of the mean over the seeds of one method's score. A drawn person brings the
   * predictions of all seeds. The seeds themselves are not drawn: the interval speaks of other
   * people, not of other seeds.
   */
  public Interval interval(
      List<String> labels, SeededClips clips, ToDoubleFunction<ConfusionMatrix> score) {
    return Interval.central(draws(SeedCounts.of(labels, clips), score), share);
  }

  /**
   * The interval of {@code score(clips) - score(baseline)}, both over the same drawn people.
   *
   * @throws IllegalArgumentException if the two don't hold the same clips with the same truth
   */
  public Interval difference(
      List<String> labels,
      Collection<ScoredClip> clips,
      Collection<ScoredClip> baseline,
      ToDoubleFunction<ConfusionMatrix> score) {
    return difference(labels, SeededClips.of(clips), SeededClips.of(baseline), score);
  }

  /**
   * The interval of the difference of the means over the seeds.
   *
   * @throws IllegalArgumentException if the two don't hold the same clips with the same truth, or
   *     not as many seeds
   */
  public Interval difference(
      List<String> labels,
      SeededClips clips,
      SeededClips baseline,
      ToDoubleFunction<ConfusionMatrix> score) {
    SeededClips.requireComparable(clips, baseline);
    double[] values = draws(SeedCounts.of(labels, clips), score);
    double[] baselineValues = draws(SeedCounts.of(labels, baseline), score);
    for (int draw = 0; draw < values.length; draw++) {
      values[draw] -= baselineValues[draw];
    }
    return Interval.central(values, share);
  }

  private double[] draws(SeedCounts counts, ToDoubleFunction<ConfusionMatrix> score) {
    int people = counts.subjects();
    if (people == 0) {
      throw new IllegalArgumentException("bootstrap: 0 clips; an interval needs at least 1");
    }
    RandomGenerator random = seed.random();
    double[] values = new double[resamples];
    for (int draw = 0; draw < resamples; draw++) {
      int[] sums = counts.zeros();
      for (int i = 0; i < people; i++) {
        counts.addTo(sums, random.nextInt(people));
      }
      values[draw] = counts.score(sums, score);
    }
    return values;
  }
}
