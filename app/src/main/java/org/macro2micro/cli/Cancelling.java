package org.macro2micro.cli;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Lets work find out that Ctrl-C was pressed, or that the process is asked to end. The signal is
 * caught, so that the process is not yet ending while the work tidies up: while it ends, libraries
 * refuse to write pictures and to load code. A second Ctrl-C, or two minutes, end it at once.
 */
final class Cancelling implements AutoCloseable {
  /** What a shell reports of a process that Ctrl-C ended. */
  static final int EXIT_CODE = 130;

  private static final long MOST_SECONDS = 120;

  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final CountDownLatch tidied = new CountDownLatch(1);
  private final List<CaughtSignal> caught;

  Cancelling() {
    caught =
        Stream.of("INT", "TERM")
            .map(name -> CaughtSignal.of(name, this::cancel))
            .filter(Objects::nonNull)
            .toList();
  }

  boolean isCancelled() {
    return cancelled.get();
  }

  private void cancel() {
    if (cancelled.getAndSet(true)) {
      Runtime.getRuntime().halt(EXIT_CODE);
    }
    Thread patience = new Thread(this::endIfStuck, "cancel");
    patience.setDaemon(true);
    patience.start();
  }

  private void endIfStuck() {
    try {
      if (!tidied.await(MOST_SECONDS, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(EXIT_CODE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    tidied.countDown();
    caught.forEach(CaughtSignal::release);
  }
}
