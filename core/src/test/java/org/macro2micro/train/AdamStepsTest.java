package org.macro2micro.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.macro2micro.nn.EngineStart;
import org.macro2micro.nn.Layers;
import org.macro2micro.nn.NamedParameters;
import org.macro2micro.nn.NativeArrays;
import org.macro2micro.nn.SeededWeights;
import org.macro2micro.seed.SeedPath;

class AdamStepsTest {
  private static final int STEPS = 5;
  private static final PhaseSettings SETTINGS =
      new PhaseSettings(STEPS, 2, .01, PhaseSettings.Schedule.COSINE, 1e-3);

  /**
   * A network of two convolutions on images whose channels lie last, trained by our pass and by the
   * engine's update of copies of the same weights by the same gradients.
   */
  @Test
  void movesAsTheEngineWould() {
    try (NDManager manager = EngineStart.newManager()) {
      Shape images = new Shape(2, 3, 8, 8);
      Block network =
          new ai.djl.nn.SequentialBlock()
              .add(Layers.biasedConvolution(4, 3, 1, 1))
              .add(Layers.biasedConvolution(5, 3, 2, 1));
      SeededWeights.PYTORCH.initialize(network, manager, SeedPath.root(3), images);
      List<NDArray> weights =
          NamedParameters.of(network).values().stream().map(Parameter::getArray).toList();
      List<NDList> copies = new ArrayList<>();
      for (NDArray weight : weights) {
        copies.add(
            new NDList(
                weight.duplicate(),
                manager.zeros(weight.getShape()),
                manager.zeros(weight.getShape())));
      }
      NDArray channelsLast = manager.randomNormal(new Shape(2, 8, 8, 3)).transpose(0, 3, 1, 2);
      ParameterStore store = new ParameterStore(manager, false);
      StepRule rule = new StepRule(.5, List.of(.3));
      try (AdamSteps steps = new AdamSteps(manager, List.of(network), SETTINGS, rule, STEPS)) {
        for (int step = 1; step <= STEPS; step++) {
          try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
            NDArray maps =
                network.forward(store, new NDList(channelsLast), true).singletonOrThrow();
            collector.backward(maps.square().sum());
          }
          byEngine(weights, copies, step);
          steps.step(0);
          for (int i = 0; i < weights.size(); i++) {
            assertThat(weights.get(i).sub(copies.get(i).get(0)).abs().max().getFloat())
                .as("parameter %d after step %d", i, step)
                .isCloseTo(0, within(2e-6f));
            assertThat(weights.get(i).getGradient().abs().max().getFloat()).isZero();
          }
        }
      }
    }
  }

  /** A weight whose columns lie side by side in memory, which Java can't write to in its order. */
  @Test
  void aWeightInAnotherOrderMovesTheSame() {
    try (NDManager manager = EngineStart.newManager()) {
      NDArray rows = manager.create(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, new Shape(3, 3));
      assertThat(NativeArrays.shared(rows)).isPresent();
      NDArray other = rows.transpose().duplicate();
      assertThat(NativeArrays.shared(other)).isEmpty();
      NDArray moved = moved(manager, rows, new float[] {1, 2, 4});
      NDArray movedToo = moved(manager, other, new float[] {1, 2, 4});
      assertThat(moved.sub(rows).abs().min().getFloat()).isGreaterThan(.001f);
      assertThat(movedToo.sub(rows.transpose()).abs().min().getFloat()).isGreaterThan(.001f);
      // Gradients are the same in each row, so that the columns of both move alike.
      NDArray differences = moved.sub(rows).sub(movedToo.sub(rows.transpose())).abs();
      assertThat(differences.max().getFloat()).isLessThan(2e-6f);
    }
  }

  private static NDArray moved(NDManager manager, NDArray weight, float[] input) {
    Linear layer = Linear.builder().setUnits(3).optBias(false).build();
    layer.getParameters().get("weight").setArray(weight.duplicate());
    layer.initialize(manager, DataType.FLOAT32, new Shape(1, 3));
    NDArray images = manager.create(input, new Shape(1, 3));
    PhaseSettings settings = new PhaseSettings(2, 2, .01, PhaseSettings.Schedule.CONSTANT, 0);
    try (AdamSteps steps =
        new AdamSteps(manager, List.of(layer), settings, StepRule.PLAIN, STEPS)) {
      for (int step = 0; step < 2; step++) {
        try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
          NDList all = new NDList(images);
          ParameterStore store = new ParameterStore(manager, false);
          collector.backward(layer.forward(store, all, true).singletonOrThrow().sum());
        }
        steps.step(0);
      }
    }
    return layer.getParameters().get("weight").getArray();
  }

  /** The formula of the paper with the engine's update, for a rate of .3 and a length of .5. */
  private static void byEngine(List<NDArray> weights, List<NDList> copies, int step) {
    double squares = 0;
    for (NDArray weight : weights) {
      squares += weight.getGradient().square().sum().getFloat();
    }
    double spread = Math.sqrt(1 - Math.pow(.999, step));
    double rate = .3 * .01 * (1 + Math.cos(Math.PI * step / STEPS)) / 2;
    for (int i = 0; i < weights.size(); i++) {
      NDArray copy = copies.get(i).get(0);
      copy.getNDArrayInternal()
          .adamUpdate(
              new NDList(
                  copy,
                  weights.get(i).getGradient().duplicate(),
                  copies.get(i).get(1),
                  copies.get(i).get(2)),
              new NDList(copy),
              (float) rate,
              (float) (rate * spread / (1 - Math.pow(.9, step))),
              1e-3f,
              (float) Math.min(1, .5 / Math.sqrt(squares)),
              -1,
              .9f,
              .999f,
              (float) (1e-8 * spread),
              true,
              false);
    }
  }
}
