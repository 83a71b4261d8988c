package org.macro2micro.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;

class GreyVolumeTest {
  @Test
  void equalChannelsStayAsTheyAre() {
    GreyVolume volume =
        GreyVolume.of(GreyClips.clip(2, 2, 3, 0, (t, y, x) -> .1 * t + .2 * y + .07 * x));
    assertThat(volume.frames()).isEqualTo(2);
    assertThat(volume.height()).isEqualTo(2);
    assertThat(volume.width()).isEqualTo(3);
    assertThat(volume.grey())
        .containsExactly(0, .07f, .14f, .2f, .27f, .34f, .1f, .17f, .24f, .3f, .37f, .44f);
    assertThat(volume.frame(1)).containsExactly(.1f, .17f, .24f, .3f, .37f, .44f);
  }

  @Test
  void coloursAreWeightedByLuma() {
    float[] pixels = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    PreparedClip clip = new PreparedClip(GreyClips.ID, Input.FRAME, 1, 1, 3, 0, pixels);
    assertThat(GreyVolume.of(clip).grey())
        .containsExactly(new float[] {.299f, .587f, .114f}, within(1e-7f));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FRAME")
  void anythingButFramesIsRefused(Input input) {
    assertThatThrownBy(() -> GreyVolume.of(GreyClips.showing(input)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "clip casme2/sub01/EP02_01f: a descriptor needs preprocess.input=frame, found "
                + input.word());
  }
}
