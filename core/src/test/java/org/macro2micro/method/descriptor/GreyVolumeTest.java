package org.macro2micro.method.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;

class GreyVolumeTest {
  @Test
  void equalChannelsAreTakenAsTheyAre() {
    PreparedClip clip = Volumes.noise(1, 3, 4, 5);
    GreyVolume volume = GreyVolume.of(clip);
    assertThat(volume.grey()).hasSize(60);
    for (int i = 0; i < 60; i++) {
      assertThat(volume.grey()[i]).isEqualTo(clip.pixels()[i / 20 * 60 + i % 20]);
    }
    assertThat(volume.rowStride()).isEqualTo(5);
    assertThat(volume.frameStride()).isEqualTo(20);
    assertThat(volume.frame(1)).containsExactly(Arrays.copyOfRange(volume.grey(), 20, 40));
  }

  @Test
  void coloursBecomeLuma() {
    float[] pixels = {1, 0, 0, .5f, 0, 1, 0, .25f, 0, 0, 1, .75f};
    PreparedClip clip = new PreparedClip(Volumes.ID, Input.FRAME, 1, 2, 2, 0, pixels);
    float[] luma = {.299f, .587f, .114f, .38175f};
    for (int i = 0; i < luma.length; i++) {
      assertThat(GreyVolume.of(clip).grey()[i]).isCloseTo(luma[i], within(1e-6f));
    }
  }

  @ParameterizedTest
  @EnumSource(value = Input.class, mode = EnumSource.Mode.EXCLUDE, names = "FRAME")
  void otherInputsAreRefused(Input input) {
    PreparedClip clip = new PreparedClip(Volumes.ID, input, 1, 1, 1, 0, new float[3]);
    assertThatThrownBy(() -> GreyVolume.of(clip))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs preprocess.input=frame, found " + input.word())
        .hasMessageContaining(Volumes.ID.toString());
  }
}
