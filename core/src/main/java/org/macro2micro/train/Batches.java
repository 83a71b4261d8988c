package org.macro2micro.train;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Orders and cuts of training clips, all from a given generator. */
public final class Batches {
  private Batches() {}

  /** The numbers 0..count-1 in random order (Fisher and Yates). */
  public static int[] permutation(int count, RandomGenerator random) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  /**
   * Random batches that together hold each of 0..count-1 once, of about {@code size} each; their
   * sizes differ by one at most.
   */
  public static List<int[]> shuffled(int count, int size, RandomGenerator random) {
    int[] order = permutation(count, random);
    int steps = steps(count, size);
    List<int[]> batches = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      int from = (int) ((long) count * step / steps);
      int to = (int) ((long) count * (step + 1) / steps);
      batches.add(java.util.Arrays.copyOfRange(order, from, to));
    }
    return batches;
  }

  /** How many batches {@link #shuffled} makes. */
  static int steps(int count, int size) {
    return Math.max(1, Math.min(Math.round((float) count / size), count / 2));
  }

  /**
   * The numbers 0..count-1 as they are, {@code size} to a batch; the last batch holds what is left.
   */
  static List<int[]> listed(int count, int size) {
    List<int[]> batches = new ArrayList<>();
    for (int from = 0; from < count; from += size) {
      batches.add(IntStream.range(from, Math.min(count, from + size)).toArray());
    }
    return batches;
  }

  /** {@code size} of the numbers 0..count-1, as many different ones as there are. */
  public static int[] sample(int count, int size, RandomGenerator random) {
    int[] sample = new int[size];
    int[] order = {};
    for (int i = 0; i < size; i++) {
      if (i % count == 0) {
        order = permutation(count, random);
      }
      sample[i] = order[i % count];
    }
    return sample;
  }
}
