package org.macro2micro.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.tracker.Tracker;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macro2micro.nn.NamedParameters;
import org.macro2micro.nn.NativeArrays;

/**
 * Adam (Kingma and Ba, 2015) over the parameters of some networks; betas .9 and .999, epsilon 1e-8.
 * DJL's own optimizer leaves its moments to the garbage collector, which does not see how much
 * native memory they hold: here they go with the loop.
 */
final class AdamSteps implements Steps {
  private static final float BETA_1 = .9f;
  private static final float BETA_2 = .999f;
  private static final float EPSILON = 1e-8f;
  private static final double LEAST_SHARE = .01;

  private final AdamPass pass = new AdamPass();
  private final List<Moments> trained = new ArrayList<>();
  private final NDManager manager;
  private final Tracker learningRate;
  private final float weightDecay;
  private final double longest;
  private int step;

  private record Moments(NDArray weight, NDArray mean, NDArray variance, float rate) {}

  /**
   * @param steps how many steps the phase has, at least 1
   */
  AdamSteps(
      NDManager parent, List<Block> networks, PhaseSettings settings, StepRule rule, int steps) {
    manager = parent.newSubManager();
    learningRate = learningRate(settings, steps);
    weightDecay = (float) settings.weightDecay();
    longest = rule.longest();
    for (int i = 0; i < networks.size(); i++) {
      for (Map.Entry<String, Parameter> named : NamedParameters.of(networks.get(i)).entrySet()) {
        if (named.getValue().requiresGradient()) {
          NDArray weight = named.getValue().getArray();
          trained.add(
              new Moments(
                  weight,
                  manager.zeros(weight.getShape()),
                  manager.zeros(weight.getShape()),
                  (float) rule.rate(i)));
        }
      }
    }
  }

  private static Tracker learningRate(PhaseSettings settings, int steps) {
    float start = (float) settings.learningRate();
    return switch (settings.schedule()) {
      case CONSTANT -> Tracker.fixed(start);
      case COSINE ->
          Tracker.cosine().setBaseValue(start).optFinalValue(0).setMaxUpdates(steps).build();
      case HALVING ->
          step -> {
            // Steps are counted from 1.
            int tenths = (int) (10L * (step - 1) / steps);
            return (float) (start * Math.max(LEAST_SHARE, Math.pow(.5, tenths)));
          };
    };
  }

  @Override
  public void step(int epoch) {
    step++;
    float rate = learningRate.getNewValue(step);
    double spread = Math.sqrt(1 - Math.pow(BETA_2, step));
    double corrected = rate * spread / (1 - Math.pow(BETA_1, step));
    // The paper's epsilon, and PyTorch's, stands beside the corrected variance, the update's beside
    // the one as it is.
    float epsilon = (float) (EPSILON * spread);
    float shortened = shortened();
    for (Moments moments : trained) {
      step(
          moments,
          new AdamPass.Factors(
              BETA_1, BETA_2, epsilon, (float) corrected * moments.rate(), weightDecay, shortened));
    }
  }

  private void step(Moments moments, AdamPass.Factors factors) {
    NDArray weight = moments.weight();
    try (NDArray gradient = weight.getGradient()) {
      Optional<FloatBuffer> weights = NativeArrays.shared(weight);
      Optional<FloatBuffer> gradients = NativeArrays.shared(gradient);
      if (weights.isPresent() && gradients.isPresent()) {
        pass.step(
            weights.get(),
            gradients.get(),
            NativeArrays.shared(moments.mean()).orElseThrow(),
            NativeArrays.shared(moments.variance()).orElseThrow(),
            factors);
      } else {
        byEngine(moments, gradient, factors);
      }
    }
  }

  /** The same by the engine, for what Java can't write to. It clears the gradient too. */
  private static void byEngine(Moments moments, NDArray gradient, AdamPass.Factors factors) {
    NDArray weight = moments.weight();
    weight
        .getNDArrayInternal()
        .adamUpdate(
            new NDList(weight, gradient, moments.mean(), moments.variance()),
            new NDList(weight),
            factors.rate(),
            factors.rate(),
            factors.decay(),
            factors.shortened(),
            -1,
            factors.beta1(),
            factors.beta2(),
            factors.epsilon(),
            true,
            false);
  }

  /** The factor that brings the gradients to the greatest length that is allowed, at most 1. */
  private float shortened() {
    if (Double.isInfinite(longest)) {
      return 1;
    }
    return (float) Math.min(1, longest / Gradients.norm(trained.stream().map(Moments::weight)));
  }

  @Override
  public void clear() {
    trained.forEach(moments -> Gradients.clear(moments.weight()));
  }

  @Override
  public void close() {
    manager.close();
  }
}
