package org.macro2micro.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.macro2micro.seed.SeedPath;

class IntervalSamplingTest {
  @Test
  void vOfSIsTheMeanOfEverySthFrame() {
    try (NDManager manager = NDManager.newBaseManager()) {
      // One clip of 5 frames whose 1x1 maps hold 1, 2, 4, 8, 16.
      NDArray maps = manager.create(new float[] {1, 2, 4, 8, 16}, new Shape(1, 5, 1, 1, 1));
      IntervalSampling sampling = new IntervalSampling(3);
      assertThat(sampling.intervals()).containsExactly(1, 2, 4);
      List<NDArray> zero = sampling.sample(maps, sampling.zeroOffsets());
      assertThat(zero.get(0).getFloat()).isEqualTo(31 / 5f);
      assertThat(zero.get(1).getFloat()).isEqualTo((1 + 4 + 16) / 3f);
      assertThat(zero.get(2).getFloat()).isEqualTo((1 + 16) / 2f);
      assertThat(IntervalSampling.aggregate(zero).getFloat()).isEqualTo((6.2f + 7 + 8.5f) / 3);
      List<NDArray> moved = sampling.sample(maps, List.of(0, 1, 3));
      assertThat(moved.get(1).getFloat()).isEqualTo((2 + 8) / 2f);
      assertThat(moved.get(2).getFloat()).isEqualTo(8);
    }
  }

  @Test
  void offsetsStayBelowIntervalAndClip() {
    IntervalSampling sampling = new IntervalSampling(4);
    boolean[] seen = new boolean[4];
    for (int i = 0; i < 200; i++) {
      List<Integer> offsets = sampling.randomOffsets(3, SeedPath.root(i).random());
      assertThat(offsets.get(0)).isZero();
      assertThat(offsets.get(1)).isBetween(0, 1);
      assertThat(offsets.get(3)).isBetween(0, 2);
      seen[offsets.get(3)] = true;
    }
    assertThat(seen).startsWith(true, true, true);
  }

  @Test
  void atLeastOneInterval() {
    assertThatThrownBy(() -> new IntervalSampling(0)).hasMessageContaining("sampling intervals: 0");
  }
}
