package org.macro2micro.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;

/** The settings of layers that all networks here share, as torchvision has them. */
public final class Layers {
  /**
   * PyTorch 2.7's convolutions for processors with AVX2 and without AVX-512 write beside their
   * memory when one thread goes back through maps of 2 to 6 channels that lie side by side.
   */
  private static final int LEAST_SIDE_BY_SIDE = 8;

  private Layers() {}

  /**
   * Images in the order of memory in which a network may learn from them: as they are, or channel
   * after channel where maps have too few channels for them to lie side by side. The values are the
   * same.
   *
   * @param images [n,3,H,W]
   * @param channels of the network's narrowest maps
   */
  static NDArray ordered(NDArray images, int channels) {
    return channels >= LEAST_SIDE_BY_SIDE
        ? images
        : images.reshape(images.size()).reshape(images.getShape());
  }

  /** A square convolution without bias (a batch normalisation follows). */
  public static Conv2d convolution(int channels, int kernel, int stride, int padding) {
    return square(channels, kernel, stride, padding).optBias(false).build();
  }

  /** A square convolution with a bias. */
  public static Conv2d biasedConvolution(int channels, int kernel, int stride, int padding) {
    return square(channels, kernel, stride, padding).build();
  }

  /** A square convolution with a bias whose channels are in groups that don't see each other. */
  public static Conv2d groupedConvolution(int channels, int kernel, int padding, int groups) {
    return square(channels, kernel, 1, padding).optGroups(groups).build();
  }

  private static Conv2d.Builder square(int channels, int kernel, int stride, int padding) {
    return Conv2d.builder()
        .setFilters(channels)
        .setKernelShape(new Shape(kernel, kernel))
        .optStride(new Shape(stride, stride))
        .optPadding(new Shape(padding, padding));
  }

  /** A layer that gives each image's every output a weight for its every input, and a bias. */
  public static Linear linear(int outputs) {
    return Linear.builder().setUnits(outputs).build();
  }

  /** The greatest number of each square window: [n,c,h,w] -&gt; [n,c,h',w']. */
  public static NDArray maxPool(NDArray maps, int window, int stride, int padding) {
    return Pool.maxPool2d(
        maps,
        new Shape(window, window),
        new Shape(stride, stride),
        new Shape(padding, padding),
        false);
  }

  /** Shapes of maps after windows of 2x2 at stride 2: [n,c,h/2,w/2]. */
  public static Shape[] halved(Shape[] shapes) {
    Shape s = shapes[0];
    return new Shape[] {new Shape(s.get(0), s.get(1), s.get(2) / 2, s.get(3) / 2)};
  }

  /** The mean of each square window: [n,c,h,w] -&gt; [n,c,h',w']. */
  public static NDArray meanPool(NDArray maps, int window, int stride) {
    return Pool.avgPool2d(
        maps, new Shape(window, window), new Shape(stride, stride), new Shape(0, 0), false, true);
  }

  /** Batch normalisation with epsilon 1e-5; running statistics move by a tenth a step. */
  public static BatchNorm batchNorm() {
    return BatchNorm.builder().optEpsilon(1e-5f).optMomentum(0.9f).build();
  }
}
