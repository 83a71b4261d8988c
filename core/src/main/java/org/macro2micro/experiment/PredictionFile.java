package org.macro2micro.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.macro2micro.base.TextFile;
import org.macro2micro.clip.ClipId;

/**
 * Reads {@code predictions.jsonl} of this or another program: one JSON object on each line, with
 * the keys row, clip, truth and predicted. Probabilities may be missing or be no numbers; other
 * keys, blank lines and a byte order mark are passed over.
 */
final class PredictionFile {
  private static final int MOST_MEGABYTES = 500;
  private static final String EXPECTED =
      "expected one JSON object, {\"row\": ..., \"clip\": ..., \"truth\": ..., \"predicted\": ...}";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private PredictionFile() {}

  /**
   * Reads a file.
   *
   * @return in the file's order; none if there is no file
   * @throws IOException if it can't be read or a line is not a prediction; the message names the
   *     line
   */
  static List<PredictedClip> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    List<String> lines;
    try {
      lines = TextFile.of(file, MOST_MEGABYTES).text().lines().toList();
    } catch (IOException e) {
      throw new IOException("cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
    List<PredictedClip> clips = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty()) {
        try {
          clips.add(prediction(object(line)));
        } catch (IllegalArgumentException e) {
          throw new IOException("cannot read %s:%d: %s".formatted(file, i + 1, e.getMessage()), e);
        }
      }
    }
    return clips;
  }

  private static JsonNode object(String line) {
    if (line.startsWith("[")) {
      throw new IllegalArgumentException(
          "the line begins a JSON array; " + EXPECTED + ", on each line, without [ and ]");
    }
    JsonNode tree;
    try {
      tree = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("found %s; %s".formatted(quoted(line), EXPECTED), e);
    }
    if (!tree.isObject()) {
      throw new IllegalArgumentException("found %s; %s".formatted(quoted(line), EXPECTED));
    }
    return tree;
  }

  private static PredictedClip prediction(JsonNode line) {
    return new PredictedClip(
        Row.parse(text(line, "row")),
        ClipId.parse(text(line, "clip")),
        text(line, "truth"),
        text(line, "predicted"),
        probabilities(line.path("probabilities")));
  }

  private static String text(JsonNode line, String key) {
    JsonNode value = line.path(key);
    String text = "";
    if (value.isNumber()) {
      // Programs that keep classes as numbers write 1 here and 1.0 there.
      double number = value.asDouble();
      text =
          Double.isFinite(number)
              ? new BigDecimal(value.asText()).stripTrailingZeros().toPlainString()
              : "";
    } else if (value.isTextual() || value.isBoolean()) {
      text = value.asText().strip();
    }
    if (text.isEmpty()) {
      List<String> keys = new ArrayList<>();
      line.fieldNames().forEachRemaining(keys::add);
      String found =
          value.isMissingNode()
              ? "there is no \"%s\" among its keys, %s".formatted(key, keys)
              : "\"%s\" is %s".formatted(key, quoted(value.toString()));
      throw new IllegalArgumentException(found + "; expected a text under \"" + key + "\"");
    }
    return text;
  }

  private static List<Double> probabilities(JsonNode values) {
    List<Double> probabilities = new ArrayList<>();
    if (values.isMissingNode() || values.isNull()) {
      return probabilities;
    }
    boolean numbers = values.isArray();
    for (JsonNode value : values) {
      numbers = numbers && (value.isNumber() || value.isNull() || isNotANumber(value));
      probabilities.add(value.isNumber() ? value.asDouble() : Double.NaN);
    }
    if (!numbers) {
      throw new IllegalArgumentException(
          "\"probabilities\" is %s; expected a list of numbers, one for each class, or none at all"
              .formatted(quoted(values.toString())));
    }
    return probabilities;
  }

  private static boolean isNotANumber(JsonNode value) {
    return value.isTextual() && value.asText().strip().matches("(?i)|na|nan|none|null");
  }

  private static String quoted(String text) {
    int most = 60;
    return text.length() > most ? text.substring(0, most) + " ..." : text;
  }
}
