package org.macro2micro.method.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;

class BoostTest {
  private static final PreparedClip CLIP = GreyClips.clip(10, 24, 24, 4, GreyClips.moving(.7, .3));

  @Test
  void describesByTheDescriptorThatIsChosen() {
    assertThat(boost(Boost.Kind.HIGO_TOP).of(CLIP))
        .isEqualTo(GreyClips.higoTop(2, 3, 1, 8).of(CLIP));
    assertThat(boost(Boost.Kind.LBP_TOP).of(CLIP))
        .isEqualTo(new LbpTop(new LbpTop.Settings(2, 3, 1, 1, 2, 3, 6, Volumes.SVM)).of(CLIP));
  }

  @Test
  void refusesWhatNeitherDescriptorCanTake() {
    assertThatThrownBy(() -> settings(Boost.Kind.HIGO_TOP, 1, 6))
        .hasMessageContaining("bins: found 1");
    assertThatThrownBy(() -> settings(Boost.Kind.HIGO_TOP, 8, 3))
        .hasMessageContaining("neighbours: found 3");
    assertThatThrownBy(() -> boost(Boost.Kind.HIGO_TOP).of(GreyClips.showing(Input.FLOW)))
        .hasMessageContaining("preprocess.input=frame");
  }

  @Test
  void saysWhatIsAGuess() {
    assertThat(Boost.PAGE.departures()).contains("guess");
    assertThat(Boost.PAGE.remark()).contains("descriptor", "classifier", "guess");
  }

  private static Boost boost(Boost.Kind kind) {
    return new Boost(settings(kind, 8, 6));
  }

  private static Boost.Settings settings(Boost.Kind kind, int bins, int neighbours) {
    return new Boost.Settings(kind, 2, 3, 1, bins, 1, 2, 3, neighbours, Volumes.SVM);
  }
}
