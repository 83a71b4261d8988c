package org.macro2micro.cli;

import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.macro2micro.run.RunListener;

/**
 * Shows a run's progress on standard error: bars with the time left on a terminal, and elsewhere
 * one line for each piece of work.
 */
final class ProgressDisplay implements RunListener, AutoCloseable {
  private static final int REDRAW_MILLISECONDS = 200;

  private final Terminal terminal;
  private @Nullable ProgressBar bar;

  ProgressDisplay(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void begin(String name, long steps) {
    close();
    if (!terminal.errIsTerminal()) {
      terminal.err().printf(Locale.ROOT, "%s (%d)%n", name, steps);
      return;
    }
    bar =
        new ProgressBarBuilder()
            .setTaskName(name)
            .setInitialMax(steps)
            .setStyle(ProgressBarStyle.UNICODE_BLOCK)
            .setUpdateIntervalMillis(REDRAW_MILLISECONDS)
            .setConsumer(new ConsoleProgressBarConsumer(terminal.err()))
            .build();
  }

  @Override
  public void done(long steps) {
    if (bar != null) {
      bar.stepTo(steps);
    }
  }

  @Override
  public void underway(String text) {
    if (bar != null) {
      bar.setExtraMessage(" " + text);
    }
  }

  @Override
  public void note(String text) {
    if (bar != null) {
      bar.pause();
    }
    terminal.err().println(text);
    if (bar != null) {
      bar.resume();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
