package org.macro2micro.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Playback rates (paper, section 2.4): v(s) is the mean of one frame's features in every s, for s =
 * 1, 2, 4, ..., 2^(s_c-1).
 *
 * @param count s_c, at least 1. The paper is silent
 */
public record IntervalSampling(int count) {
  public IntervalSampling {
    if (count < 1 || count > 16) {
      throw new IllegalArgumentException(
          "sampling intervals: " + count + ", expected 1 to 16 (the longest is 2^(count-1))");
    }
  }

  /** The intervals 1, 2, 4, ... */
  public List<Integer> intervals() {
    return IntStream.range(0, count).mapToObj(k -> 1 << k).toList();
  }

  /**
   * A starting frame for each interval, uniform in 0..s-1 but inside the clip. A fixed start would
   * tell the relation classifier the mean time of v(s) instead of its rate.
   *
   * @param frames T
   */
  public List<Integer> randomOffsets(int frames, RandomGenerator random) {
    return intervals().stream().map(s -> random.nextInt(Math.min(s, frames))).toList();
  }

  /** The starting frame 0 for each interval, as in evaluation. */
  public List<Integer> zeroOffsets() {
    return intervals().stream().map(s -> 0).toList();
  }

  /**
   * The map V(s) for each interval: the mean over the frames o, o+s, o+2s, ... &lt; T.
   *
   * @param maps [n,T,c,h,w]
   * @param offsets o for each interval, 0 &lt;= o &lt; T
   * @return s_c maps [n,c,h,w]
   */
  public List<NDArray> sample(NDArray maps, List<Integer> offsets) {
    long frames = maps.getShape().get(1);
    List<NDArray> sampled = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      NDIndex every = new NDIndex().addAllDim().addSliceDim(offsets.get(k), frames, 1 << k);
      sampled.add(maps.get(every).mean(new int[] {1}));
    }
    return sampled;
  }

  /**
   * The aggregated temporal map that replaces the plain mean after the transfer: the mean over s of
   * V(s).
   *
   * @param sampled s_c maps [n,c,h,w]
   * @return [n,c,h,w]
   */
  public static NDArray aggregate(List<NDArray> sampled) {
    return NDArrays.stack(new NDList(sampled)).mean(new int[] {0});
  }
}
