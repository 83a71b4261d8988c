package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaplacianPyramidTest {
  @ParameterizedTest
  @ValueSource(ints = {8, 17, 48, 63})
  void withGainsOfOneTheImageComesBack(int size) {
    float[] image = noise(size);
    double[] ones = new double[PyramidGains.levels(size)];
    Arrays.fill(ones, 1);
    float[] back = image.clone();
    LaplacianPyramid.multiply(back, size, ones);
    assertThat(back).containsExactly(image, within(1e-3f));
    Arrays.fill(ones, 3);
    LaplacianPyramid.multiply(back, size, ones);
    for (int i = 0; i < back.length; i++) {
      assertThat(back[i]).isCloseTo(3 * image[i], within(1e-2f));
    }
  }

  @Test
  void aFlatImageIsInTheCoarsestLevelAlone() {
    float[] flat = new float[32 * 32];
    Arrays.fill(flat, 7);
    LaplacianPyramid.multiply(flat, 32, new double[] {0, 1, 1, 1});
    assertThat(flat).containsOnly(0);
    Arrays.fill(flat, 7);
    LaplacianPyramid.multiply(flat, 32, new double[] {2, 0, 0, 0});
    assertThat(flat).containsOnly(14);
  }

  @Test
  void aChessboardIsInTheFinestLevel() {
    float[] board = new float[32 * 32];
    for (int i = 0; i < board.length; i++) {
      board[i] = (i % 32 + i / 32) % 2 == 0 ? 1 : -1;
    }
    float[] before = board.clone();
    LaplacianPyramid.multiply(board, 32, new double[] {0, 0, 0, 1});
    assertThat(board[16 * 32 + 16]).isCloseTo(before[16 * 32 + 16], within(.05f));
    LaplacianPyramid.multiply(before, 32, new double[] {1, 1, 1, 0});
    assertThat(before[16 * 32 + 16]).isCloseTo(0, within(.05f));
  }

  private static float[] noise(int size) {
    float[] image = new float[size * size];
    for (int i = 0; i < image.length; i++) {
      image[i] = i * 7919 % 256;
    }
    return image;
  }
}
