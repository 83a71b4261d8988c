package org.macro2micro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.macro2micro.clip.ClipId;
import org.macro2micro.nn.EngineStart;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;

class ApexAndFramesTest {
  private static final int FRAMES = 2;
  private static final int HEIGHT = 2;
  private static final int WIDTH = 3;

  @Test
  void givesTheApexFramesAndAllFrames() {
    try (NDManager manager = EngineStart.newManager()) {
      List<PreparedClip> clips = List.of(clip("a", 0, 1), clip("b", 100, 0));

      NDList arrays = new ApexAndFrames().of(manager, clips);

      NDArray apex = arrays.get(0);
      NDArray all = arrays.get(1);
      assertThat(apex.getShape()).isEqualTo(new Shape(2, 3, HEIGHT, WIDTH));
      assertThat(all.getShape()).isEqualTo(new Shape(2, FRAMES, 3, HEIGHT, WIDTH));
      for (int i = 0; i < clips.size(); i++) {
        PreparedClip clip = clips.get(i);
        for (int t = 0; t < FRAMES; t++) {
          for (int channel = 0; channel < 3; channel++) {
            for (int y = 0; y < HEIGHT; y++) {
              for (int x = 0; x < WIDTH; x++) {
                float expected = clip.pixels()[((t * 3 + channel) * HEIGHT + y) * WIDTH + x];
                assertThat(all.getFloat(i, t, channel, y, x)).isEqualTo(expected);
                if (t == clip.apex()) {
                  assertThat(apex.getFloat(i, channel, y, x)).isEqualTo(expected);
                }
              }
            }
          }
        }
      }
    }
  }

  @Test
  void refusesNoClipsAndClipsOfOtherSizes() {
    try (NDManager manager = EngineStart.newManager()) {
      ApexAndFrames view = new ApexAndFrames();
      PreparedClip other =
          new PreparedClip(
              ClipId.of("db", "s", "c"), Input.FRAME, 1, HEIGHT, WIDTH, 0, new float[18]);
      assertThatThrownBy(() -> view.of(manager, List.of())).hasMessageContaining("0 clips");
      assertThatThrownBy(() -> view.of(manager, List.of(clip("a", 0, 0), other)))
          .hasMessageContaining("prepare all with the same settings");
    }
  }

  private static PreparedClip clip(String name, int from, int apex) {
    float[] pixels = new float[FRAMES * 3 * HEIGHT * WIDTH];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = from + i;
    }
    ClipId id = ClipId.of("db", "s", name);
    return new PreparedClip(id, Input.FRAME, FRAMES, HEIGHT, WIDTH, apex, pixels);
  }
}
