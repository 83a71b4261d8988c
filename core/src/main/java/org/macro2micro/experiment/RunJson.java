package org.macro2micro.experiment;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macro2micro.base.Sha256;
import org.macro2micro.base.WholeFile;
import org.macro2micro.train.Phase;

/**
 * How a run directory's values become JSON and back: strict in reading, one value or one a line.
 */
final class RunJson {
  private static final ObjectMapper JSON = mapper();

  private RunJson() {}

  /** Writes and reads a value by its word. */
  private interface AsWord {
    @JsonValue
    String word();
  }

  static JsonNode tree(Object value) {
    return JSON.valueToTree(value);
  }

  static JsonNode parse(byte[] bytes) throws IOException {
    return JSON.readTree(bytes);
  }

  static <T> T value(JsonNode tree, Class<T> type) throws IOException {
    return JSON.treeToValue(tree, type);
  }

  static String digest(JsonNode body) throws JsonProcessingException {
    return Sha256.hex(JSON.writeValueAsBytes(body));
  }

  static byte[] pretty(Object value) throws JsonProcessingException {
    String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    return (text + "\n").getBytes(StandardCharsets.UTF_8);
  }

  static <T> Optional<T> read(Path file, TypeReference<T> type) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(file), type));
    } catch (IOException e) {
      throw damaged(file, e);
    }
  }

  static void writeLines(Path file, List<?> values) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Object value : values) {
      text.append(JSON.writeValueAsString(value)).append('\n');
    }
    WholeFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  static <T> List<T> readLines(Path file, Class<T> type) throws IOException {
    List<T> values = new ArrayList<>();
    if (!Files.exists(file)) {
      return values;
    }
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        values.add(JSON.readValue(line, type));
      }
    } catch (IOException e) {
      throw damaged(file.resolveSibling(file.getFileName() + ":" + (values.size() + 1)), e);
    }
    return values;
  }

  private static IOException damaged(Path file, IOException cause) {
    return new IOException(
        "cannot read %s: it is not what a run writes there (%s); let the run go on to write it again"
            .formatted(file, words(cause)),
        cause);
  }

  /** The parser's own words speak of Java's classes; the place is what helps. */
  private static String words(IOException cause) {
    if (cause instanceof JsonProcessingException bad) {
      if (bad.getCause() instanceof IllegalArgumentException refused) {
        return String.valueOf(refused.getMessage());
      }
      JsonLocation at = bad.getLocation();
      return at == null
          ? "a key or value is not as expected"
          : "wrong from line %d, column %d on".formatted(at.getLineNr(), at.getColumnNr());
    }
    return String.valueOf(cause.getMessage());
  }

  private static ObjectMapper mapper() {
    SimpleModule instants = new SimpleModule();
    instants.addSerializer(Instant.class, ToStringSerializer.instance);
    instants.addDeserializer(
        Instant.class,
        new FromStringDeserializer<Instant>(Instant.class) {
          @Override
          protected Instant _deserialize(String text, DeserializationContext context) {
            return Instant.parse(text);
          }
        });
    return JsonMapper.builder()
        .addModule(instants)
        .addMixIn(Phase.class, AsWord.class)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }
}
