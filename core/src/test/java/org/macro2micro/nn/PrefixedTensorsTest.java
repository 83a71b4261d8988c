package org.macro2micro.nn;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import org.junit.jupiter.api.Test;

class PrefixedTensorsTest {
  @Test
  void whatWasJoinedComesApartAgain() {
    byte[] first = file("a", 1);
    byte[] second = file("a", 2);
    SafetensorsFile both = SafetensorsFile.of("both", PrefixedTensors.joined(first, "x.", second));
    assertThat(both.names()).containsExactly("a", "x.a");
    assertThat(PrefixedTensors.without(both, "x.")).isEqualTo(first);
    assertThat(PrefixedTensors.of(both, "x.")).isEqualTo(second);
  }

  private static byte[] file(String name, float value) {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray array = manager.create(new float[] {value, 0});
      array.setName(name);
      return Safetensors.write(new NDList(array));
    }
  }
}
