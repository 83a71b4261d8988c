package org.macro2micro.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import java.util.stream.Stream;
import org.macro2micro.nn.NamedParameters;

/** Reading and clearing the gradients that backward passes leave at parameters. */
final class Gradients {
  private static final NDIndex EVERYWHERE = new NDIndex("...");

  private Gradients() {}

  /** Euclidean norm over all parameters of the network. */
  static double norm(Block network) {
    return norm(
        NamedParameters.of(network).values().stream()
            .filter(Parameter::requiresGradient)
            .map(Parameter::getArray));
  }

  /** Euclidean norm of the gradients of these parameters, all together. */
  static double norm(Stream<NDArray> parameters) {
    return Math.sqrt(parameters.mapToDouble(Gradients::squares).reduce(0, Double::sum));
  }

  private static double squares(NDArray parameter) {
    try (NDArray gradient = parameter.getGradient();
        NDArray square = gradient.square();
        NDArray sum = square.sum()) {
      return sum.getFloat();
    }
  }

  /** Sets the gradient of a parameter to 0. */
  static void clear(NDArray parameter) {
    try (NDArray gradient = parameter.getGradient()) {
      // Multiplying by 0 would leave NaN as it is.
      gradient.set(EVERYWHERE, 0);
    }
  }
}
