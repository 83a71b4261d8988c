package org.macro2micro.method.guided;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.macro2micro.clip.ClipId;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.Batch;

class FaceImagesTest {
  private static final ClipId ID = ClipId.of("db", "s", "c");

  /** Frames of 2x2 pixels whose values are their numbers. */
  @Test
  void framesGiveTheApexAndTheOnset() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDList images = images(manager, clip(Input.FRAME, 5, 3));
      assertThat(images.get(0).getShape()).isEqualTo(new Shape(1, 3, 2, 2));
      assertThat(images.get(0).toFloatArray()).containsOnly(3);
      assertThat(images.get(1).toFloatArray()).containsOnly(0);
    }
  }

  /** The rise, and stillness: the median of each plane. */
  @Test
  void flowGivesTheRiseAndStillness() {
    float[] pixels = {0, 1, 2, 9, 5, 5, 5, 6, 0, 0, 0, 1, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7};
    PreparedClip clip = new PreparedClip(ID, Input.FLOW, 2, 2, 2, 1, pixels);
    try (NDManager manager = NDManager.newBaseManager()) {
      NDList images = images(manager, clip);
      assertThat(images.get(0).toFloatArray()).containsExactly(0, 1, 2, 9, 5, 5, 5, 6, 0, 0, 0, 1);
      assertThat(images.get(1).toFloatArray())
          .containsExactly(1.5f, 1.5f, 1.5f, 1.5f, 5, 5, 5, 5, 0, 0, 0, 0);
    }
  }

  /** One of five about the apex, where there are five, but never the onset. */
  @Test
  void aFrameNearTheApexTakesItsPlace() {
    assertThat(drawn(clip(Input.FRAME, 9, 4), 2)).containsExactly(2, 3, 4, 5, 6);
    assertThat(drawn(clip(Input.FRAME, 9, 1), 2)).containsExactly(1, 2, 3);
    assertThat(drawn(clip(Input.FRAME, 9, 8), 2)).containsExactly(6, 7, 8);
    assertThat(drawn(clip(Input.FRAME, 9, 4), 0)).containsExactly(4);
    assertThat(drawn(clip(Input.FRAME, 2, 1), 2)).containsExactly(1);
    assertThat(drawn(clip(Input.FLOW, 2, 0), 2)).containsExactly(0);
  }

  private static Set<Integer> drawn(PreparedClip clip, int reach) {
    Set<Integer> drawn = new TreeSet<>();
    try (NDManager manager = NDManager.newBaseManager()) {
      for (int step = 0; step < 100; step++) {
        Batch batch = new Batch(manager, List.of(0), SeedPath.root(step), 0);
        drawn.add(FaceImages.nearApex(List.of(clip), reach, batch).get(0).apex());
      }
    }
    return drawn;
  }

  private static NDList images(NDManager manager, PreparedClip clip) {
    FaceImages view = new FaceImages(2);
    return view.arranged(view.of(manager, List.of(clip)));
  }

  private static PreparedClip clip(Input input, int frames, int apex) {
    float[] pixels = new float[frames * 12];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = i / 12;
    }
    return new PreparedClip(ID, input, frames, 2, 2, apex, pixels);
  }
}
