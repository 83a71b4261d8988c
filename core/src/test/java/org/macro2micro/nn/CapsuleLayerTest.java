package org.macro2micro.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.macro2micro.seed.SeedPath;

class CapsuleLayerTest {
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
  void squashKeepsTheDirectionAndBoundsTheLength() {
    // Length 5 becomes 25/26, along (.6, .8); length 1 becomes 1/2; length 0 stays.
    NDArray vectors = manager.create(new float[] {3, 4, 0, 1, 0, 0}, new Shape(3, 2));
    NDArray squashed = CapsuleLayer.squash(vectors);
    assertThat(squashed.toFloatArray())
        .containsExactly(new float[] {.6f * 25 / 26, .8f * 25 / 26, 0, .5f, 0, 0}, within(1e-6f));
    assertThat(CapsuleLayer.length(vectors).toFloatArray())
        .containsExactly(new float[] {5, 1, 0}, within(2e-4f));
  }

  @Test
  void routingGathersVotesThatAgree() {
    // Both capsules below vote 1 for the first above and 0 for the second. Each round the first
    // gets 2 c, c = sigmoid of the agreements so far, and x becomes x^2/(1+x^2).
    NDArray votes = manager.create(new float[] {1, 1, 0, 0}, new Shape(1, 2, 2, 1));
    double agreement = 0;
    for (int iterations = 1; iterations <= 3; iterations++) {
      double sum = 2 / (1 + Math.exp(-agreement));
      double expected = sum * sum / (1 + sum * sum);
      agreement += expected;
      NDArray found = CapsuleLayer.route(votes, iterations);
      assertThat(found.getShape()).isEqualTo(new Shape(1, 2, 1));
      assertThat(found.toFloatArray())
          .as("%d iterations", iterations)
          .containsExactly(new float[] {(float) expected, 0}, within(1e-6f));
    }
    // As printed: 1/2, then sigmoid(.5) = .62246 and 1.24492, then sigmoid(1.10781) = .75172.
    assertThat(CapsuleLayer.route(votes, 3).toFloatArray()[0]).isCloseTo(.69328f, within(1e-5f));
  }

  @Test
  void aVoteThatDisagreesCountsLess() {
    // Three vote (1, 0) for the first, one (0, 1); for the second nobody votes.
    float[] votes = new float[16];
    votes[0] = votes[2] = votes[4] = votes[7] = 1;
    NDArray all = manager.create(votes, new Shape(1, 2, 4, 2));
    float[] once = CapsuleLayer.route(all, 1).toFloatArray();
    float[] thrice = CapsuleLayer.route(all, 3).toFloatArray();
    assertThat(once[0] / once[1]).isCloseTo(3, within(1e-4f));
    assertThat(thrice[0] / thrice[1]).isGreaterThan(3.3f);
  }

  @Test
  void gradientsPassThroughTheLastSumAlone() {
    // One below, votes 2 and 0. Rounds: c = 1/2, x = 1, agreement 2 * 1/2 = 1; then c = sigmoid(1).
    double c = 1 / (1 + Math.exp(-1));
    double x = 2 * c;
    double expected = c * 2 * x / Math.pow(1 + x * x, 2);
    float[] gradient =
        gradient(
            manager.create(new float[] {2, 0}, new Shape(1, 2, 1, 1)),
            votes -> CapsuleLayer.route(votes, 2));
    assertThat(gradient[0]).isCloseTo((float) expected, within(1e-5f));
  }

  @Test
  void capsulesOfLengthZeroHaveFiniteGradients() {
    for (UnaryOperator<NDArray> function :
        java.util.List.<UnaryOperator<NDArray>>of(
            CapsuleLayer::squash,
            CapsuleLayer::length,
            votes -> CapsuleLayer.length(CapsuleLayer.route(votes, 3)))) {
      for (float value : gradient(manager.zeros(new Shape(1, 2, 3, 4)), function)) {
        assertThat(Math.abs(value)).isLessThan(1);
      }
    }
  }

  @Test
  void everyCapsuleBelowHasItsOwnMatrices() {
    CapsuleLayer layer = new CapsuleLayer(2, 1, 1);
    SeededWeights.PYTORCH.initialize(layer, manager, SeedPath.root(1), new Shape(1, 2, 2));
    // [below, from, above]: the first below passes on its first number, doubled, to the second
    // above; the second below its second number to the first above.
    InPlace.copy(
        manager.create(new float[] {0, 2, 0, 0, 0, 0, 1, 0}, new Shape(2, 2, 2)),
        NamedParameters.of(layer).get("weight").getArray());
    NDArray below = manager.create(new float[] {5, 7, 11, 2}, new Shape(1, 2, 2));
    NDArray found =
        layer
            .forward(new ParameterStore(manager, false), new NDList(below), false)
            .singletonOrThrow();
    // Half of 2 and half of 10: 1 and 5, squashed.
    assertThat(found.toFloatArray()).containsExactly(new float[] {.5f, 25f / 26}, within(1e-6f));
  }

  private float[] gradient(NDArray at, UnaryOperator<NDArray> function) {
    at.setRequiresGradient(true);
    try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
      collector.backward(function.apply(at).sum());
      return at.getGradient().toFloatArray();
    }
  }
}
