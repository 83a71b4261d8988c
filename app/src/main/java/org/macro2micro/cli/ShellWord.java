package org.macro2micro.cli;

/** Writes arguments so that a shell takes them as they are, for lines that a person copies. */
final class ShellWord {
  private ShellWord() {}

  /** Returns the argument, in quotes if a shell would see more in it than letters. */
  static String of(Object argument) {
    String text = argument.toString();
    return text.matches("[\\p{L}\\p{N}_./+:@%=,-]+")
        ? text
        : "'" + text.replace("'", "'\\''") + "'";
  }
}
