package org.macro2micro.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.macro2micro.seed.SeedPath;

/**
 * Dropout (Srivastava et al., 2014): in training each number is set to 0 with a given probability,
 * and those left are scaled up so that the mean stays; otherwise nothing is changed. DJL's own
 * draws from the engine's one generator, and takes five times as long.
 */
public final class SeededDropout extends AbstractBlock {
  private static final String SEED = "dropout seed";
  private static final int STEPS = 1 << 24;

  private final String name;
  private final float rate;

  /**
   * @param name keeps it apart from others of the same network
   * @param rate probability, at least 0 and below 1
   */
  public SeededDropout(String name, double rate) {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException(
          "dropout %s: found rate %s, expected 0 <= rate < 1".formatted(name, rate));
    }
    this.name = name;
    this.rate = (float) rate;
  }

  /** What a network must be given along with its inputs when it is trained. */
  public static PairList<String, Object> params(SeedPath seed) {
    PairList<String, Object> params = new PairList<>();
    params.add(SEED, seed);
    return params;
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> params) {
    if (!training || rate == 0) {
      return inputs;
    }
    NDArray x = inputs.singletonOrThrow();
    NDArray mask = x.getManager().create(mask(x.size(), seed(params)), x.getShape());
    return new NDList(x.mul(mask));
  }

  private float[] mask(long size, SeedPath seed) {
    RandomGenerator random = seed.child(name).random();
    float[] mask = new float[Math.toIntExact(size)];
    int lastDropped = Math.round(rate * STEPS) - 1;
    float scale = 1 / (1 - rate);
    for (int i = 0; i < mask.length; i++) {
      // The sign bit in place of a comparison: a branch that nobody can predict takes longer than
      // the draw.
      mask[i] = ((lastDropped - (random.nextInt() >>> 8)) >>> 31) * scale;
    }
    return mask;
  }

  private SeedPath seed(@Nullable PairList<String, Object> params) {
    if (params != null && params.get(SEED) instanceof SeedPath seed) {
      return seed;
    }
    throw new IllegalStateException(
        "dropout %s: found no seed, expected one in SeededDropout.params".formatted(name));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return inputShapes;
  }
}
