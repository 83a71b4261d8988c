package org.macro2micro.method.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EllipseTest {
  /** In a 3x3 image, the square root of a half to the right and up: weights .5, .2071 twice. */
  @ParameterizedTest
  @CsvSource({"8, 248", "9, 250"})
  void aDiagonalNeighbourIsInterpolated(int corner, int code) {
    int c = 100;
    float[] image = {c + 20, c - 10, c + corner, c + 20, c, c - 10, c + 20, c + 20, c + 20};
    Ellipse circle = new Ellipse(8, 1, 1, 1, 3);
    int[] codes = new int[1];
    circle.codes(image, 4, codes, new float[1]);
    // Right (bit 0) and up (bit 2) are darker; between them -20 * .2071 + corner * .5.
    assertThat(codes[0]).isEqualTo(code);
    float[] difference = new float[1];
    circle.differences(1, image, 4, difference);
    double half = Math.sqrt(.5);
    assertThat((double) difference[0])
        .isCloseTo(-20 * half * (1 - half) + corner * half * half, within(1e-5));
  }

  @Test
  void radiiMayDiffer() {
    // A row of 7 by 3: three to the right and left, one up and down.
    float[] image = new float[21];
    image[13] = 3;
    image[7] = 7;
    image[3] = 2;
    image[17] = 5;
    Ellipse ellipse = new Ellipse(4, 3, 1, 1, 7);
    float[] found = new float[4];
    for (int p = 0; p < 4; p++) {
      float[] one = new float[1];
      ellipse.differences(p, image, 10, one);
      found[p] = one[0];
    }
    assertThat(found).containsExactly(3, 2, 7, 5);
  }

  @Property(tries = 200)
  void flatIsExactlyFlat(
      @ForAll @FloatRange(min = 0, max = 1) float grey,
      @ForAll @IntRange(min = 1, max = 31) int points,
      @ForAll @IntRange(min = 1, max = 4) int across,
      @ForAll @IntRange(min = 1, max = 4) int down) {
    float[] image = new float[81];
    Arrays.fill(image, grey);
    Ellipse ellipse = new Ellipse(points, across, down, 1, 9);
    for (int p = 0; p < points; p++) {
      float[] difference = new float[1];
      ellipse.differences(p, image, 40, difference);
      assertThat(difference[0]).isZero();
    }
  }
}
