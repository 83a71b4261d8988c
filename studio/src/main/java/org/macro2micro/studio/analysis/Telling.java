package org.macro2micro.studio.analysis;

import java.io.PrintStream;
import org.macro2micro.base.Progress;

/**
 * The lines by which the process tells how far it is: {@code phase TEXT}, {@code progress DONE
 * ALL}, {@code refused REASON TEXT}, {@code done}.
 */
final class Telling {
  /** Progress is told at most once in this time, in nanoseconds. */
  private static final long LEAST_APART = 100_000_000;

  private final PrintStream out;
  private long last;

  Telling(PrintStream out) {
    this.out = out;
  }

  /** Begins a phase, and returns what takes its progress. */
  Progress phase(String text) {
    line("phase " + text);
    last = 0;
    return this::progress;
  }

  private void progress(int done, int all) {
    long now = System.nanoTime();
    if (last == 0 || now - last > LEAST_APART || done == all) {
      last = now;
      line("progress " + done + " " + all);
    }
  }

  void refused(RefusedFilm film) {
    line("refused " + film.reason().name() + " " + film.getMessage());
  }

  void done() {
    line("done");
  }

  private void line(String text) {
    out.println(text.replaceAll("\\R", " "));
    out.flush();
  }
}
