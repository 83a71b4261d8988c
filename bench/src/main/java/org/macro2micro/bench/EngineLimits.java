package org.macro2micro.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.ParameterStore;
import java.util.List;
import java.util.function.Function;
import org.macro2micro.nn.EngineStart;
import org.macro2micro.nn.Layers;

/** How fast the engine multiplies on this machine: what a training could reach at most. */
final class EngineLimits {
  private EngineLimits() {}

  /** A product of two matrices of so many rows and columns: 2*size^3 operations. */
  static List<Laps.Lap> product(int size, int times) {
    try (NDManager manager = EngineStart.newManager()) {
      NDArray a = manager.ones(new Shape(size, size));
      return laps(manager, times, step -> a.matMul(a));
    }
  }

  /**
   * The way forward of a convolution of 3x3 with as many channels before and after, channels last:
   * 18*images*side^2*channels^2 operations.
   */
  static List<Laps.Lap> convolution(int images, int channels, int side, int times) {
    try (NDManager manager = EngineStart.newManager()) {
      Conv2d layer = Layers.convolution(channels, 3, 1, 1);
      Shape shape = new Shape(images, channels, side, side);
      layer.initialize(manager, DataType.FLOAT32, shape);
      NDArray maps = manager.ones(new Shape(images, side, side, channels)).transpose(0, 3, 1, 2);
      return laps(
          manager,
          times,
          step ->
              layer
                  .forward(new ParameterStore(step, false), new NDList(maps), false)
                  .singletonOrThrow());
    }
  }

  private static List<Laps.Lap> laps(
      NDManager manager, int times, Function<NDManager, NDArray> work) {
    Laps laps = new Laps();
    laps.start();
    for (int i = 0; i < times; i++) {
      try (NDManager step = manager.newSubManager();
          NDArray result = work.apply(step)) {
        result.getShape();
      }
      laps.lap();
    }
    return laps.all();
  }
}
