package org.macro2micro.method.handcrafted;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.macro2micro.clip.ClipId;
import org.macro2micro.nn.EngineStart;
import org.macro2micro.nn.Safetensors;
import org.macro2micro.nn.SafetensorsFile;

/**
 * Linear machines as they are stored: decision k of a vector x is weight[k] . (x - mean) + bias[k].
 *
 * @param weight K*d values, class by class
 * @param bias K values
 * @param mean d values
 */
@SuppressWarnings("ArrayRecordComponent") // read at once and never compared
record SvmWeights(float[] weight, float[] bias, float[] mean) {
  private static final String WEIGHT = "weight";
  private static final String BIAS = "bias";
  private static final String MEAN = "mean";
  private static final String LEARNT = "descriptor";

  /** What was learnt in a span, for the vectors themselves. */
  static SvmWeights of(LinearSvm svm, Span span, List<float[]> vectors) {
    int length = vectors.get(0).length;
    int classes = svm.biases().length;
    float[] weight = new float[classes * length];
    float[] bias = new float[classes];
    for (int k = 0; k < classes; k++) {
      double[] whole = span.vector(vectors, svm.weights()[k]);
      for (int i = 0; i < length; i++) {
        weight[k * length + i] = (float) whole[i];
      }
      bias[k] = (float) svm.biases()[k];
    }
    float[] mean = new float[length];
    for (int i = 0; i < length; i++) {
      double sum = 0;
      for (float[] vector : vectors) {
        sum += vector[i];
      }
      mean[i] = (float) (sum / vectors.size());
    }
    return new SvmWeights(weight, bias, mean);
  }

  /**
   * As safetensors: weight [K, d], bias [K], mean [d], and descriptor [n] if the descriptor has
   * learnt something.
   *
   * @param learnt n values of the descriptor's own
   */
  byte[] write(float[] learnt) {
    try (NDManager manager = EngineStart.newManager()) {
      NDList arrays = new NDList();
      arrays.add(named(manager, WEIGHT, weight, new Shape(bias.length, mean.length)));
      arrays.add(named(manager, BIAS, bias, new Shape(bias.length)));
      arrays.add(named(manager, MEAN, mean, new Shape(mean.length)));
      if (learnt.length > 0) {
        arrays.add(named(manager, LEARNT, learnt, new Shape(learnt.length)));
      }
      return Safetensors.write(arrays);
    }
  }

  static NDArray named(NDManager manager, String name, float[] values, Shape shape) {
    NDArray array = manager.create(values, shape);
    array.setName(name);
    return array;
  }

  /**
   * @param source names the method in errors
   * @param classes K
   * @throws IllegalArgumentException if the bytes are damaged or hold something else
   */
  static SvmWeights read(String source, byte[] bytes, int classes) {
    SafetensorsFile file = SafetensorsFile.of(source, bytes);
    List<String> names = file.names().stream().filter(name -> !name.equals(LEARNT)).toList();
    if (!names.equals(List.of(BIAS, MEAN, WEIGHT))) {
      throw new IllegalArgumentException(
          "%s: found the tensors %s, expected [bias, mean, weight] of a linear machine; is the model of another method?"
              .formatted(source, file.names()));
    }
    Shape mean = file.shape(MEAN);
    return new SvmWeights(
        file.floats(WEIGHT, new Shape(classes, mean.size())),
        file.floats(BIAS, new Shape(classes)),
        file.floats(MEAN, new Shape(mean.size())));
  }

  /** What the descriptor has learnt; empty if nothing. */
  static float[] learnt(String source, byte[] bytes) {
    SafetensorsFile file = SafetensorsFile.of(source, bytes);
    return file.names().contains(LEARNT) ? file.floats(LEARNT, file.shape(LEARNT)) : new float[0];
  }

  /**
   * K decision values.
   *
   * @throws IllegalArgumentException if the vector is not d long
   */
  double[] decisions(ClipId clip, float[] vector) {
    if (vector.length != mean.length) {
      throw new IllegalArgumentException(
          "clip %s: its vector has %d values and the model takes %d; use the descriptor and preprocess settings that the model was trained with"
              .formatted(clip, vector.length, mean.length));
    }
    double[] decisions = new double[bias.length];
    for (int k = 0; k < decisions.length; k++) {
      decisions[k] = bias[k];
      for (int i = 0; i < vector.length; i++) {
        decisions[k] += weight[k * mean.length + i] * ((double) vector[i] - mean[i]);
      }
    }
    return decisions;
  }
}
