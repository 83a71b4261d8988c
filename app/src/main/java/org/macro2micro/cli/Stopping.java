package org.macro2micro.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Ends the process when Ctrl-C is pressed while folds are trained, with a word on what is kept:
 * each fold is written whole as soon as it is done, and the same command goes on from there.
 */
final class Stopping {
  private final Terminal terminal;
  private final Path kept;
  private final AtomicBoolean stopped = new AtomicBoolean();

  private Stopping(Terminal terminal, Path kept) {
    this.terminal = terminal;
    this.kept = kept;
  }

  /**
   * Does work that keeps its folds.
   *
   * @param kept the folder in which folds are kept
   */
  static <T> T during(Terminal terminal, Path kept, Callable<T> work) throws Exception {
    Stopping stopping = new Stopping(terminal, kept);
    List<CaughtSignal> caught =
        Stream.of("INT", "TERM")
            .map(name -> CaughtSignal.of(name, stopping::stop))
            .filter(Objects::nonNull)
            .toList();
    try {
      return work.call();
    } finally {
      caught.forEach(CaughtSignal::release);
    }
  }

  private void stop() {
    if (!stopped.getAndSet(true)) {
      terminal
          .err()
          .printf(
              "%nmacro2micro: stopped; what is done is kept in %s, and the same command goes on from"
                  + " there%n",
              kept);
      terminal.err().flush();
      // Ends the processes that share the folds, too; the signal's own thread must not wait for it.
      new Thread(() -> System.exit(Cancelling.EXIT_CODE), "stop").start();
    }
  }
}
