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
import org.macro2micro.method.handcrafted.FlowKernel.Distances;

class FlowKernelTest {
  @Test
  void oneValueByHand() {
    Distances distances =
        new Distances(new double[][] {{4}}, new double[][] {{8}}, new double[][] {{16}});
    double value = new FlowKernel(.5, 2, 4).of(distances)[0][0];
    assertThat(value)
        .isCloseTo(Math.exp(-1) / 2 + (Math.exp(-1) + Math.exp(-2)) / 4, within(1e-12));
  }

  @Test
  void distancesByHand() {
    RiseViews one =
        new RiseViews(new float[] {1, 2, 3}, new float[] {0, 1, 0}, new float[] {9, 9, 9});
    RiseViews other =
        new RiseViews(new float[] {3, 2, 0}, new float[] {1, 0, 0}, new float[] {2, 1, 1});
    Distances distances = Distances.between(List.of(one), List.of(other, one));
    assertThat(distances.image()).isEqualTo(new double[][] {{4 + 9, 0}});
    assertThat(distances.centred()).isEqualTo(new double[][] {{1 + 1, 0}});
    assertThat(distances.mirrored()).isEqualTo(new double[][] {{4 + 1, 81 + 64 + 81}});
  }

  @Test
  void scalesAreMediansOverPairsOfDifferentClips() {
    double[][] image = {{0, 5, 1}, {5, 0, 3}, {1, 3, 0}};
    double[][] centred = {{0, .2, .9}, {.2, 0, .4}, {.9, .4, 0}};
    FlowKernel kernel = FlowKernel.of(.5, new Distances(image, centred, image));
    assertThat(kernel).isEqualTo(new FlowKernel(.5, 3, .4));
  }

  @Test
  void withoutAPairOrWithClipsAllAlikeScalesAreOne() {
    double[][] none = {{0}};
    double[][] alike = {{0, 0}, {0, 0}};
    assertThat(FlowKernel.of(2, new Distances(none, none, none)))
        .isEqualTo(new FlowKernel(2, 1, 1));
    assertThat(FlowKernel.of(2, new Distances(alike, alike, alike)))
        .isEqualTo(new FlowKernel(2, 1, 1));
  }

  /** A Cholesky decomposition gives a matrix back only if no eigenvalue is below 0. */
  @Property(tries = 30)
  void isAnInnerProduct(
      @ForAll @IntRange(min = 2, max = 12) int n,
      @ForAll @IntRange(min = 1, max = 4) int width,
      @ForAll long seed) {
    List<RiseViews> views = views(n, width, seed);
    Distances distances = Distances.between(views, views);
    double[][] values = FlowKernel.of(.7, distances).of(distances);
    Span span = Span.of(values);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        assertThat(values[i][j]).isGreaterThan(0).isLessThanOrEqualTo(1);
        assertThat(values[i][j]).isCloseTo(values[j][i], within(1e-6));
        double again = 0;
        for (int k = 0; k < span.pivots().length; k++) {
          again += span.rows()[i][k] * span.rows()[j][k];
        }
        assertThat(again).isCloseTo(values[i][j], within(1e-5));
      }
    }
  }

  @Property(tries = 30)
  void theCentredPartTakesAFaceAndItsMirrorImageForOne(@ForAll long seed) {
    RiseViews face = views(1, 3, seed).get(0);
    List<RiseViews> others = views(4, 3, seed + 1);
    RiseViews turned = new RiseViews(face.image(), face.mirrored(), face.centred());
    FlowKernel kernel = new FlowKernel(.5, 2, 1.5);
    double[] one = kernel.of(Distances.between(others, List.of(face)))[2];
    double[] two = kernel.of(Distances.between(others, List.of(turned)))[2];
    assertThat(two).containsExactly(one, within(1e-6));
  }

  private static List<RiseViews> views(int n, int width, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<RiseViews> views = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      float[] image = new float[3 * 2 * width];
      for (int k = 0; k < image.length; k++) {
        image[k] = (float) random.nextDouble();
      }
      views.add(RiseViews.of(image, width));
    }
    return views;
  }
}
