package org.macro2micro.method.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import java.util.Map;
import java.util.function.Supplier;
import org.macro2micro.nn.NamedParameters;

/** What is asked of every network: how many numbers it trains, and whether a loss reaches them. */
final class NetworkChecks {
  private NetworkChecks() {}

  /** Counts the trained numbers of the parameters whose names match. */
  static long trained(Block network, String names) {
    return NamedParameters.of(network).entrySet().stream()
        .filter(named -> named.getKey().matches(names))
        .map(Map.Entry::getValue)
        .filter(Parameter::requiresGradient)
        .mapToLong(parameter -> parameter.getArray().size())
        .sum();
  }

  /**
   * A small move along its own gradient must change the loss by the gradient's length times the
   * move.
   *
   * @param weight what is moved, and put back
   * @param loss computes the loss anew
   * @param move by which the loss changes, or the weight if that is less
   * @param percent by which the change may differ
   */
  static void requireReached(NDArray weight, Supplier<NDArray> loss, double move, int percent) {
    try (GradientCollector collector = weight.getManager().getEngine().newGradientCollector()) {
      collector.backward(loss.get());
    }
    float[] gradient = weight.getGradient().toFloatArray();
    double squares = 0;
    for (float value : gradient) {
      squares += (double) value * value;
    }
    double length = Math.sqrt(squares);
    assertThat(length).isGreaterThan(1e-4);
    double by = move / Math.max(1, length);
    double ahead = moved(weight, loss, gradient, by / length);
    double behind = moved(weight, loss, gradient, -by / length);
    assertThat((ahead - behind) / (2 * by)).isCloseTo(length, withinPercentage(percent));
  }

  private static double moved(NDArray weight, Supplier<NDArray> loss, float[] gradient, double by) {
    float[] before = weight.toFloatArray();
    float[] after = before.clone();
    for (int i = 0; i < after.length; i++) {
      after[i] += (float) (by * gradient[i]);
    }
    weight.set(after);
    double moved = loss.get().getFloat();
    weight.set(before);
    return moved;
  }
}
