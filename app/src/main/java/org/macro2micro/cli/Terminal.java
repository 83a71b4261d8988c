package org.macro2micro.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/**
 * The two streams of a process, and whether a person looks at them. Results go to {@link #out},
 * everything else to {@link #err}. The launcher says which of the two is a terminal.
 */
final class Terminal {
  private final PrintStream out;
  private final PrintStream err;

  Terminal(PrintStream out, PrintStream err) {
    this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
    this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
  }

  PrintStream out() {
    return out;
  }

  PrintStream err() {
    return err;
  }

  PrintWriter outWriter() {
    return new PrintWriter(out, true, StandardCharsets.UTF_8);
  }

  PrintWriter errWriter() {
    return new PrintWriter(err, true, StandardCharsets.UTF_8);
  }

  /** Whether a person reads standard error. */
  boolean errIsTerminal() {
    return Boolean.getBoolean("macro2micro.terminal.err");
  }

  /** Whether results are coloured: a terminal shows them, and nobody has asked for none. */
  static boolean isColoured() {
    return Boolean.getBoolean("macro2micro.terminal.out") && System.getenv("NO_COLOR") == null;
  }

  ColorScheme colours() {
    return picocli.CommandLine.Help.defaultColorScheme(isColoured() ? Ansi.ON : Ansi.OFF);
  }

  /** Prints a line, in bold if a terminal shows the results. */
  void heading(String text) {
    out.println(colours().ansi().string("@|bold " + text + "|@"));
  }
}
