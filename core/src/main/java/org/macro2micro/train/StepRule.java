package org.macro2micro.train;

import java.util.List;

/**
 * How gradients become steps where this differs from plain Adam with one rate for all.
 *
 * @param longest Euclidean length of the gradients of all networks together above which they are
 *     shortened to it, above 0; infinite for never
 * @param rates a factor of the learning rate for each of the loop's networks, in their order, each
 *     above 0; empty for 1 everywhere
 */
public record StepRule(double longest, List<Double> rates) {
  /** Plain Adam. */
  public static final StepRule PLAIN = new StepRule(Double.POSITIVE_INFINITY, List.of());

  public StepRule {
    rates = List.copyOf(rates);
    if (!(longest > 0) || rates.stream().anyMatch(rate -> !(rate > 0))) {
      throw new IllegalArgumentException(
          "steps: found a longest gradient of %s and rates %s, expected numbers above 0"
              .formatted(longest, rates));
    }
  }

  /** The factor of the rate of a network, by its place in the loop. */
  double rate(int network) {
    return rates.isEmpty() ? 1 : rates.get(network);
  }
}
