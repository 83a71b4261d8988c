package org.macro2micro.studio.web;

import org.jspecify.annotations.Nullable;

/** The name that an owner gives a film. People read it; it never becomes a path. */
final class FilmName {
  private static final int LONGEST = 150;
  private static final String NAMELESS = "film";

  private FilmName() {}

  /** Returns the last part of a name, without the characters that can't be read. */
  static String of(@Nullable String given) {
    if (given == null) {
      return NAMELESS;
    }
    String base = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    // Characters of control and of direction would change how the text around them is read.
    String plain =
        base.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\u2028\\u2029]", "").strip();
    // A table program takes a name that begins with a sign such as = for a formula.
    plain = plain.replaceFirst("^[^\\p{L}\\p{N}_(\\[#]+", "");
    String kept =
        plain.length() <= LONGEST
            ? plain
            : plain.substring(0, plain.offsetByCodePoints(0, plain.codePointCount(0, LONGEST)));
    return kept.isEmpty() ? NAMELESS : kept;
  }
}
