package org.macro2micro.nn;

/** Where networks compute, as the setting "device" names it. */
public enum ComputeDevice {
  /** A card if the engine has one that works, and else the processor. */
  AUTO,
  /** The processor. */
  CPU,
  /** A card; without one nothing is computed. */
  GPU
}
