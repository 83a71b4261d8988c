package org.macro2micro.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.macro2micro.seed.SeedPath;

class BatchesTest {
  @Property(tries = 200)
  void everyClipOnceAnEpochInBatchesOfAlmostOneSize(
      @ForAll @IntRange(min = 1, max = 300) int count,
      @ForAll @IntRange(min = 2, max = 64) int size,
      @ForAll long seed) {
    List<int[]> batches = Batches.shuffled(count, size, SeedPath.root(seed).random());
    assertThat(batches.stream().flatMapToInt(java.util.Arrays::stream).sorted().toArray())
        .isEqualTo(java.util.stream.IntStream.range(0, count).toArray());
    int least = batches.stream().mapToInt(b -> b.length).min().orElseThrow();
    int most = batches.stream().mapToInt(b -> b.length).max().orElseThrow();
    assertThat(most - least).isLessThanOrEqualTo(1);
    assertThat(least).isGreaterThanOrEqualTo(Math.min(2, count));
  }

  @Property(tries = 200)
  void listedBatchesAreTheClipsInOrderAndFullButTheLast(
      @ForAll @IntRange(min = 1, max = 300) int count,
      @ForAll @IntRange(min = 2, max = 64) int size,
      @ForAll long seed) {
    List<int[]> batches = BatchOrder.LISTED.batches(count, size, SeedPath.root(seed).random());
    assertThat(batches.stream().flatMapToInt(java.util.Arrays::stream).toArray())
        .isEqualTo(java.util.stream.IntStream.range(0, count).toArray());
    assertThat(batches.subList(0, batches.size() - 1)).allMatch(batch -> batch.length == size);
    assertThat(batches).hasSize(BatchOrder.LISTED.steps(count, size));
  }

  @Property(tries = 100)
  void aSampleRepeatsNobodyBeforeEverybodyCameOnce(
      @ForAll @IntRange(min = 1, max = 20) int count,
      @ForAll @IntRange(min = 1, max = 50) int size,
      @ForAll long seed) {
    int[] times = new int[count];
    for (int i : Batches.sample(count, size, SeedPath.root(seed).random())) {
      times[i]++;
    }
    int least = java.util.Arrays.stream(times).min().orElseThrow();
    int most = java.util.Arrays.stream(times).max().orElseThrow();
    assertThat(most - least).isLessThanOrEqualTo(1);
  }
}
