package org.macro2micro.report.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.macro2micro.spot.SpottedInterval;
import org.macro2micro.spot.Spotting;

class PredictedVideoTest {
  private static final LabelledInterval FIRST = PredictionCases.interval(3, 4, 5, 0);
  private static final LabelledInterval SECOND = PredictionCases.interval(6, 8, 8, 2);

  @Test
  void anIntervalHoldsItsOnsetAndItsOffset() {
    PredictedVideo video = PredictionCases.video(20, List.of(FIRST, SECOND));
    for (int frame = 0; frame < 20; frame++) {
      if (frame < 3 || frame > 8) {
        assertThat(video.at(frame)).isEmpty();
      } else {
        assertThat(video.at(frame)).contains(frame <= 5 ? FIRST : SECOND);
      }
    }
    assertThat(video.score(SECOND)).hasValue(.8);
    assertThat(video.colour(SECOND)).isEqualTo(2);
  }

  @Test
  void withoutClassesNothingIsNamed() {
    Spotting spotting = new Spotting(20, 200, new double[20], new double[20], List.of());
    LabelledInterval unnamed = LabelledInterval.unnamed(FIRST.interval());
    PredictedVideo video = new PredictedVideo("v.avi", spotting, List.of(), List.of(unnamed));
    assertThat(video.isNamed()).isFalse();
    assertThat(video.score(unnamed)).isEmpty();
    assertThat(video.colour(unnamed)).isZero();
    assertThat(video.word(unnamed)).isEqualTo("movement");
    assertThatThrownBy(() -> new PredictedVideo("v.avi", spotting, List.of(), List.of(FIRST)))
        .hasMessageContaining("expected one of []");
    List<String> classes = List.of("negative", "positive");
    assertThatThrownBy(() -> new PredictedVideo("v.avi", spotting, classes, List.of(unnamed)))
        .hasMessageContaining("class \"\" with 0 scores");
  }

  @Test
  void clocksCountFromTheStart() {
    PredictedVideo video = PredictionCases.video(200 * 3720 + 1, List.of());
    assertThat(video.clock(0)).isEqualTo("0:00.000");
    assertThat(video.clock(861)).isEqualTo("0:04.305");
    assertThat(video.clock(200 * 3599 + 199)).isEqualTo("59:59.995");
    assertThat(video.clock(200 * 3720)).isEqualTo("1:02:00.000");
  }

  @Test
  void intervalsThatOverlapOrLeaveTheVideoAreRefused() {
    assertThatThrownBy(() -> PredictionCases.video(20, List.of(SECOND, FIRST)))
        .hasMessageContaining("interval 2: frames 3 to 5; expected them within 9 to 19");
    assertThatThrownBy(() -> PredictionCases.video(8, List.of(FIRST, SECOND)))
        .hasMessageContaining("interval 2: frames 6 to 8; expected them within 6 to 7");
  }

  @Test
  void classesMustBeThoseOfTheVideo() {
    LabelledInterval other =
        new LabelledInterval(new SpottedInterval(1, 1, 1, 2), "boredom", List.of(1., 0., 0.));
    assertThatThrownBy(() -> PredictionCases.video(8, List.of(other)))
        .hasMessageContaining("\"boredom\" with 3 scores; expected one of [negative");
    LabelledInterval few =
        new LabelledInterval(new SpottedInterval(1, 1, 1, 2), "positive", List.of(1.));
    assertThatThrownBy(() -> PredictionCases.video(8, List.of(few)))
        .hasMessageContaining("with 1 scores");
  }

  @Test
  void aVideoWithoutARateIsRefused() {
    Spotting still = new Spotting(0, 0, new double[0], new double[0], List.of());
    assertThatThrownBy(() -> new PredictedVideo("v.avi", still, List.of(), List.of()))
        .hasMessageContaining("0.0 frames a second");
  }
}
