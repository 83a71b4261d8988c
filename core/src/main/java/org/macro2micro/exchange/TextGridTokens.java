package org.macro2micro.exchange;

import java.util.OptionalDouble;
import org.macro2micro.dataset.DatasetException;

/**
 * The texts and numbers of a file that Praat wrote, one after the other. Words such as {@code xmin
 * =} and {@code intervals [1]:}, flags and comments after {@code !} are passed over.
 */
final class TextGridTokens {
  private final Source source;
  private final String text;
  private int at;
  private int line = 1;

  TextGridTokens(Source source) {
    this.source = source;
    this.text = source.text();
  }

  /** Returns the line that was reached, from 1. */
  int line() {
    return line;
  }

  /** Returns the next text in quotes; within it a quote is written twice. */
  String text(String what) throws DatasetException {
    String word = next(what);
    if (!word.startsWith("\"")) {
      throw wrong("the number " + Source.shown(word), what + " in quotes");
    }
    return word.substring(1);
  }

  /** Returns the next number. */
  double number(String what) throws DatasetException {
    String word = next(what);
    OptionalDouble number = word.startsWith("\"") ? OptionalDouble.empty() : DecimalText.read(word);
    if (number.isEmpty()) {
      throw wrong("the text " + Source.shown(word), what + ", a number");
    }
    return number.getAsDouble();
  }

  /** Returns the next number, which must be whole and not negative. */
  long count(String what) throws DatasetException {
    double number = number(what);
    if (!(number >= 0 && number <= Integer.MAX_VALUE && number == Math.rint(number))) {
      throw wrong("the number " + number, what);
    }
    return (long) number;
  }

  private DatasetException wrong(String found, String expected) {
    return source.wrong(
        "line %d: %s".formatted(line, found), expected, "Save the TextGrid in Praat again.");
  }

  /** Returns a number as it stands, or a quote and the text that was in quotes. */
  private String next(String what) throws DatasetException {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        step();
      } else if (c == '"') {
        return quoted(what);
      } else if (c == '!') {
        while (at < text.length() && text.charAt(at) != '\n') {
          step();
        }
      } else {
        int start = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
          step();
        }
        String word = text.substring(start, at);
        if (DecimalText.read(word).isPresent()) {
          return word;
        }
      }
    }
    throw wrong("the end of the file", what);
  }

  private String quoted(String what) throws DatasetException {
    int first = line;
    StringBuilder quoted = new StringBuilder("\"");
    step();
    while (at < text.length()) {
      char c = text.charAt(at);
      step();
      if (c != '"') {
        quoted.append(c);
      } else if (at < text.length() && text.charAt(at) == '"') {
        quoted.append('"');
        step();
      } else {
        return quoted.toString();
      }
    }
    throw wrong("the quote of line %d does not close".formatted(first), what + " in quotes");
  }

  private void step() {
    if (text.charAt(at) == '\n') {
      line++;
    }
    at++;
  }
}
