package org.macro2micro.nn;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import java.util.random.RandomGenerator;
import org.macro2micro.seed.SeedPath;

/**
 * Initial weights, each parameter from a seed of its own name: adding a layer changes no other
 * layer's start. Linear layers: uniform within 1/sqrt(inputs). Normalisation: scale 1, shift 0,
 * mean 0, variance 1. Matrices of capsules: normal, deviation .01.
 */
public enum SeededWeights {
  /**
   * As torchvision's ResNet draws them. Convolutions: normal, variance 2/(outputs*kernel area)
   * (Kaiming, fan out). The paper does not say how its networks start.
   */
  TORCHVISION {
    @Override
    void drawConvolution(float[] values, Shape shape, RandomGenerator random) {
      drawNormal(values, 2.0 / (shape.get(0) * shape.get(2) * shape.get(3)), random);
    }
  },
  /**
   * As PyTorch draws them where nothing is said. Convolutions: uniform within 1/sqrt(inputs*kernel
   * area).
   */
  PYTORCH {
    @Override
    void drawConvolution(float[] values, Shape shape, RandomGenerator random) {
      drawUniform(values, shape, random);
    }
  },
  /** Convolutions: normal, variance 2/(inputs*kernel area) (He et al., ICCV 2015, fan in). */
  HE {
    @Override
    void drawConvolution(float[] values, Shape shape, RandomGenerator random) {
      drawNormal(values, 2.0 * shape.get(0) / shape.size(), random);
    }
  };

  /** Gives every parameter its shape (from the inputs' shapes) and its first value. */
  public void initialize(Block network, NDManager manager, SeedPath seed, Shape... inputShapes) {
    NamedParameters.of(network)
        .forEach(
            (name, parameter) ->
                parameter.setInitializer(
                    (at, shape, type) ->
                        at.create(values(parameter, shape, network, seed.child(name)), shape)));
    network.initialize(manager, DataType.FLOAT32, inputShapes);
  }

  abstract void drawConvolution(float[] values, Shape shape, RandomGenerator random);

  private static void drawNormal(float[] values, double variance, RandomGenerator random) {
    double deviation = Math.sqrt(variance);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
  }

  private static void drawUniform(float[] values, Shape shape, RandomGenerator random) {
    double bound = 1 / Math.sqrt((double) shape.size() / shape.get(0));
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-bound, bound);
    }
  }

  private float[] values(Parameter parameter, Shape shape, Block network, SeedPath seed) {
    float[] values = new float[Math.toIntExact(shape.size())];
    RandomGenerator random = seed.random();
    switch (parameter.getType()) {
      case WEIGHT -> {
        if (shape.dimension() == 4) {
          drawConvolution(values, shape, random);
        } else {
          drawUniform(values, shape, random);
        }
      }
      case OTHER -> {
        for (int i = 0; i < values.length; i++) {
          values[i] = (float) (.01 * random.nextGaussian());
        }
      }
      case GAMMA, RUNNING_VAR -> java.util.Arrays.fill(values, 1);
      // PyTorch draws the bias of a layer too; 0 differs by nothing that lasts a step.
      case BIAS, BETA, RUNNING_MEAN -> {}
      default ->
          throw new IllegalStateException(
              "%s: parameter of type %s has no initial value"
                  .formatted(network.getClass().getSimpleName(), parameter.getType()));
    }
    return values;
  }
}
