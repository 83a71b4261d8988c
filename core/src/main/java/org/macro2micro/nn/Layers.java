package org.macro2micro.nn;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;

/** The settings of layers that all networks here share, as torchvision has them. */
final class Layers {
  private Layers() {}

  /** A square convolution without bias (a batch normalisation follows). */
  static Conv2d convolution(int channels, int kernel, int stride, int padding) {
    return Conv2d.builder()
        .setFilters(channels)
        .setKernelShape(new Shape(kernel, kernel))
        .optStride(new Shape(stride, stride))
        .optPadding(new Shape(padding, padding))
        .optBias(false)
        .build();
  }

  /** Batch normalisation with epsilon 1e-5; running statistics move by a tenth a step. */
  static BatchNorm batchNorm() {
    return BatchNorm.builder().optEpsilon(1e-5f).optMomentum(0.9f).build();
  }
}
