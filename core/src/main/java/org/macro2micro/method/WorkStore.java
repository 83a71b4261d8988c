package org.macro2micro.method;

import java.util.function.Supplier;

/** Keeps the results of long work under a key of all that determines them. */
public interface WorkStore {
  /**
   * The kept bytes of this key, or those of {@code work}, which are then kept.
   *
   * @param name what the work is, for people, such as "micro"
   * @param key everything that determines the result
   * @param work does the work
   */
  byte[] once(String name, String key, Supplier<byte[]> work);

  /** Does the work each time and keeps nothing. */
  static WorkStore none() {
    return (name, key, work) -> work.get();
  }
}
