package org.macro2micro.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.macro2micro.seed.SeedPath;

class SeededDropoutTest {
  private static final SeedPath SEED = SeedPath.root(1);
  private NDManager manager;

  @BeforeEach
  void open() {
    manager = NDManager.newBaseManager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void keepsTheShareAndTheMean() {
    float[] kept = dropped("a", .2, SEED);
    int zeros = 0;
    for (float value : kept) {
      assertThat(value == 0 || value == 1.25f).isTrue();
      zeros += value == 0 ? 1 : 0;
    }
    // Of 40,000 a fifth, within five deviations of sqrt(40000 * .2 * .8) = 80.
    assertThat(zeros).isCloseTo(8000, within(400));
  }

  @Test
  void dropsWhereTheDrawLiesBelowTheRate() {
    float[] kept = dropped("a", .25, SEED);
    RandomGenerator draws = SEED.child("a").random();
    float[] expected = new float[kept.length];
    for (int i = 0; i < expected.length; i++) {
      double draw = (draws.nextInt() >>> 8) / (double) (1 << 24);
      expected[i] = draw < .25 ? 0 : 1 / .75f;
    }
    assertThat(kept).isEqualTo(expected);
  }

  @Test
  void masksFollowSeedAndName() {
    assertThat(dropped("a", .5, SEED)).isEqualTo(dropped("a", .5, SEED));
    assertThat(dropped("a", .5, SEED)).isNotEqualTo(dropped("b", .5, SEED));
    assertThat(dropped("a", .5, SEED)).isNotEqualTo(dropped("a", .5, SeedPath.root(2)));
  }

  @Test
  void changesNothingOutsideTraining() {
    NDArray x = manager.ones(new Shape(3, 4));
    ParameterStore store = new ParameterStore(manager, false);
    SeededDropout dropout = new SeededDropout("a", .5);
    assertThat(dropout.forward(store, new NDList(x), false).singletonOrThrow()).isEqualTo(x);
  }

  @Test
  void saysWhatIsWrong() {
    NDList x = new NDList(manager.ones(new Shape(2)));
    ParameterStore store = new ParameterStore(manager, false);
    assertThatThrownBy(() -> new SeededDropout("a", .5).forward(store, x, true))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("dropout a: found no seed");
    assertThatThrownBy(() -> new SeededDropout("a", 1))
        .hasMessageContaining("found rate 1.0, expected 0 <= rate < 1");
  }

  private float[] dropped(String name, double rate, SeedPath seed) {
    NDArray x = manager.ones(new Shape(4, 10_000));
    return new SeededDropout(name, rate)
        .forward(
            new ParameterStore(manager, false), new NDList(x), true, SeededDropout.params(seed))
        .singletonOrThrow()
        .toFloatArray();
  }
}
