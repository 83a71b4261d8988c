package org.macro2micro.spot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.macro2micro.base.Progress;
import org.macro2micro.clip.FaceEvent;
import org.macro2micro.metric.Interval;
import org.macro2micro.metric.SubjectBootstrap;
import org.macro2micro.preprocess.FollowedFaces;
import org.macro2micro.seed.SeedPath;

/**
 * A video of which everything is known, as {@link Spotter} and {@link DifferenceSpotter} see it:
 * both from one pass, with whatever thresholds are tried.
 *
 * @param truth all that happens in it
 * @param contrast what {@link Spotter} finds with the settings given
 * @param difference mean absolute difference to the frame before, one value for each frame
 */
@SuppressWarnings("ArrayRecordComponent") // read at once and never compared
public record SpotTrial(List<FaceEvent> truth, Spotting contrast, double[] difference) {
  private static final double[] GAPS = {0, .05, .1, .15, .2, .3, .4};

  /**
   * The number of thresholds that are tried: the largest differences of this many equal shares of
   * the frames.
   */
  private static final int LEVELS = 60;

  public SpotTrial {
    truth = List.copyOf(truth);
  }

  /**
   * Watches a video.
   *
   * @throws IOException if the video or the face detector can't be read
   */
  public static SpotTrial of(
      Path video,
      List<FaceEvent> truth,
      SpotSettings settings,
      Progress progress,
      BooleanSupplier isCancelled)
      throws IOException {
    try (FollowedFaces faces = Footage.of(video).open(settings.detector())) {
      ContrastCurve contrast = new ContrastCurve(settings);
      DifferenceCurve difference = new DifferenceCurve();
      FacePass pass = FacePass.of(faces, List.of(contrast, difference), progress, isCancelled);
      return new SpotTrial(
          truth,
          new ContrastRule(settings)
              .apply(contrast.values(), contrast.slowValues(), pass.times())
              .with(pass.watched()),
          difference.values());
    }
  }

  /** Returns the same video with other events. */
  public SpotTrial withTruth(List<FaceEvent> other) {
    return new SpotTrial(other, contrast, difference);
  }

  /** The score of {@link Spotter}. */
  public SpottingScore contrastScore() {
    return SpottingScore.of(truth, contrast);
  }

  /** The score of {@link DifferenceSpotter}. */
  public SpottingScore differenceScore(DifferenceSpotter spotter) {
    DifferenceRule rule = new DifferenceRule(spotter.threshold(), spotter.gap());
    return SpottingScore.of(truth, rule.apply(difference, contrast.times()));
  }

  /**
   * Returns the difference spotter with the best pooled F1 over development videos. If several are
   * equally good, the one with the largest threshold is taken.
   *
   * @param development at least one
   */
  public static DifferenceSpotter bestDifference(List<SpotTrial> development) {
    double[] sorted =
        development.stream()
            .flatMapToDouble(trial -> Arrays.stream(trial.difference()))
            .filter(value -> !Double.isNaN(value))
            .sorted()
            .toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException(
          "development videos: %d without a face in two frames that follow each other; expected faces: give other videos"
              .formatted(development.size()));
    }
    DifferenceSpotter best = new DifferenceSpotter(sorted[sorted.length - 1], 0);
    double most = -1;
    for (int level = LEVELS - 1; level >= LEVELS / 3; level--) {
      double threshold = sorted[(int) ((long) sorted.length * level / LEVELS)];
      for (double gap : GAPS) {
        DifferenceSpotter tried = new DifferenceSpotter(threshold, gap);
        double f1 =
            SpottingScore.pooled(
                    development.stream().map(trial -> trial.differenceScore(tried)).toList())
                .f1();
        if (f1 > most) {
          most = f1;
          best = tried;
        }
      }
    }
    return best;
  }

  /**
   * The 95% percentile bootstrap over videos of a pooled score.
   *
   * @param videos at least one
   * @param seed names the draws
   */
  public static Interval interval(
      List<SpottingScore> videos, ToDoubleFunction<SpottingScore> score, SeedPath seed) {
    if (videos.isEmpty()) {
      throw new IllegalArgumentException("bootstrap: 0 videos; an interval needs at least 1");
    }
    RandomGenerator random = seed.random();
    double[] values = new double[SubjectBootstrap.DEFAULT_RESAMPLES];
    for (int draw = 0; draw < values.length; draw++) {
      List<SpottingScore> drawn = new ArrayList<>();
      for (int i = 0; i < videos.size(); i++) {
        drawn.add(videos.get(random.nextInt(videos.size())));
      }
      values[draw] = score.applyAsDouble(SpottingScore.pooled(drawn));
    }
    return Interval.central(values, SubjectBootstrap.DEFAULT_SHARE);
  }
}
