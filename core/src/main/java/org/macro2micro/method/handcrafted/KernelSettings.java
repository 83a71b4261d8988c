package org.macro2micro.method.handcrafted;

import java.util.List;

/**
 * The choices of kernel machines on flow.
 *
 * @param gamma values of {@link FlowKernel#gamma} to choose from, 1 to 8, each positive and once
 * @param maxClips training clips at most, at least 2; n clips take about 80 n^2 bytes
 * @param svm choices of the machines; its C is chosen together with gamma
 */
public record KernelSettings(List<Double> gamma, int maxClips, SvmSettings svm) {
  public KernelSettings {
    gamma = SvmSettings.choices("flow-kernel.gamma", gamma, 8);
    if (maxClips < 2) {
      throw new IllegalArgumentException(
          "flow-kernel.max-clips: found %d, expected at least 2".formatted(maxClips));
    }
  }
}
