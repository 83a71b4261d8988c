package org.macro2micro.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CurveBucketsTest {
  @Test
  void eachStretchGivesItsLeastAndItsGreatestInOrder() {
    double[] curve = {3, 1, 4, 1, 5, 9, 2, 6};
    assertThat(CurveBuckets.of(curve, 0, 8, 4).frames()).containsExactly(1, 2, 5, 6);
    assertThat(CurveBuckets.of(curve, 4, 8, 2).frames()).containsExactly(5, 6);
  }

  @Test
  void aCurveThatIsShortEnoughIsKept() {
    assertThat(CurveBuckets.of(new double[] {2, Double.NaN, 2}, 0, 3, 3).frames())
        .containsExactly(0, 1, 2);
    assertThat(CurveBuckets.of(new double[0], 0, 0, 2).frames()).isEmpty();
  }

  @Test
  void aGapIsKeptWhereAWholeStretchIsOne() {
    double n = Double.NaN;
    double[] curve = {n, 7, n, n, n, n, n, 1};
    assertThat(CurveBuckets.of(curve, 0, 8, 4).frames()).containsExactly(1, 7);
    assertThat(CurveBuckets.of(curve, 0, 8, 6).frames()).containsExactly(1, 2, 7);
  }

  @Property(tries = 200)
  void extremesStayAndPointsAreBounded(
      @ForAll @Size(min = 1, max = 300) List<@DoubleRange(min = -5, max = 5) Double> values,
      @ForAll @IntRange(min = 2, max = 40) int most) {
    double[] curve = values.stream().mapToDouble(v -> v).toArray();
    List<Integer> frames = CurveBuckets.of(curve, 0, curve.length, most).frames();
    assertThat(frames).hasSizeLessThanOrEqualTo(most).isSorted().doesNotHaveDuplicates();
    double[] kept = frames.stream().mapToDouble(f -> curve[f]).toArray();
    assertThat(Arrays.stream(kept).max()).isEqualTo(Arrays.stream(curve).max());
    assertThat(Arrays.stream(kept).min()).isEqualTo(Arrays.stream(curve).min());
    assertThat(IntStream.range(0, curve.length).boxed().toList()).containsAll(frames);
  }
}
