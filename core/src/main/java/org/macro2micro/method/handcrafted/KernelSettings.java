package org.macro2micro.method.handcrafted;

import java.util.List;

/**
 * The choices of kernel machines on flow.
 *
 * @param gamma values of {@link FlowKernel#gamma} to choose from, 1 to 8, each positive and once
 * @param svm choices of the machines; its C is chosen together with gamma
 */
public record KernelSettings(List<Double> gamma, SvmSettings svm) {
  public KernelSettings {
    gamma = SvmSettings.choices("flow-kernel.gamma", gamma, 8);
  }
}
