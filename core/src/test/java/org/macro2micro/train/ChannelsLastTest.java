package org.macro2micro.train;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.macro2micro.clip.ClipId;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;

class ChannelsLastTest {
  private static final float[] PLANES = {0, 1, 2, 3, 10, 11, 12, 13, 20, 21, 22, 23};

  @Test
  void aPixelsChannelsLieSideBySide() {
    assertThat(ChannelsLast.interleaved(PLANES, 0, 4))
        .containsExactly(0, 10, 20, 1, 11, 21, 2, 12, 22, 3, 13, 23);
    assertThat(ChannelsLast.interleaved(new float[] {9, 9, 1, 2, 3}, 2, 1))
        .containsExactly(1, 2, 3);
  }

  /** The numbers are where they belong, and were not moved in memory to get there. */
  @Test
  void arrangedImagesAreSeenPlaneByPlane() {
    PreparedClip clip =
        new PreparedClip(ClipId.of("db", "s", "c"), Input.FRAME, 1, 2, 2, 0, PLANES);
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray images = ChannelsLast.images(manager, List.of(clip, clip), 2, PreparedClip::pixels);
      NDArray arranged = ChannelsLast.arranged(new NDList(images)).singletonOrThrow();
      assertThat(arranged.getShape()).isEqualTo(new Shape(2, 3, 2, 2));
      assertThat(arranged.get(1).toFloatArray()).containsExactly(PLANES);
      images.set(new NDIndex("1, 0, 1, 2"), 7f);
      assertThat(arranged.getFloat(1, 2, 0, 1)).isEqualTo(7);
    }
  }
}
