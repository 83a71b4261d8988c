package org.macro2micro.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets work find out that Ctrl-C was pressed. The process ends once the work has tidied up, or
 * after two minutes.
 */
final class Cancelling implements AutoCloseable {
  private static final long MOST_SECONDS = 120;

  private final CountDownLatch tidied = new CountDownLatch(1);
  private final Thread hook = new Thread(this::waitForWork, "cancel");
  private volatile boolean cancelled;

  Cancelling() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  boolean isCancelled() {
    return cancelled;
  }

  private void waitForWork() {
    cancelled = true;
    try {
      tidied.await(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    tidied.countDown();
    if (!cancelled) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
