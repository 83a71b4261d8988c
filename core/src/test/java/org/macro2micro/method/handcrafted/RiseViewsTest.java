package org.macro2micro.method.handcrafted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;

class RiseViewsTest {
  /** Medians 2, 0 and 2; what is left has the squared length 1 + 9 + 16 + 1 + 1. */
  @Test
  void threePixelsByHand() {
    RiseViews views = RiseViews.of(new float[] {1, 2, 5, 0, 0, 4, 3, 1, 2}, 3);
    assertThat(views.image()).containsExactly(1, 2, 5, 0, 0, 4, 3, 1, 2);
    float unit = (float) (1 / Math.sqrt(28));
    assertThat(views.centred())
        .containsExactly(
            new float[] {-unit, 0, 3 * unit, 0, 0, 4 * unit, unit, -unit, 0}, within(1e-6f));
    // The left of a face moves to the right as the right of its mirror image does to the left.
    assertThat(views.mirrored())
        .containsExactly(
            new float[] {-3 * unit, 0, unit, 4 * unit, 0, 0, 0, -unit, unit}, within(1e-6f));
  }

  /** Rows of two: each is turned for itself, and medians are half-way between 1 and 3. */
  @Test
  void fourPixelsByHand() {
    float[] image = {3, 0, 1, 9, 2, 2, 2, 2, 7, 7, 7, 7};
    RiseViews views = RiseViews.of(image, 2);
    float unit = (float) (1 / Math.sqrt(1 + 4 + 1 + 49));
    assertThat(views.centred())
        .containsExactly(
            new float[] {unit, -2 * unit, -unit, 7 * unit, 0, 0, 0, 0, 0, 0, 0, 0}, within(1e-6f));
    assertThat(views.mirrored())
        .containsExactly(
            new float[] {2 * unit, -unit, -7 * unit, unit, 0, 0, 0, 0, 0, 0, 0, 0}, within(1e-6f));
  }

  @Test
  void aFaceAtRestIsNothing() {
    RiseViews views = RiseViews.of(new float[] {5, 5, 5, 5, 2, 2}, 2);
    assertThat(views.centred()).containsExactly(new float[6], within(0f));
    assertThat(views.mirrored()).containsExactly(new float[6], within(0f));
  }

  @Test
  void onlyTheRiseOfAFlowClip() {
    PreparedClip two =
        new PreparedClip(
            ToyClips.ID, Input.FLOW, 2, 1, 1, 0, new float[] {.1f, .2f, .3f, .4f, .5f, .6f});
    assertThat(RiseViews.of(two).image()).containsExactly(.1f, .2f, .3f);
    PreparedClip frames = new PreparedClip(ToyClips.ID, Input.FRAME, 1, 1, 1, 0, new float[3]);
    assertThatThrownBy(() -> RiseViews.of(frames))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "method flow-kernel needs preprocess.input=flow, found frame (clip casme2/sub0/c0)");
  }
}
