package org.macro2micro.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import org.macro2micro.dataset.DatasetException;

/** JSON as indented text, and back. */
final class JsonText {
  /** The reader bounds how deep values lie in one another, which is 1000. */
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JsonText() {}

  /** Returns the text with a line break at its end, the same on every system. */
  static String of(JsonNode tree) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(lines);
    printer.indentArraysWith(lines);
    try {
      return JSON.writer(printer).writeValueAsString(tree) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("export: JSON to memory", e);
    }
  }

  /**
   * Reads one value.
   *
   * @throws DatasetException if the text is not one JSON value, or lies too deep
   */
  static JsonNode read(Source source) throws DatasetException {
    try {
      return JSON.readTree(source.text());
    } catch (JsonProcessingException e) {
      String place =
          e.getLocation() == null
              ? ""
              : " at line %d, column %d"
                  .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
      throw source.wrong(
          "the JSON breaks off or is wrong" + place,
          "one whole JSON value, as BORIS or Label Studio writes it",
          "Save or export it again.",
          e);
    }
  }

  /** Returns seconds as a number of whole milliseconds. */
  static double seconds(double seconds) {
    return MillisecondSpan.milliseconds(seconds) / MillisecondSpan.PER_SECOND;
  }
}
