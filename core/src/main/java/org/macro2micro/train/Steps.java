package org.macro2micro.train;

/** Moves the parameters of networks against their gradients, a step at a time. */
interface Steps extends AutoCloseable {
  /**
   * Moves every parameter, and clears its gradient.
   *
   * @param epoch the epoch that the step is of, from 0
   */
  void step(int epoch);

  /** Clears all gradients without a step. */
  void clear();

  @Override
  void close();
}
