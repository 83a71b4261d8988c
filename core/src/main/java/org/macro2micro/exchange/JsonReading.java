package org.macro2micro.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalDouble;
import org.macro2micro.dataset.DatasetException;

/** Reads JSON files, whose content says which tool wrote them. */
final class JsonReading {
  private JsonReading() {}

  static void read(Source source, Reading reading) throws DatasetException {
    JsonNode root = JsonText.read(source);
    if (root.path("observations").isObject()) {
      new BorisReader(source, reading).read(root);
    } else if (LabelStudioReader.knows(root)) {
      new LabelStudioReader(source, reading).read(root);
    } else {
      throw AnnotationFile.unknown(source, "this JSON is not of a tool that is known");
    }
  }

  /** Returns a number, or a text that is one; empty for anything else. */
  static OptionalDouble number(JsonNode node) {
    if (node.isNumber()) {
      double value = node.doubleValue();
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
    return node.isTextual() ? DecimalText.read(node.textValue()) : OptionalDouble.empty();
  }
}
