package org.macro2micro.method;

import java.util.function.Supplier;
import org.macro2micro.train.Phase;

/** Keeps the results of long work under a key of all that determines them. */
public interface WorkStore {
  /**
   * The kept bytes of this key, or those of {@code work}, which are then kept.
   *
   * @param phase whose result it is
   * @param key everything that determines the result
   * @param work does the work
   */
  byte[] once(Phase phase, String key, Supplier<byte[]> work);

  /** Does the work each time and keeps nothing. */
  static WorkStore none() {
    return (phase, key, work) -> work.get();
  }
}
