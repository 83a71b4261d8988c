package org.macro2micro.method.handcrafted;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.macro2micro.nn.EngineStart;
import org.macro2micro.nn.Safetensors;
import org.macro2micro.nn.SafetensorsFile;
import org.macro2micro.preprocess.PreparedClip;

/**
 * Kernel machines as they are stored: decision k of a clip x is the sum over the n training clips
 * of share[k][i] k(x, x_i), and bias[k].
 *
 * @param kernel k, with its scales
 * @param height H in pixels
 * @param width W in pixels
 * @param learnt the rises of the n training clips
 * @param shares K rows of n
 * @param biases K values
 */
@SuppressWarnings("ArrayRecordComponent") // read at once and never compared
record KernelMachine(
    FlowKernel kernel,
    int height,
    int width,
    List<RiseViews> learnt,
    double[][] shares,
    double[] biases) {
  private static final String KERNEL = "kernel";
  private static final String IMAGES = "images";
  private static final String SHARES = "shares";
  private static final String BIASES = "biases";

  /** What was learnt in the span of a kernel, for the kernel itself. */
  static KernelMachine of(
      LinearSvm machine,
      Span span,
      FlowKernel kernel,
      int height,
      int width,
      List<RiseViews> learnt) {
    double[][] shares = new double[machine.weights().length][];
    double[] biases = machine.biases().clone();
    for (int k = 0; k < shares.length; k++) {
      shares[k] = span.shares(machine.weights()[k]);
      for (int i = 0; i < machine.mean().length; i++) {
        biases[k] -= machine.weights()[k][i] * machine.mean()[i];
      }
    }
    return new KernelMachine(kernel, height, width, learnt, shares, biases);
  }

  /** K decision values of a rise of H*W pixels. */
  double[] decisions(RiseViews rise) {
    double[] values = kernel.of(FlowKernel.Distances.between(List.of(rise), learnt))[0];
    double[] decisions = biases.clone();
    for (int k = 0; k < decisions.length; k++) {
      for (int i = 0; i < values.length; i++) {
        decisions[k] += shares[k][i] * values[i];
      }
    }
    return decisions;
  }

  /**
   * As safetensors: kernel [3] (gamma and the two scales), images [n, 3, H, W], shares [K, n],
   * biases [K]; float32, so that a stored machine's decisions differ in the seventh digit.
   */
  byte[] write() {
    int n = learnt.size();
    int length = PreparedClip.CHANNELS * height * width;
    float[] images = new float[n * length];
    for (int i = 0; i < n; i++) {
      System.arraycopy(learnt.get(i).image(), 0, images, i * length, length);
    }
    double[] flat = Arrays.stream(shares).flatMapToDouble(Arrays::stream).toArray();
    double[] scales = {kernel.gamma(), kernel.imageScale(), kernel.centredScale()};
    try (NDManager manager = EngineStart.newManager()) {
      NDList arrays = new NDList();
      arrays.add(SvmWeights.named(manager, BIASES, floats(biases), new Shape(biases.length)));
      arrays.add(
          SvmWeights.named(
              manager, IMAGES, images, new Shape(n, PreparedClip.CHANNELS, height, width)));
      arrays.add(SvmWeights.named(manager, KERNEL, floats(scales), new Shape(scales.length)));
      arrays.add(SvmWeights.named(manager, SHARES, floats(flat), new Shape(biases.length, n)));
      return Safetensors.write(arrays);
    }
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  /**
   * @param source names the method in errors
   * @param classes K
   * @throws IllegalArgumentException if the bytes are damaged or hold something else
   */
  static KernelMachine read(String source, byte[] bytes, int classes) {
    SafetensorsFile file = SafetensorsFile.of(source, bytes);
    if (!file.names().equals(List.of(BIASES, IMAGES, KERNEL, SHARES))) {
      throw new IllegalArgumentException(
          "%s: found the tensors %s, expected [biases, images, kernel, shares] of a kernel machine; is the model of another method?"
              .formatted(source, file.names()));
    }
    Shape shape = file.shape(IMAGES);
    if (shape.dimension() != 4 || shape.get(1) != PreparedClip.CHANNELS) {
      throw new IllegalArgumentException(
          "%s: found images of shape %s, expected [n, 3, H, W]; train the model again"
              .formatted(source, shape));
    }
    int n = Math.toIntExact(shape.get(0));
    int height = Math.toIntExact(shape.get(2));
    int width = Math.toIntExact(shape.get(3));
    float[] images = file.floats(IMAGES, shape);
    int length = PreparedClip.CHANNELS * height * width;
    List<RiseViews> learnt = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      learnt.add(RiseViews.of(Arrays.copyOfRange(images, i * length, (i + 1) * length), width));
    }
    float[] scales = file.floats(KERNEL, new Shape(3));
    float[] flat = file.floats(SHARES, new Shape(classes, n));
    float[] stored = file.floats(BIASES, new Shape(classes));
    double[][] shares = new double[classes][n];
    double[] biases = new double[classes];
    for (int k = 0; k < classes; k++) {
      biases[k] = stored[k];
      for (int i = 0; i < n; i++) {
        shares[k][i] = flat[k * n + i];
      }
    }
    FlowKernel kernel = new FlowKernel(scales[0], scales[1], scales[2]);
    return new KernelMachine(kernel, height, width, learnt, shares, biases);
  }
}
