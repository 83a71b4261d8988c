package org.macro2micro.studio.analysis;

/** The exit codes of the processes that decode what strangers send; 0 says that all is done. */
public final class ChildExit {
  /** Java ends with it too, by the option ExitOnOutOfMemoryError. */
  public static final int OUT_OF_MEMORY = 3;

  /** The service that started the process is gone. */
  static final int ABANDONED = 4;

  /** What was sent can't be used, as the process has said. */
  static final int REFUSED = 5;

  private ChildExit() {}
}
