package org.macro2micro.train;

/** How the steps of a training are made. */
public sealed interface StepSettings permits PhaseSettings, DescentSettings {
  /** Passes over the training clips, at least 0. */
  int epochs();

  /** Clips a step, about. */
  int batch();
}
