package org.macro2micro.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as decimal text, with a dot and without exponent. */
final class DecimalText {
  /** Decimals of a score. */
  static final int SCORE = 4;

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d{1,30}(\\.\\d{0,60})?|\\.\\d{1,60})([eE][+-]?\\d{1,3})?");

  private DecimalText() {}

  /** Returns the number with exactly so many decimals. */
  static String of(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }

  /** Returns a score with up to {@value #SCORE} decimals, such as "0.83". */
  static String score(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(SCORE, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** Reads a number; empty if the text is not one, or one too large for a double. */
  static OptionalDouble read(String text) {
    String plain = text.strip();
    if (!NUMBER.matcher(plain).matches()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(plain);
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
