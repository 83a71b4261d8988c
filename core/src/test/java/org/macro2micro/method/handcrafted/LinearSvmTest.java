package org.macro2micro.method.handcrafted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.macro2micro.method.handcrafted.SvmSettings.ClassWeights;

class LinearSvmTest {
  private static final double CLOSE = .02;

  @Test
  void twoPointsAndAHardMargin() {
    // At 3 and 7: the mean is 5 and the distance to it 2, so w = 1 and b = 0 on -1 and 1.
    LinearSvm svm = learn(new double[][] {{3}, {7}}, new int[] {0, 1}, 2, 1000, ClassWeights.NONE);
    assertThat(svm.mean()).containsExactly(5);
    assertThat(svm.decisions(new double[] {7}))
        .containsExactly(new double[] {-1, 1}, within(CLOSE));
    assertThat(svm.decisions(new double[] {3}))
        .containsExactly(new double[] {1, -1}, within(CLOSE));
    assertThat(svm.decisions(new double[] {5})).containsExactly(new double[] {0, 0}, within(CLOSE));
  }

  @Test
  void withASmallCostEveryRowCountsByItsWeight() {
    // -1, -1, -1 and 3 have the mean 0 and the scale 1/sqrt(3); all four multipliers lie at C, so
    // w = C (3 + 3) / sqrt(3), b = C (1 - 3): at 3 that is 6C - 2C. Balanced, the one row counts 2
    // and each of the three 2/3: w = 8C / sqrt(3), b = 0.
    double[][] rows = {{-1}, {-1}, {-1}, {3}};
    int[] labels = {0, 0, 0, 1};
    LinearSvm none = learn(rows, labels, 2, .01, ClassWeights.NONE);
    assertThat(none.decisions(new double[] {3})[1]).isCloseTo(.04, within(1e-9));
    LinearSvm balanced = learn(rows, labels, 2, .01, ClassWeights.BALANCED);
    assertThat(balanced.decisions(new double[] {3})[1]).isCloseTo(.08, within(1e-9));
  }

  @Test
  void aClassWithoutRowsIsNeverNamedAndALoneClassAlways() {
    LinearSvm two =
        learn(new double[][] {{0}, {1}}, new int[] {2, 0}, 3, 100, ClassWeights.BALANCED);
    assertThat(LinearSvm.greatest(two.decisions(new double[] {1}))).isEqualTo(0);
    assertThat(LinearSvm.greatest(two.decisions(new double[] {0}))).isEqualTo(2);
    assertThat(two.decisions(new double[] {-900})[1]).isEqualTo(LinearSvm.NEVER);
    LinearSvm one =
        learn(new double[][] {{0}, {1}}, new int[] {1, 1}, 3, 100, ClassWeights.BALANCED);
    assertThat(LinearSvm.greatest(one.decisions(new double[] {-7}))).isEqualTo(1);
  }

  @Test
  void rowsOfNothingAreAllowed() {
    LinearSvm svm = learn(new double[2][0], new int[] {0, 1}, 2, 1, ClassWeights.NONE);
    assertThat(svm.decisions(new double[0])).hasSize(2).doesNotContain(Double.NaN);
  }

  @Test
  void thePlaceAndSizeOfTheRowsDoNotCount() {
    double[][] rows = rows(40, 5, 7);
    int[] labels = labels(rows);
    double[][] moved = new double[40][5];
    for (int n = 0; n < 40; n++) {
      for (int i = 0; i < 5; i++) {
        moved[n][i] = 250 * rows[n][i] + 30 * i;
      }
    }
    LinearSvm here = learn(rows, labels, 3, 10, ClassWeights.NONE);
    LinearSvm there = learn(moved, labels, 3, 10, ClassWeights.NONE);
    for (int n = 0; n < 40; n++) {
      assertThat(there.decisions(moved[n])).containsExactly(here.decisions(rows[n]), within(1e-6));
    }
  }

  @Test
  void theSpanLearnsWhatTheVectorsTeach() {
    double[][] rows = rows(30, 60, 11);
    int[] labels = labels(rows);
    List<float[]> vectors = new ArrayList<>();
    for (double[] row : rows) {
      float[] vector = new float[row.length];
      for (int i = 0; i < row.length; i++) {
        vector[i] = (float) row[i];
        row[i] = vector[i];
      }
      vectors.add(vector);
    }
    Span span = Span.of(SpanTest.gram(vectors));
    LinearSvm whole = learn(rows, labels, 3, 1, ClassWeights.BALANCED);
    LinearSvm within = learn(span.rows(), labels, 3, 1, ClassWeights.BALANCED);
    SvmWeights stored = SvmWeights.of(within, span, vectors);
    double[][] unseen = rows(10, 60, 12);
    for (double[] row : unseen) {
      float[] vector = new float[row.length];
      for (int i = 0; i < row.length; i++) {
        vector[i] = (float) row[i];
      }
      assertThat(stored.decisions(ToyClips.ID, vector))
          .containsExactly(whole.decisions(row), within(1e-4));
    }
  }

  @Test
  void theSameLessonGivesTheSameBits() {
    double[][] rows = rows(40, 8, 3);
    LinearSvm.Lesson lesson = new LinearSvm.Lesson(rows, labels(rows), 3);
    LinearSvm first = lesson.learn(1, ClassWeights.NONE);
    LinearSvm second = lesson.learn(1, ClassWeights.NONE);
    assertThat(Arrays.deepEquals(second.weights(), first.weights())).isTrue();
    assertThat(second.biases()).isEqualTo(first.biases());
  }

  private static LinearSvm learn(
      double[][] rows, int[] labels, int classes, double c, ClassWeights weighting) {
    return new LinearSvm.Lesson(rows, labels, classes).learn(c, weighting);
  }

  private static double[][] rows(int n, int width, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] rows = new double[n][width];
    for (double[] row : rows) {
      for (int i = 0; i < width; i++) {
        row[i] = random.nextDouble();
      }
    }
    return rows;
  }

  private static int[] labels(double[][] rows) {
    return Arrays.stream(rows).mapToInt(row -> (int) (3 * row[0])).toArray();
  }
}
