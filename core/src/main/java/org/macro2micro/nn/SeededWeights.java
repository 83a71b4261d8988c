package org.macro2micro.nn;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import java.util.random.RandomGenerator;
import org.macro2micro.seed.SeedPath;

/**
 * Initial weights as torchvision draws them, each parameter from a seed of its own name: adding a
 * layer changes no other layer's start. Convolutions: normal, variance 2/(outputs*kernel area)
 * (Kaiming, fan out). Linear layers: uniform within 1/sqrt(inputs). Normalisation: scale 1, shift
 * 0, mean 0, variance 1. The paper does not say how its networks start.
 */
public final class SeededWeights {
  private SeededWeights() {}

  /** Gives every parameter its shape (from the inputs' shapes) and its first value. */
  public static void initialize(
      Block network, NDManager manager, SeedPath seed, Shape... inputShapes) {
    NamedParameters.of(network)
        .forEach(
            (name, parameter) ->
                parameter.setInitializer(
                    (at, shape, type) ->
                        at.create(values(parameter, shape, network, seed.child(name)), shape)));
    network.initialize(manager, DataType.FLOAT32, inputShapes);
  }

  private static float[] values(Parameter parameter, Shape shape, Block network, SeedPath seed) {
    float[] values = new float[Math.toIntExact(shape.size())];
    RandomGenerator random = seed.random();
    switch (parameter.getType()) {
      case WEIGHT -> {
        boolean convolution = shape.dimension() == 4;
        double deviation =
            convolution ? Math.sqrt(2.0 / (shape.get(0) * shape.get(2) * shape.get(3))) : 0;
        double bound = convolution ? 0 : 1 / Math.sqrt((double) shape.get(1));
        for (int i = 0; i < values.length; i++) {
          values[i] =
              (float)
                  (convolution
                      ? deviation * random.nextGaussian()
                      : random.nextDouble(-bound, bound));
        }
      }
      case GAMMA, RUNNING_VAR -> java.util.Arrays.fill(values, 1);
      // PyTorch draws a linear layer's bias too; 0 differs by nothing that lasts a step.
      case BIAS, BETA, RUNNING_MEAN -> {}
      default ->
          throw new IllegalStateException(
              "%s: parameter of type %s has no initial value"
                  .formatted(network.getClass().getSimpleName(), parameter.getType()));
    }
    return values;
  }
}
