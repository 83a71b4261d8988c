package org.macro2micro.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorStoreTest {
  /** Vectors i, i + .5: 8 bytes each. None, two or all of five are held in memory. */
  @ParameterizedTest
  @ValueSource(longs = {0, 7, 16, 23, 40, 1000})
  void givesTheSameWhereverTheyLie(long mostBytes) {
    VectorStore store = new VectorStore(mostBytes);
    for (int i = 0; i < 5; i++) {
      store.add(new float[] {i, i + .5f});
      // What was added before can be read while more comes.
      assertThat(store.of(new int[] {i})).containsExactly(i, i + .5f);
    }
    assertThat(store.size()).isEqualTo(5);
    assertThat(store.of(new int[] {4, 0, 2, 2})).containsExactly(4, 4.5f, 0, .5f, 2, 2.5f, 2, 2.5f);
    assertThat(store.of(new int[0])).isEmpty();
    assertThat(store.heldBytes()).isEqualTo(Math.min(5, mostBytes / 8) * 8);
  }

  @Test
  void anotherLengthOrPlaceIsAFault() {
    VectorStore store = new VectorStore(4);
    store.add(new float[] {1});
    store.add(new float[] {2});
    assertThatThrownBy(() -> store.add(new float[] {1, 2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected 1");
    assertThatThrownBy(() -> store.of(new int[] {2}))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessageContaining("vector 2 of 2");
  }
}
