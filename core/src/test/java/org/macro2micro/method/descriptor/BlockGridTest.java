package org.macro2micro.method.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BlockGridTest {
  @Test
  void tenPositionsInFourBlocks() {
    assertThat(blocks(10, 4)).containsExactly(0, 0, 0, 1, 1, 2, 2, 2, 3, 3);
    assertThat(blocks(3, 3)).containsExactly(0, 1, 2);
  }

  @Property
  void noBlockIsEmptyOrMuchLarger(
      @ForAll @IntRange(min = 1, max = 300) int length,
      @ForAll @IntRange(min = 1, max = 64) int count) {
    Assume.that(length >= count);
    int[] sizes = new int[count];
    int last = 0;
    for (int block : blocks(length, count)) {
      assertThat(block).isGreaterThanOrEqualTo(last);
      last = block;
      sizes[block]++;
    }
    for (int size : sizes) {
      assertThat(size).isBetween(length / count, length / count + 1);
    }
  }

  @Test
  void moreBlocksThanPositionsIsAnErrorThatSaysWhatToSet() {
    assertThatThrownBy(() -> blocks(4, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "clip casme2/sub01/EP02_01f: found 4 positions for rows=5, expected at least as many; lower rows or raise preprocess.size");
  }

  private static int[] blocks(int length, int count) {
    return BlockGrid.blocks(GreyClips.ID, length, count, "rows", "preprocess.size");
  }
}
