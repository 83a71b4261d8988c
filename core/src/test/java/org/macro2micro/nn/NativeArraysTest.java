package org.macro2micro.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

class NativeArraysTest {
  @Test
  void holdsWhatWasWritten() {
    try (NDManager manager = EngineStart.newManager()) {
      NDArray array =
          NativeArrays.written(
              manager, new Shape(2, 2), values -> values.put(new float[] {1, 2, 3}).put(.5f));
      assertThat(array.toFloatArray()).containsExactly(1, 2, 3, .5f);
      assertThat(array.add(array).getFloat(1, 0)).isEqualTo(6);
    }
  }

  @Test
  void refusesAWriterThatLeavesNumbersOut() {
    try (NDManager manager = EngineStart.newManager()) {
      assertThatThrownBy(() -> NativeArrays.written(manager, new Shape(3), values -> values.put(1)))
          .hasMessageContaining("1 of 3");
    }
  }

  @Test
  void whatIsWrittenIntoSharedMemoryIsTheArrays() {
    try (NDManager manager = EngineStart.newManager()) {
      NDArray array = manager.create(new float[] {1, 2, 3, 4}, new Shape(2, 2));
      FloatBuffer shared = NativeArrays.shared(array).orElseThrow();
      assertThat(shared.get(0)).isEqualTo(1);
      shared.put(3, 8);
      assertThat(array.toFloatArray()).containsExactly(1, 2, 3, 8);
      assertThat(NativeArrays.shared(manager.zeros(new Shape(0)))).isPresent();
    }
  }

  @Test
  void anArrayInAnotherOrderIsNotShared() {
    try (NDManager manager = EngineStart.newManager()) {
      NDArray array = manager.create(new float[] {1, 2, 3, 4}, new Shape(2, 2));
      assertThat(NativeArrays.shared(array.transpose())).isEmpty();
      assertThat(array.toFloatArray()).containsExactly(1, 2, 3, 4);
    }
  }
}
