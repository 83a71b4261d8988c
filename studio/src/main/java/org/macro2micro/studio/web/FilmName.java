package org.macro2micro.studio.web;

import org.jspecify.annotations.Nullable;

/** What an owner calls a film: for people to read, never a path. */
final class FilmName {
  private static final int LONGEST = 150;
  private static final String NAMELESS = "film";

  private FilmName() {}

  /** Returns the last part of a name, without what can't be read. */
  static String of(@Nullable String given) {
    if (given == null) {
      return NAMELESS;
    }
    String base = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    // Letters of control and of direction would change how what stands around is read.
    String plain =
        base.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\u2028\\u2029]", "").strip();
    // A table program would take a name that begins so for a formula.
    plain = plain.replaceFirst("^[^\\p{L}\\p{N}_(\\[#]+", "");
    String kept =
        plain.length() <= LONGEST
            ? plain
            : plain.substring(0, plain.offsetByCodePoints(0, plain.codePointCount(0, LONGEST)));
    return kept.isEmpty() ? NAMELESS : kept;
  }
}
