package org.macro2micro.spark;

import org.macro2micro.base.NativeFiles;

/**
 * What the launcher says to Java before it starts the program, said to a Java that Spark has
 * started.
 */
final class ProcessSettings {
  private static final String THREADS = "ai.djl.pytorch.num_threads";

  private ProcessSettings() {}

  /**
   * Sets what is not set yet; must be called before any library is loaded.
   *
   * @param threads of a training: the number decides the last digits of its weights, so it must be
   *     the same on all machines
   */
  static void set(int threads) {
    setIfMissing(THREADS, String.valueOf(threads));
    setIfMissing("ai.djl.offline", "true");
    setIfMissing("java.awt.headless", "true");
    NativeFiles.place();
  }

  private static void setIfMissing(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
