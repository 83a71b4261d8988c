package org.macro2micro.train;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** How the training clips of an epoch are cut into batches. */
public enum BatchOrder {
  /** Random ones of about the same size. */
  SHUFFLED {
    @Override
    int steps(int count, int size) {
      return Batches.steps(count, size);
    }

    @Override
    List<int[]> batches(int count, int size, RandomGenerator random) {
      return Batches.shuffled(count, size, random);
    }
  },
  /** Batches of one clip each, in random order. */
  SINGLE {
    @Override
    int steps(int count, int size) {
      return count;
    }

    @Override
    List<int[]> batches(int count, int size, RandomGenerator random) {
      return Arrays.stream(Batches.permutation(count, random))
          .mapToObj(clip -> new int[] {clip})
          .toList();
    }
  },
  /** The same ones each epoch, in the clips' order; the last one holds what is left. */
  LISTED {
    @Override
    int steps(int count, int size) {
      return (count + size - 1) / size;
    }

    @Override
    List<int[]> batches(int count, int size, RandomGenerator random) {
      return Batches.listed(count, size);
    }
  };

  /** How many batches there are in an epoch. */
  abstract int steps(int count, int size);

  /** Batches that together hold each of 0..count-1 once. */
  abstract List<int[]> batches(int count, int size, RandomGenerator random);
}
