package org.macro2micro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescentStepsTest {
  private static final Shape ONE = new Shape(1, 1);
  private NDManager manager;

  @BeforeEach
  void open() {
    manager = NDManager.newBaseManager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  /** One weight, at 2, whose gradient is the input: PyTorch's rule by hand. */
  @Test
  void velocityKeepsMomentumAndTheRateFalls() {
    Linear linear = linear();
    DescentSettings settings = new DescentSettings(9, .1, 1, .9, .5, 1, 100);
    try (DescentSteps steps = new DescentSteps(manager, List.of(linear), settings)) {
      // v = 3 + .5 * 2 = 4; w = 2 - .1 * 4.
      assertThat(moved(linear, steps, 3, 0)).isCloseTo(1.6f, within(1e-6f));
      // v = .9 * 4 + 1 + .5 * 1.6 = 5.4; w = 1.6 - .1 * 5.4.
      assertThat(moved(linear, steps, 1, 0)).isCloseTo(1.06f, within(1e-6f));
      // v = .9 * 5.4 - 1 + .5 * 1.06 = 4.39; at a tenth of the rate w = 1.06 - .01 * 4.39.
      assertThat(moved(linear, steps, -1, 1)).isCloseTo(1.0161f, within(1e-6f));
    }
  }

  @Test
  void aLongGradientIsCutToLength() {
    Linear linear = linear();
    DescentSettings settings = new DescentSettings(9, .1, 1, 0, 0, 9, 10);
    try (DescentSteps steps = new DescentSteps(manager, List.of(linear), settings)) {
      assertThat(moved(linear, steps, 500, 0)).isCloseTo(1, within(1e-5f));
      assertThat(moved(linear, steps, 7, 0)).isCloseTo(.3f, within(1e-5f));
    }
  }

  @Test
  void theBackboneHasARateOfItsOwn() {
    SequentialBlock network = new Named("backbone", "head");
    network.setInitializer(Initializer.ONES, Parameter.Type.WEIGHT);
    network.initialize(manager, DataType.FLOAT32, ONE);
    DescentSettings settings = new DescentSettings(9, .1, .01, 0, 0, 9, 100);
    try (DescentSteps steps = new DescentSteps(manager, List.of(network), settings)) {
      backward(network, 1);
      steps.step(0);
    }
    List<Float> weights =
        network.getParameters().values().stream().map(p -> p.getArray().getFloat(0, 0)).toList();
    assertThat(weights.get(0)).isCloseTo(.99f, within(1e-6f));
    assertThat(weights.get(1)).isCloseTo(.9f, within(1e-6f));
  }

  @ParameterizedTest
  @CsvSource({
    "-1, .1, .1, .9, 0, 5, 10",
    "1, 0, .1, .9, 0, 5, 10",
    "1, .1, 0, .9, 0, 5, 10",
    "1, .1, .1, 1, 0, 5, 10",
    "1, .1, .1, -.1, 0, 5, 10",
    "1, .1, .1, .9, -1, 5, 10",
    "1, .1, .1, .9, 0, -1, 10",
    "1, .1, .1, .9, 0, 5, 0"
  })
  void refusesWhatCannotBe(
      int epochs,
      double rate,
      double backbone,
      double momentum,
      double decay,
      int at,
      double clip) {
    assertThatThrownBy(() -> new DescentSettings(epochs, rate, backbone, momentum, decay, at, clip))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected epochs >= 0");
  }

  private Linear linear() {
    Linear linear = Linear.builder().setUnits(1).optBias(false).build();
    linear.setInitializer((at, shape, type) -> at.full(shape, 2f), Parameter.Type.WEIGHT);
    linear.initialize(manager, DataType.FLOAT32, ONE);
    return linear;
  }

  private float moved(Linear linear, DescentSteps steps, float input, int epoch) {
    backward(linear, input);
    steps.step(epoch);
    NDArray weight = linear.getParameters().valueAt(0).getArray();
    try (NDArray gradient = weight.getGradient()) {
      assertThat(gradient.getFloat(0, 0)).isZero();
    }
    return weight.getFloat(0, 0);
  }

  private void backward(Block network, float input) {
    try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
      NDArray in = manager.create(new float[] {input}, ONE);
      ParameterStore store = new ParameterStore(manager, false);
      collector.backward(network.forward(store, new NDList(in), true).singletonOrThrow().sum());
    }
  }

  /** Layers of one weight each, one after the other, by name. */
  private static final class Named extends SequentialBlock {
    Named(String... names) {
      for (String name : names) {
        addChildBlock(name, Linear.builder().setUnits(1).optBias(false).build());
      }
    }
  }
}
