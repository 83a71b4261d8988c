package org.macro2micro.parity;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import java.nio.charset.StandardCharsets;
import org.macro2micro.nn.InPlace;
import org.macro2micro.nn.NamedParameters;
import org.macro2micro.nn.SeededWeights;
import org.macro2micro.seed.SeedPath;

/** The numbers of tools/parity/hashed.py: drawn on both sides from a name and an index. */
public final class HashedNumbers {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private HashedNumbers() {}

  /** The first {@code count} 64-bit numbers of a name. */
  static long[] bits(String name, int count) {
    long digest = 0xCBF29CE484222325L;
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      digest = (digest ^ (b & 0xff)) * 0x100000001B3L;
    }
    long[] bits = new long[count];
    for (int i = 0; i < count; i++) {
      long z = digest + (i + 1) * GOLDEN;
      z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
      z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
      bits[i] = z ^ (z >>> 31);
    }
    return bits;
  }

  /** Numbers in [-1, 1). */
  static double[] uniform(String name, int count) {
    double[] numbers = new double[count];
    long[] bits = bits(name, count);
    for (int i = 0; i < count; i++) {
      numbers[i] = (bits[i] >>> 40) / (double) (1 << 23) - 1;
    }
    return numbers;
  }

  /** The same in single precision, as an array. */
  static NDArray uniform(NDManager manager, String name, Shape shape) {
    double[] numbers = uniform(name, Math.toIntExact(shape.size()));
    return manager.create(toFloat(numbers), shape);
  }

  /** Where samples of a tensor of {@code size} numbers are taken. */
  static int[] positions(String name, int count, int size) {
    int[] positions = new int[count];
    long[] bits = bits(name, count);
    for (int i = 0; i < count; i++) {
      positions[i] = (int) Long.remainderUnsigned(bits[i], size);
    }
    return positions;
  }

  /** A parameter's value: spread as He et al. have it, normalisations not trivial. */
  public static float[] weight(String name, Shape shape) {
    double[] u = uniform(name, Math.toIntExact(shape.size()));
    for (int i = 0; i < u.length; i++) {
      if (shape.dimension() == 4) {
        u[i] *= Math.sqrt(6.0 / (shape.get(1) * shape.get(2) * shape.get(3)));
      } else if (shape.dimension() == 2) {
        u[i] *= Math.sqrt(3.0 / shape.get(1));
      } else if (name.endsWith("running_var")) {
        u[i] = 1 + .5 * u[i];
      } else if (name.endsWith("weight")) {
        u[i] = 1 + .25 * u[i];
      } else {
        u[i] *= .1;
      }
    }
    return toFloat(u);
  }

  /** Gives a network its shapes and these weights. */
  public static void fill(Block network, NDManager manager, Shape... inputs) {
    SeededWeights.TORCHVISION.initialize(network, manager, SeedPath.root(0), inputs);
    NamedParameters.of(network)
        .forEach(
            (name, parameter) -> {
              NDArray array = parameter.getArray();
              try (NDArray value = manager.create(weight(name, array.getShape()))) {
                InPlace.copy(value.reshape(array.getShape()), array);
              }
            });
  }

  private static float[] toFloat(double[] numbers) {
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }
}
