package org.macro2micro.train;

/** How the steps of a training are made. */
public sealed interface StepSettings permits PhaseSettings, DescentSettings {
  /** Passes over the training clips, at least 0. */
  int epochs();

  /** About how many clips a step takes. */
  int batch();
}
