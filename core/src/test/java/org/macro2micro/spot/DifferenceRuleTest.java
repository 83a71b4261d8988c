package org.macro2micro.spot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.macro2micro.clip.FaceEvent;

class DifferenceRuleTest {
  private static final double[] CURVE = {
    Double.NaN, 1, 4, 1, 1, 5, 1, 1, 1, 6, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9, 9, 9, 1
  };

  @Test
  void gapsAreBridgedAndLongPartsLeftOut() {
    // 10 frames a second; 14 to 21 are 8 frames, more than .7 seconds.
    assertThat(
            new DifferenceRule(2, 0).apply(CURVE, FrameTimes.regular(CURVE.length, 10)).intervals())
        .containsExactly(
            new SpottedInterval(2, 2, 2, 2),
            new SpottedInterval(5, 5, 5, 2.5),
            new SpottedInterval(9, 9, 9, 3));
    assertThat(
            new DifferenceRule(2, .2)
                .apply(CURVE, FrameTimes.regular(CURVE.length, 10))
                .intervals())
        .containsExactly(new SpottedInterval(2, 5, 5, 2.5), new SpottedInterval(9, 9, 9, 3));
  }

  @Test
  void theBestThresholdIsFoundOnDevelopmentVideos() {
    List<FaceEvent> truth = List.of(new FaceEvent(2, 3, 5, FaceEvent.Kind.MICRO, ""));
    Spotting nothing = new Spotting(CURVE.length, 10, CURVE, CURVE, List.of());
    SpotTrial trial = new SpotTrial(truth, nothing, CURVE);
    DifferenceSpotter best = SpotTrial.bestDifference(List.of(trial));
    // 2 to 5 as one and 9 is the best there is: precision 1/2, recall 1.
    assertThat(trial.differenceScore(best).f1()).isEqualTo(2.0 / 3);
    assertThat(best.threshold()).isLessThan(4);
    assertThat(best.gap()).isEqualTo(.15);
  }
}
