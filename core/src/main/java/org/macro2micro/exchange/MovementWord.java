package org.macro2micro.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.macro2micro.clip.FaceEvent;

/** The words for kinds of events in files of other tools. */
final class MovementWord {
  private MovementWord() {}

  /** Returns the word that is written: "micro-expression", "macro-expression", "blink". */
  static String of(FaceEvent.Kind kind) {
    return switch (kind) {
      case MICRO -> "micro-expression";
      case MACRO -> "macro-expression";
      default -> kind.word();
    };
  }

  /**
   * Returns the kind that a word means: the words that are written, in any case and with any
   * hyphens, and "micro" and "macro"; empty for another.
   */
  static Optional<FaceEvent.Kind> read(String word) {
    String plain = plain(word);
    return Arrays.stream(FaceEvent.Kind.values())
        .filter(kind -> plain.equals(plain(of(kind))) || plain.equals(kind.word()))
        .findFirst();
  }

  /** Returns all words that are written, for messages. */
  static String all() {
    return Arrays.stream(FaceEvent.Kind.values())
        .map(MovementWord::of)
        .collect(Collectors.joining(", "));
  }

  private static String plain(String word) {
    return word.strip().toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }
}
