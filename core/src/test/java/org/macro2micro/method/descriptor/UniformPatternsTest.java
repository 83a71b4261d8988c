package org.macro2micro.method.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UniformPatternsTest {
  @Test
  void fourPointsHaveTwoPatternsThatAreNotUniform() {
    // 0101 and 1010 share the last bin.
    assertThat(UniformPatterns.table(4))
        .containsExactly(0, 1, 2, 3, 4, 14, 5, 6, 7, 8, 14, 9, 10, 11, 12, 13);
    assertThat(UniformPatterns.bins(8)).isEqualTo(59);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 5, 8, 16})
  void turningKeepsAPatternUniform(int points) {
    int[] table = UniformPatterns.table(points);
    int others = UniformPatterns.bins(points) - 1;
    assertThat(Arrays.stream(table).filter(bin -> bin != others).distinct().count())
        .isEqualTo(others);
    for (int code = 0; code < table.length; code++) {
      int turned = (code << 1 | code >> (points - 1)) & (table.length - 1);
      assertThat(table[turned] == others).isEqualTo(table[code] == others);
    }
  }
}
