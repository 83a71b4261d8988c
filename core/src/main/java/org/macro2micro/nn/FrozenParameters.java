package org.macro2micro.nn;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import org.jspecify.annotations.Nullable;

/**
 * Gives a network's parameters to a pass in which they get no gradient, while what goes in does: a
 * judge that is not taught by the case before it.
 */
public final class FrozenParameters extends ParameterStore {
  /**
   * @param manager of the pass
   */
  public FrozenParameters(NDManager manager) {
    super(manager, false);
  }

  /** {@inheritDoc} Null for a bias that a layer is without. */
  @Override
  public @Nullable NDArray getValue(Parameter parameter, Device device, boolean training) {
    NDArray value = super.getValue(parameter, device, training);
    return value == null ? null : value.stopGradient();
  }
}
