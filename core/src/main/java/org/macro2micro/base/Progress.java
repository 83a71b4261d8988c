package org.macro2micro.base;

/** Is told how far a piece of work has come, by the thread that asked for the work. */
@FunctionalInterface
public interface Progress {
  /**
   * Called after each step.
   *
   * @param done steps that are over
   * @param all steps of the whole work; 0 if nobody knows
   */
  void at(int done, int all);
}
