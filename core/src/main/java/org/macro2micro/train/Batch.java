package org.macro2micro.train;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import org.macro2micro.seed.SeedPath;

/**
 * The clips of one step of training.
 *
 * @param manager owns every array of the step
 * @param positions of the step's clips among the training clips
 * @param seed of whatever the step draws
 * @param progress share of the phase that is over, in [0, 1)
 */
public record Batch(NDManager manager, List<Integer> positions, SeedPath seed, double progress) {
  public Batch {
    positions = List.copyOf(positions);
  }

  static Batch of(NDManager manager, int[] positions, SeedPath seed, double progress) {
    return new Batch(manager, Arrays.stream(positions).boxed().toList(), seed, progress);
  }

  /** How many clips there are. */
  public int size() {
    return positions.size();
  }

  /** The same step with arrays of another owner. */
  Batch on(NDManager other) {
    return new Batch(other, positions, seed, progress);
  }
}
