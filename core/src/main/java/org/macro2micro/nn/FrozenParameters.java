package org.macro2micro.nn;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import org.jspecify.annotations.Nullable;

/**
 * Gives a network's parameters to a pass in which they get no gradient, while its inputs do: the
 * network's judgement teaches what comes before it and not the network itself.
 */
public final class FrozenParameters extends ParameterStore {
  /**
   * @param manager of the pass
   */
  public FrozenParameters(NDManager manager) {
    super(manager, false);
  }

  /** {@inheritDoc} It is null for the bias of a layer that has none. */
  @Override
  public @Nullable NDArray getValue(Parameter parameter, Device device, boolean training) {
    NDArray value = super.getValue(parameter, device, training);
    return value == null ? null : value.stopGradient();
  }
}
