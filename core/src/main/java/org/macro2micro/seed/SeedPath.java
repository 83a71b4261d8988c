package org.macro2micro.seed;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.macro2micro.base.Sha256;

/**
 * A seed that is the digest of a path of names: "seed 1 / fold casme2/sub01 / phase 2 / shuffle".
 * Two pieces of work with different names get unrelated randomness; the same names give the same
 * bits on every machine and in any order of execution.
 */
public record SeedPath(String path) {
  /** The root path of one run. */
  public static SeedPath root(long seed) {
    return new SeedPath("seed:" + seed);
  }

  /** The path below this one for the piece of work called {@code name}. */
  public SeedPath child(String name) {
    // The length goes in so that ("a/b", "c") and ("a", "b/c") stay apart.
    return new SeedPath(path + "/" + name.length() + ":" + name);
  }

  /** The path below this one for the {@code index}-th repetition. */
  public SeedPath child(long index) {
    return child("#" + index);
  }

  /** The first 64 bits of the SHA-256 digest of the path. */
  public long seed() {
    return ByteBuffer.wrap(new Sha256().add(path).bytes()).getLong();
  }

  /** A new generator that starts from {@link #seed()}. */
  public RandomGenerator random() {
    return new SplittableRandom(seed());
  }
}
