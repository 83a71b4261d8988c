package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InterpolationTest {
  @Test
  void linearTakesTheNeighboursByDistance() {
    assertThat(Interpolation.LINEAR.of(4, 1.25)).containsExactly(0, .75, .25, 0);
    // 10, 20, 40, 80 at 2.5: halfway from 40 to 80.
    assertThat(mix(Interpolation.LINEAR, new double[] {10, 20, 40, 80}, 2.5)).isEqualTo(60);
  }

  @ParameterizedTest
  @EnumSource
  void wholePositionsGiveTheFrameItself(Interpolation interpolation) {
    for (int i = 0; i < 5; i++) {
      double[] one = new double[5];
      one[i] = 1;
      assertThat(interpolation.of(5, i)).containsExactly(one);
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneFrameIsAllThereIs(Interpolation interpolation) {
    assertThat(interpolation.of(1, 0)).containsExactly(1);
  }

  @Test
  void timOfTwoFramesFollowsTheCosine() {
    // n=2: y_1(t) = sin(pi t/2 + pi/4), at t = 1.5 sin(pi) = 0: the mean of both frames.
    assertThat(Interpolation.TIM.of(2, .5)).containsExactly(new double[] {.5, .5}, within(1e-12));
    // At t = 1.25, y_1 = sin(7 pi/8) = .3826834, y_1(1) = .7071068 = -y_1(2): w = .5 +- .2705981.
    assertThat(Interpolation.TIM.of(2, .25))
        .containsExactly(new double[] {.7705981, .2294019}, within(1e-7));
  }

  @Test
  void timIsTheLeastSquaresCurveThroughTheCentredFrames() {
    // Solved the long way: A of X - mean = A Y by normal equations, then mean + A y(t).
    double[] frames = {3, 7, 4, 9, 1};
    int n = frames.length;
    double mean = Arrays.stream(frames).average().orElseThrow();
    double[][] normal = new double[n - 1][n - 1];
    double[] right = new double[n - 1];
    for (int k = 1; k < n; k++) {
      for (int l = 1; l < n; l++) {
        for (int i = 1; i <= n; i++) {
          normal[k - 1][l - 1] += curve(k, i, n) * curve(l, i, n);
        }
      }
      for (int i = 1; i <= n; i++) {
        right[k - 1] += curve(k, i, n) * (frames[i - 1] - mean);
      }
    }
    double[] a = solve(normal, right);
    for (double position : new double[] {.3, 1.5, 2.2, 3.9}) {
      double expected = mean;
      for (int k = 1; k < n; k++) {
        expected += a[k - 1] * curve(k, position + 1, n);
      }
      assertThat(mix(Interpolation.TIM, frames, position)).isCloseTo(expected, within(1e-9));
    }
  }

  @Test
  void theCurveIsMadeOfTheEigenvectorsOfThePathGraph() {
    // Laplacian of a path of six: (L y)_i = degree * y_i - neighbours = (2 - 2 cos(pi k/n)) y_i.
    int n = 6;
    for (int k = 1; k < n; k++) {
      double value = 2 - 2 * Math.cos(Math.PI * k / n);
      for (int i = 1; i <= n; i++) {
        double laplacian = 0;
        for (int j : new int[] {i - 1, i + 1}) {
          if (j >= 1 && j <= n) {
            laplacian += curve(k, i, n) - curve(k, j, n);
          }
        }
        assertThat(laplacian).isCloseTo(value * curve(k, i, n), within(1e-12));
      }
    }
  }

  @Property(tries = 200)
  void weightsSumToOneAndMeetTheFrames(
      @ForAll Interpolation interpolation,
      @ForAll @IntRange(min = 2, max = 60) int count,
      @ForAll @DoubleRange(min = 0, max = 1) double part) {
    double position = part * (count - 1);
    assertThat(Arrays.stream(interpolation.of(count, position)).sum()).isCloseTo(1, within(1e-9));
    // Close to a frame the curve is close to it: of() does not jump where it takes the frame
    // itself.
    int near = (int) Math.min(count - 2, Math.floor(position));
    assertThat(interpolation.of(count, near + 1e-6)[near]).isCloseTo(1, within(1e-3));
  }

  private static double mix(Interpolation interpolation, double[] frames, double position) {
    double[] weights = interpolation.of(frames.length, position);
    double sum = 0;
    for (int i = 0; i < frames.length; i++) {
      sum += weights[i] * frames[i];
    }
    return sum;
  }

  /** The formula of the paper of 2011, with t = i/n. */
  private static double curve(int k, double i, int n) {
    double t = i / n;
    return Math.sin(Math.PI * k * t + Math.PI * (n - k) / (2 * n));
  }

  private static double[] solve(double[][] matrix, double[] right) {
    int n = right.length;
    for (int pivot = 0; pivot < n; pivot++) {
      for (int row = pivot + 1; row < n; row++) {
        double factor = matrix[row][pivot] / matrix[pivot][pivot];
        for (int column = pivot; column < n; column++) {
          matrix[row][column] -= factor * matrix[pivot][column];
        }
        right[row] -= factor * right[pivot];
      }
    }
    double[] solution = new double[n];
    for (int row = n - 1; row >= 0; row--) {
      double rest = right[row];
      for (int column = row + 1; column < n; column++) {
        rest -= matrix[row][column] * solution[column];
      }
      solution[row] = rest / matrix[row][row];
    }
    return solution;
  }
}
