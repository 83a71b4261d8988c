package org.macro2micro.method.handcrafted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SpanTest {
  @Test
  void twoVectorsByHand() {
    // (3, 4) is the longer one and the first axis; of (2, 1) that leaves 10/5 along it and 1
    // across.
    List<float[]> vectors = List.of(new float[] {2, 1}, new float[] {3, 4});
    Span span = Span.of(new double[][] {{5, 10}, {10, 25}});
    assertThat(span.pivots()).containsExactly(1, 0);
    assertThat(span.rows()[0]).containsExactly(new double[] {2, 1}, within(1e-12));
    assertThat(span.rows()[1]).containsExactly(new double[] {5, 0}, within(1e-12));
    assertThat(span.vector(vectors, new double[] {0, 1}))
        .containsExactly(new double[] {.8, -.6}, within(1e-12));
    // (.8, -.6) = (2, 1) - .4 (3, 4).
    assertThat(span.shares(new double[] {0, 1}))
        .containsExactly(new double[] {1, -.4}, within(1e-12));
  }

  @Property(tries = 50)
  void keepsLengthsAndAnglesAndFindsTheVectorsAgain(
      @ForAll @IntRange(min = 1, max = 12) int n,
      @ForAll @IntRange(min = 1, max = 20) int length,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<float[]> vectors = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      float[] vector = new float[length];
      for (int k = 0; k < length; k++) {
        vector[k] = (float) (random.nextDouble() - .3);
      }
      vectors.add(i % 4 == 3 ? vectors.get(i - 1) : vector);
    }
    Span span = Span.of(gram(vectors));
    assertThat(span.pivots().length).isLessThanOrEqualTo(Math.min(length, n - n / 4));
    double[][] again = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < span.pivots().length; k++) {
          again[i][j] += span.rows()[i][k] * span.rows()[j][k];
        }
        assertThat(again[i][j]).isCloseTo(gram(vectors)[i][j], within(1e-6));
      }
      double[] vector = span.vector(vectors, span.rows()[i]);
      for (int k = 0; k < length; k++) {
        assertThat(vector[k]).isCloseTo(vectors.get(i)[k], within(1e-3));
      }
    }
  }

  @Test
  void vectorsOfNothingSpanNothing() {
    Span span = Span.of(new double[2][2]);
    assertThat(span.pivots()).isEmpty();
    assertThat(span.rows()).isEqualTo(new double[2][0]);
    assertThat(span.vector(List.of(new float[3], new float[3]), new double[0]))
        .containsExactly(0, 0, 0);
  }

  static double[][] gram(List<float[]> vectors) {
    double[][] gram = new double[vectors.size()][vectors.size()];
    for (int i = 0; i < gram.length; i++) {
      for (int j = 0; j < gram.length; j++) {
        gram[i][j] = ClipVectors.product(vectors.get(i), vectors.get(j));
      }
    }
    return gram;
  }
}
