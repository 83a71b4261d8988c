package org.macro2micro.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.function.Function;
import org.macro2micro.nn.DirectMemoryChurn;

/** Compares automatic gradients with central differences, in double precision. */
final class Gradients {
  private static final double STEP = 1e-5;

  private Gradients() {}

  static void check(double[] at, Shape shape, Function<NDArray, NDArray> loss) {
    double[] automatic = automatic(at, shape, loss);
    try (NDManager manager = NDManager.newBaseManager()) {
      for (int i = 0; i < at.length; i++) {
        double[] moved = at.clone();
        moved[i] = at[i] + STEP;
        double above = loss.apply(manager.create(moved, shape)).getDouble();
        moved[i] = at[i] - STEP;
        double below = loss.apply(manager.create(moved, shape)).getDouble();
        double difference = (above - below) / (2 * STEP);
        assertThat(automatic[i])
            .as("derivative by input %d", i)
            .isCloseTo(difference, within(1e-5 + 1e-4 * Math.abs(difference)));
      }
    }
  }

  static double[] automatic(double[] at, Shape shape, Function<NDArray, NDArray> loss) {
    try (NDManager manager = NDManager.newBaseManager();
        GradientCollector collector = manager.getEngine().newGradientCollector()) {
      NDArray x = manager.create(at, shape);
      x.setRequiresGradient(true);
      NDArray value = loss.apply(x);
      DirectMemoryChurn.run();
      collector.backward(value);
      return x.getGradient().toDoubleArray();
    }
  }
}
