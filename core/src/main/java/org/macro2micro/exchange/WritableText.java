package org.macro2micro.exchange;

/** Text that every format can hold. */
final class WritableText {
  private static final int REPLACEMENT = 0xFFFD;

  private WritableText() {}

  /**
   * Returns the text with U+FFFD for each character that XML 1.0 can't hold, not even escaped: most
   * control characters, lone surrogates, U+FFFE and U+FFFF.
   */
  static String of(String text) {
    StringBuilder written = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> isHeld(point) ? point : REPLACEMENT)
        .forEach(written::appendCodePoint);
    return written.toString();
  }

  private static boolean isHeld(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }

  /** Returns the text as it stands in XML, between tags or in an attribute. */
  static String xml(String text) {
    StringBuilder written = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> written.append("&amp;");
        case '<' -> written.append("&lt;");
        case '>' -> written.append("&gt;");
        case '"' -> written.append("&quot;");
        case '\t', '\n', '\r' -> written.append("&#").append((int) c).append(';');
        default -> written.append(c);
      }
    }
    return written.toString();
  }
}
