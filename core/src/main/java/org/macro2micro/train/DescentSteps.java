package org.macro2micro.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.macro2micro.nn.NamedParameters;

/**
 * Stochastic gradient descent with momentum over the parameters of some networks, as PyTorch has
 * it: the velocity becomes momentum * velocity + gradient + decay * weight, and the weight moves by
 * rate * velocity against it. A gradient of all parameters together that is too long is cut first.
 */
final class DescentSteps implements Steps {
  private static final String BACKBONE = "backbone.";
  private static final double FALL = .1;
  // As in PyTorch's clip_grad_norm_.
  private static final double LEAST = 1e-6;

  private final List<Velocity> trained = new ArrayList<>();
  private final NDManager manager;
  private final DescentSettings settings;

  private record Velocity(NDArray weight, NDArray velocity, double rate) {}

  DescentSteps(NDManager parent, List<Block> networks, DescentSettings settings) {
    manager = parent.newSubManager();
    this.settings = settings;
    for (Block network : networks) {
      for (Map.Entry<String, Parameter> named : NamedParameters.of(network).entrySet()) {
        if (named.getValue().requiresGradient()) {
          NDArray weight = named.getValue().getArray();
          double rate =
              named.getKey().startsWith(BACKBONE)
                  ? settings.backboneRate()
                  : settings.learningRate();
          trained.add(new Velocity(weight, manager.zeros(weight.getShape()), rate));
        }
      }
    }
  }

  @Override
  public void step(int epoch) {
    double length = Gradients.norm(trained.stream().map(Velocity::weight));
    double kept = Math.min(1, settings.clip() / (length + LEAST));
    double fall = epoch < settings.fallsAt() ? 1 : FALL;
    for (Velocity one : trained) {
      NDArray weight = one.weight();
      try (NDArray gradient = weight.getGradient()) {
        // Each update makes x - rate * (factor * y + decay * x) of x; together they are
        // v = momentum v + kept g, v += decay w, w -= rate v. None is part of the graph of
        // gradients.
        update(one.velocity(), gradient, -1, settings.momentum() - 1, kept);
        update(one.velocity(), weight, -settings.weightDecay(), 0, 1);
        update(weight, one.velocity(), one.rate() * fall, 0, 1);
      }
      Gradients.clear(weight);
    }
  }

  private static void update(NDArray x, NDArray y, double rate, double decay, double factor) {
    x.getNDArrayInternal()
        .sgdUpdate(
            new NDList(x, y),
            new NDList(x),
            (float) rate,
            (float) decay,
            (float) factor,
            -1,
            0,
            true);
  }

  @Override
  public void clear() {
    trained.forEach(one -> Gradients.clear(one.weight()));
  }

  @Override
  public void close() {
    manager.close();
  }
}
