package org.macro2micro.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.macro2micro.clip.ClipId;
import org.macro2micro.nn.ComputeDevice;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.nn.SeededWeights;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.seed.SeedPath;

class TwoStreamNetworkTest {
  private static final int FRAMES = 3;
  private static final int SIDE = 64;

  /** Copies to another arrangement on the way would cost a third of the time of a step. */
  @Test
  void allLayersKeepAPixelsChannelsSideBySide() {
    TwoStreamNetwork network =
        new TwoStreamNetwork(new TwoStreamSettings(8, TwoStreamSettings.Fusion.CONCAT, 2, 4), 2);
    try (LoadedNetwork<TwoStreamNetwork> loaded =
            LoadedNetwork.random(
                ComputeDevice.CPU,
                network,
                SeededWeights.TORCHVISION,
                SeedPath.root(1),
                network.view().shapes());
        NDManager step = loaded.manager().newSubManager()) {
      NDList inputs = network.view().of(step, List.of(clip("a"), clip("b")));

      StreamFeatures features = network.features(inputs, false);

      assertThat(isInOrder(inputs.get(0).transpose(0, 2, 3, 1))).isTrue();
      assertThat(isInOrder(inputs.get(1).transpose(0, 1, 3, 4, 2))).isTrue();
      assertThat(features.apexMap().getShape().getShape()).containsExactly(2, 64, 2, 2);
      assertThat(isInOrder(features.apexMap().transpose(0, 2, 3, 1))).isTrue();
      assertThat(isInOrder(features.frameMaps().transpose(0, 1, 3, 4, 2))).isTrue();
      assertThat(isInOrder(features.frameMaps())).isFalse();
    }
  }

  /**
   * Whether the numbers lie in memory in the order of the axes: only then does the engine hand out
   * the memory itself and not a copy.
   */
  private static boolean isInOrder(NDArray array) {
    float before = array.flatten().getFloat(0);
    array.toByteBuffer(true).order(ByteOrder.nativeOrder()).asFloatBuffer().put(0, before + 1);
    return array.flatten().getFloat(0) == before + 1;
  }

  private static PreparedClip clip(String name) {
    var random = SeedPath.root(2).child(name).random();
    float[] pixels = new float[FRAMES * 3 * SIDE * SIDE];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = random.nextFloat();
    }
    ClipId id = ClipId.of("db", "s", name);
    return new PreparedClip(id, Input.FRAME, FRAMES, SIDE, SIDE, 1, pixels);
  }
}
