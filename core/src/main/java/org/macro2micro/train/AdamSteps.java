package org.macro2micro.train;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macro2micro.nn.NamedParameters;

/** Adam (Kingma and Ba, 2015) over the parameters of some networks; betas .9 and .999. */
final class AdamSteps {
  private final Map<String, Parameter> trained = new LinkedHashMap<>();
  private final Adam adam;

  /**
   * @param steps how many steps the phase has, at least 1
   */
  AdamSteps(List<Block> networks, PhaseSettings settings, int steps) {
    for (int i = 0; i < networks.size(); i++) {
      String prefix = i + ".";
      NamedParameters.of(networks.get(i))
          .forEach(
              (name, parameter) -> {
                if (parameter.requiresGradient()) {
                  trained.put(prefix + name, parameter);
                }
              });
    }
    adam =
        Optimizer.adam()
            .optLearningRateTracker(learningRate(settings, steps))
            .optWeightDecays((float) settings.weightDecay())
            .build();
  }

  private static Tracker learningRate(PhaseSettings settings, int steps) {
    float start = (float) settings.learningRate();
    return switch (settings.schedule()) {
      case CONSTANT -> Tracker.fixed(start);
      case COSINE ->
          Tracker.cosine().setBaseValue(start).optFinalValue(0).setMaxUpdates(steps).build();
    };
  }

  /** Moves every parameter along its gradient, and clears the gradient. */
  void step() {
    trained.forEach(
        (name, parameter) -> {
          NDArray weight = parameter.getArray();
          try (NDArray gradient = weight.getGradient()) {
            adam.update(name, weight, gradient);
          }
        });
  }

  /** Clears all gradients without a step. */
  void clear() {
    trained.values().forEach(parameter -> Gradients.clear(parameter.getArray()));
  }
}
