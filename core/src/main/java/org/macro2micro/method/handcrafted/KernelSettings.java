package org.macro2micro.method.handcrafted;

import java.util.HashSet;
import java.util.List;

/**
 * The choices of kernel machines on flow.
 *
 * @param gamma values of {@link FlowKernel#gamma} to choose from, 1 to 8, each positive and once
 * @param svm choices of the machines; its C is chosen together with gamma
 */
public record KernelSettings(List<Double> gamma, SvmSettings svm) {
  public KernelSettings {
    gamma = List.copyOf(gamma);
    if (gamma.isEmpty()
        || gamma.size() > 8
        || new HashSet<>(gamma).size() != gamma.size()
        || gamma.stream().anyMatch(value -> !(value > 0) || value.isInfinite())) {
      throw new IllegalArgumentException(
          "flow-kernel.gamma: found %s, expected 1 to 8 positive numbers, each once"
              .formatted(gamma));
    }
    gamma = gamma.stream().sorted().toList();
  }
}
