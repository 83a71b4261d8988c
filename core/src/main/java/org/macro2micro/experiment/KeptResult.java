package org.macro2micro.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.macro2micro.base.WholeFile;

/**
 * A result kept in a file under a digest of all that it depends on. A file that is missing, damaged
 * or of another digest does not count.
 */
final class KeptResult {
  private KeptResult() {}

  static void keep(Path file, Object value, String key) throws IOException {
    JsonNode body = RunJson.tree(value);
    Map<String, Object> kept = new LinkedHashMap<>();
    kept.put("key", key);
    kept.put("sha256", RunJson.digest(body));
    kept.put("result", body);
    WholeFile.write(file, RunJson.pretty(kept));
  }

  static <T> Optional<T> find(Path file, Class<T> type, String key) throws IOException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new IOException(
          "cannot read %s (%s): make it readable, or delete it to have its work done again"
              .formatted(file, e),
          e);
    }
    try {
      JsonNode tree = RunJson.parse(bytes);
      JsonNode body = tree.path("result");
      if (!tree.path("key").asText().equals(key)
          || !tree.path("sha256").asText().equals(RunJson.digest(body))) {
        return Optional.empty();
      }
      return Optional.of(RunJson.value(body, type));
    } catch (IOException damaged) {
      return Optional.empty();
    }
  }

  /**
   * Letters, digits, plus and minus stay; all else is written as % and its UTF-8 in hexadecimal.
   */
  static String fileName(String name) {
    StringBuilder safe = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (plain || c == '+' || c == '-') {
        safe.append(c);
      } else {
        safe.append('%').append(HexFormat.of().toHexDigits((byte) c));
      }
    }
    return safe.toString();
  }
}
