package org.macro2micro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.macro2micro.nn.Layers;
import org.macro2micro.nn.NamedParameters;
import org.macro2micro.nn.SeededWeights;
import org.macro2micro.seed.SeedPath;

class StepRuleTest {
  private static final double RATE = .1;
  private NDManager manager;

  @BeforeEach
  void open() {
    manager = NDManager.newBaseManager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  /**
   * Gradients 10 and 1 of one bias. Cut at 1 both are 1, and Adam moves by its rate twice. As they
   * are, the second step is (.9*.1*10 + .1*1) / (1 - .9^2) = 5.263 over the root of (.999*.001*100
   * + .001*1) / (1 - .999^2) = 50.475: .7408 of the rate.
   */
  @Test
  void gradientsAreCutAtTheLimit() {
    assertThat(moved(new StepRule(1, List.of()), 10, 1)).isCloseTo(2 * RATE, within(1e-5));
    assertThat(moved(StepRule.PLAIN, 10, 1)).isCloseTo(1.7408 * RATE, within(1e-4));
    // Shorter ones stay as they are.
    assertThat(moved(new StepRule(20, List.of()), 10, 1)).isCloseTo(1.7408 * RATE, within(1e-4));
  }

  /**
   * All networks together: gradients 3 and 4 are 5 long. Cut at 5 nothing changes, below it does.
   */
  @Test
  void theLengthIsThatOfAllNetworksTogether() {
    double[] free = together(new StepRule(5.001, List.of()));
    assertThat(together(new StepRule(Double.POSITIVE_INFINITY, List.of()))).isEqualTo(free);
    assertThat(together(new StepRule(4.5, List.of()))).isNotEqualTo(free);
  }

  private double[] together(StepRule rule) {
    Linear one = layer();
    Linear two = layer();
    List<Integer> steps = new ArrayList<>();
    new TrainLoop(
            Phase.SINGLE,
            new PhaseSettings(2, 2, RATE, PhaseSettings.Schedule.CONSTANT, 0),
            List.of(one, two),
            rule)
        .run(
            manager,
            2,
            batch -> {
              steps.add(1);
              float factor = steps.size() == 1 ? 1 : .1f;
              NDArray loss =
                  bias(one)
                      .mul(batch.manager().create(3 * factor))
                      .add(bias(two).mul(batch.manager().create(4 * factor)))
                      .sum();
              return new StepTerms(new TreeMap<>(), new TreeMap<>(), loss);
            },
            SeedPath.root(1),
            TrainListener.silent());
    return new double[] {bias(one).getFloat(0), bias(two).getFloat(0)};
  }

  @Test
  void eachNetworkHasItsRate() {
    Linear one = layer();
    Linear two = layer();
    run(List.of(one, two), new StepRule(1e9, List.of(1., .01)), List.of(2f), "CONSTANT");
    assertThat(bias(one).getFloat(0)).isCloseTo((float) -RATE, within(1e-6f));
    assertThat(bias(two).getFloat(0)).isCloseTo((float) -RATE / 100, within(1e-6f));
  }

  /** Twenty steps of the same gradient: two each at 1, 1/2, .. 1/64, then at the hundredth. */
  @Test
  void theRateIsHalvedAfterEachTenthDownToAHundredth() {
    Linear one = layer();
    List<Float> same = java.util.Collections.nCopies(20, 1f);
    run(List.of(one), StepRule.PLAIN, same, "HALVING");
    double expected = 2 * (1 + .5 + .25 + .125 + 1 / 16. + 1 / 32. + 1 / 64. + 3 * .01);
    assertThat(bias(one).getFloat(0) / -RATE).isCloseTo(expected, within(1e-4));
  }

  @Test
  void refusesWhatIsNotAboveZero() {
    assertThatThrownBy(() -> new StepRule(0, List.of())).hasMessageContaining("found a longest");
    assertThatThrownBy(() -> new StepRule(1, List.of(0.))).hasMessageContaining("rates [0.0]");
  }

  private double moved(StepRule rule, float... gradients) {
    Linear layer = layer();
    List<Float> all = new ArrayList<>();
    for (float gradient : gradients) {
      all.add(gradient);
    }
    run(List.of(layer), rule, all, "CONSTANT");
    return -bias(layer).getFloat(0);
  }

  private void run(List<Block> layers, StepRule rule, List<Float> gradients, String schedule) {
    List<Float> left = new ArrayList<>(gradients);
    PhaseSettings settings =
        new PhaseSettings(gradients.size(), 2, RATE, PhaseSettings.Schedule.valueOf(schedule), 0);
    new TrainLoop(Phase.SINGLE, settings, layers, rule)
        .run(
            manager,
            2,
            batch -> {
              NDArray gradient = batch.manager().create(left.remove(0));
              NDArray loss =
                  layers.stream()
                      .map(layer -> bias(layer).mul(gradient).sum())
                      .reduce(NDArray::add)
                      .orElseThrow();
              return new StepTerms(new TreeMap<>(), new TreeMap<>(), loss);
            },
            SeedPath.root(1),
            TrainListener.silent());
  }

  private Linear layer() {
    Linear layer = Layers.linear(1);
    SeededWeights.PYTORCH.initialize(layer, manager, SeedPath.root(1), new Shape(1, 1));
    return layer;
  }

  private static NDArray bias(Block layer) {
    return NamedParameters.of(layer).get("bias").getArray();
  }
}
