package org.macro2micro.method.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectionTest {
  @ParameterizedTest
  @CsvSource({
    // right, down, left, up lie on the lower edges of their bins
    "1, 0, 4",
    "0, 1, 6",
    "-1, 0, 0",
    "-1, -0.0, 0",
    "0, -1, 2",
    // between two axes
    "2, 1, 4",
    "1, 2, 5",
    "-1, 2, 6",
    "-2, 1, 7",
    "-2, -1, 0",
    "-1, -2, 1",
    "1, -2, 2",
    "2, -1, 3",
  })
  void eightBinsFromLeftOverUp(double x, double y, int bin) {
    assertThat(Direction.bin(x, y, 8)).isEqualTo(bin);
  }

  @Property
  void everyDirectionHasABin(
      @ForAll @DoubleRange(min = -10, max = 10) double x,
      @ForAll @DoubleRange(min = -10, max = 10) double y,
      @ForAll @IntRange(min = 2, max = 64) int bins) {
    assertThat(Direction.bin(x, y, bins)).isBetween(0, bins - 1);
  }

  @ParameterizedTest
  @CsvSource({"1, 3, .25, .75", "0, 0, 0, 0"})
  void normalisesOnlyItsPart(double a, double b, double first, double second) {
    double[] values = {7, a, b, 9};
    Direction.normalise(values, 1, 2);
    assertThat(values).containsExactly(7, first, second, 9);
  }
}
