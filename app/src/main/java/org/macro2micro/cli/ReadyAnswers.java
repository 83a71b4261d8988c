package org.macro2micro.cli;

import java.util.List;
import java.util.Optional;
import org.macro2micro.base.OwnResource;
import org.macro2micro.run.Product;

/**
 * Answers that need no reading of commands and options, which takes several times as long as Java's
 * start. {@code help.txt} holds what {@code macro2micro --help} says by the commands themselves.
 */
final class ReadyAnswers {
  private ReadyAnswers() {}

  /** The lines of {@code --version}. */
  static List<String> version() {
    return List.of(
        "macro2micro " + Product.version(), "Java " + System.getProperty("java.version"));
  }

  /** What to print for these arguments; empty if they ask for anything else, or for colours. */
  static Optional<String> to(List<String> arguments, boolean coloured) {
    if (arguments.equals(List.of("--version")) || arguments.equals(List.of("-V"))) {
      return Optional.of(String.join("\n", version()) + "\n");
    }
    boolean help = arguments.equals(List.of("--help")) || arguments.equals(List.of("-h"));
    if ((help || arguments.isEmpty()) && !coloured) {
      return Optional.of(OwnResource.text(ReadyAnswers.class, "help.txt"));
    }
    return Optional.empty();
  }
}
