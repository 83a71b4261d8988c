package org.macro2micro.train;

import java.nio.FloatBuffer;

/**
 * A step of Adam over the numbers of one parameter, in one pass over its memory and without copies
 * of it: the engine's own step passes over it a dozen times, which takes most of the time where a
 * network has many weights and small batches. Blocks of it are worked on as Java arrays, for which
 * the compiler has vector instructions.
 */
final class AdamPass {
  private static final int BLOCK = 2048;
  private static final float[] ZEROS = new float[BLOCK];

  private final float[] weights = new float[BLOCK];
  private final float[] gradients = new float[BLOCK];
  private final float[] means = new float[BLOCK];
  private final float[] variances = new float[BLOCK];

  /**
   * What a step is taken with.
   *
   * @param beta1 share of the mean that is kept
   * @param beta2 share of the variance that is kept
   * @param epsilon is added to the root of the variance
   * @param rate by which the mean over that root moves a weight
   * @param decay by which a weight adds to its gradient
   * @param shortened the factor of the gradient
   */
  record Factors(
      float beta1, float beta2, float epsilon, float rate, float decay, float shortened) {}

  /**
   * Moves the weights and both moments, and sets the gradient to 0. All four have the same length.
   */
  void step(
      FloatBuffer weight,
      FloatBuffer gradient,
      FloatBuffer mean,
      FloatBuffer variance,
      Factors factors) {
    int length = weight.limit();
    for (int start = 0; start < length; start += BLOCK) {
      int count = Math.min(BLOCK, length - start);
      weight.get(start, weights, 0, count);
      gradient.get(start, gradients, 0, count);
      mean.get(start, means, 0, count);
      variance.get(start, variances, 0, count);
      step(weights, gradients, means, variances, count, factors);
      weight.put(start, weights, 0, count);
      gradient.put(start, ZEROS, 0, count);
      mean.put(start, means, 0, count);
      variance.put(start, variances, 0, count);
    }
  }

  private static void step(
      float[] weights,
      float[] gradients,
      float[] means,
      float[] variances,
      int count,
      Factors factors) {
    float beta1 = factors.beta1();
    float beta2 = factors.beta2();
    float epsilon = factors.epsilon();
    float rate = factors.rate();
    float decay = factors.decay();
    float shortened = factors.shortened();
    for (int i = 0; i < count; i++) {
      float gradient = shortened * gradients[i] + decay * weights[i];
      float mean = beta1 * means[i] + (1 - beta1) * gradient;
      float variance = beta2 * variances[i] + (1 - beta2) * gradient * gradient;
      means[i] = mean;
      variances[i] = variance;
      weights[i] -= rate * mean / ((float) Math.sqrt(variance) + epsilon);
    }
  }
}
