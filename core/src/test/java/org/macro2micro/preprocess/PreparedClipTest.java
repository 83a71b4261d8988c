package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.macro2micro.clip.ClipId;

class PreparedClipTest {
  /** Two frames of 1x2 pixels; the second is red and half of blue. */
  @Test
  void lumaWeighsTheChannelsOfOneFrame() {
    float[] pixels = {1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, .5f};
    PreparedClip clip =
        new PreparedClip(ClipId.of("casme2", "s", "c"), Input.FRAME, 2, 1, 2, 0, pixels);
    assertThat(clip.grey(0)).containsExactly(new float[] {1, 1}, within(1e-6f));
    assertThat(clip.grey(1)).containsExactly(new float[] {.299f, .057f}, within(1e-6f));
  }
}
