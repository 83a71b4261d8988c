package org.macro2micro.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.macro2micro.base.OwnResource;

/**
 * Settings before they are bound: defaults, overlaid by an experiment's file, overlaid by single
 * key=value pairs. Only keys that defaults.yaml has are accepted, so a slip of the pen is an error.
 */
final class SettingsTree {
  private static final String DEFAULTS = "defaults.yaml";
  private static final Pattern OWN_PREPARATION = Pattern.compile("methods\\.[^.]+\\.preprocess\\.");

  private final ObjectNode root;

  private SettingsTree(ObjectNode root) {
    this.root = root;
  }

  /** Returns the settings of defaults.yaml. */
  static SettingsTree defaults() {
    return new SettingsTree(Defaults.ROOT.deepCopy());
  }

  /** Read once for all, since the settings of every experiment start from them. */
  private static final class Defaults {
    private static final ObjectNode ROOT = read();

    private static ObjectNode read() {
      try {
        byte[] yaml = OwnResource.bytes(SettingsTree.class, DEFAULTS);
        return (ObjectNode) SettingsMapper.YAML.readTree(yaml);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the built-in " + DEFAULTS, e);
      }
    }
  }

  /** Overlays an experiment's file. */
  void overlay(Path file) throws SettingsException {
    try {
      overlay(file.toString(), text(file));
    } catch (NoSuchFileException e) {
      throw new SettingsException(
          "experiment %s: no such file; name a YAML file, such as examples/casme2-ckplus.yaml"
              .formatted(file),
          e);
    } catch (CharacterCodingException e) {
      throw new SettingsException(
          "experiment %s: it is not a text in UTF-8; expected a YAML file, such as examples/casme2-ckplus.yaml"
              .formatted(file),
          e);
    } catch (IOException e) {
      if (Files.isDirectory(file)) {
        throw new SettingsException(
            "experiment %s: it is a folder; name a YAML file, such as examples/casme2-ckplus.yaml"
                .formatted(file),
            e);
      }
      throw new SettingsException("experiment %s: can't be read (%s)".formatted(file, e), e);
    }
  }

  /** Editors on Windows put a mark before the text, by which it may also be of 16 bits. */
  private static String text(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    boolean wide =
        bytes.length >= 2
            && ((bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe)
                || (bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff));
    Charset charset = wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Overlays YAML text that comes from {@code source}. */
  void overlay(String source, String yaml) throws SettingsException {
    JsonNode tree;
    try {
      tree = SettingsMapper.YAML.readTree(yaml);
    } catch (JsonProcessingException e) {
      throw new SettingsException(
          "experiment %s: not valid YAML: %s".formatted(source, e.getOriginalMessage()), e);
    }
    if (tree.isMissingNode() || tree.isNull()) {
      return;
    }
    if (!(tree instanceof ObjectNode overlay)) {
      throw new SettingsException(
          "experiment %s: expected keys with values at the top, found %s"
              .formatted(source, tree.getNodeType()));
    }
    merge(source, "", root, overlay);
  }

  /** Overlays one "key.of.several=value"; the value is read as YAML. */
  void set(String assignment) throws SettingsException {
    int equals = assignment.indexOf('=');
    if (equals < 1) {
      throw new SettingsException(
          "--set %s: expected key=value, such as --set seed=2".formatted(assignment));
    }
    String[] keys = assignment.substring(0, equals).strip().split("\\.", -1);
    JsonNode value;
    try {
      value = SettingsMapper.YAML.readTree(assignment.substring(equals + 1));
    } catch (JsonProcessingException e) {
      throw new SettingsException(
          "--set %s: the value is not valid YAML: %s".formatted(assignment, e.getOriginalMessage()),
          e);
    }
    if (value.isMissingNode()) {
      value = SettingsMapper.YAML.getNodeFactory().nullNode();
    }
    for (int i = keys.length - 1; i >= 0; i--) {
      ObjectNode parent = SettingsMapper.YAML.createObjectNode();
      parent.set(keys[i], value);
      value = parent;
    }
    merge("--set " + assignment, "", root, (ObjectNode) value);
  }

  /**
   * Returns the whole tree.
   *
   * @throws SettingsException if a setting has no value that defaults.yaml gives one
   */
  ObjectNode root() throws SettingsException {
    requireValues("", defaults().root, root);
    return root;
  }

  private static void requireValues(String prefix, ObjectNode defaults, ObjectNode found)
      throws SettingsException {
    for (var field : defaults.properties()) {
      JsonNode value = found.path(field.getKey());
      if (value.isNull() && !field.getValue().isNull()) {
        throw new SettingsException(
            "settings: \"%s%s\" has no value; give it one or leave it out (default: %s)"
                .formatted(prefix, field.getKey(), field.getValue()));
      }
      for (JsonNode element : value.isArray() ? value : List.<JsonNode>of()) {
        if (element.isNull()) {
          throw new SettingsException(
              "settings: \"%s%s\": found %s, expected a list without gaps (default: %s)"
                  .formatted(prefix, field.getKey(), value, field.getValue()));
        }
      }
      if (field.getValue() instanceof ObjectNode inner && value instanceof ObjectNode under) {
        requireValues(prefix + field.getKey() + ".", inner, under);
      }
    }
  }

  private void merge(String source, String prefix, ObjectNode under, ObjectNode over)
      throws SettingsException {
    for (var field : over.properties()) {
      String key = field.getKey();
      JsonNode value = field.getValue();
      @Nullable JsonNode known = known(prefix, key, under);
      if (known == null) {
        throw unknown(source, prefix, key, value, under);
      }
      if (known instanceof ObjectNode inner && value instanceof ObjectNode overlay) {
        merge(source, prefix + key + ".", inner, overlay);
      } else if (known.isObject() && !value.isNull()) {
        throw new SettingsException(
            "%s: \"%s%s\" holds several settings (%s), not one value"
                .formatted(source, prefix, key, known));
      } else {
        under.set(key, value);
      }
    }
  }

  /**
   * What a key overlays; a method's own preparation may name any setting of the preparation for
   * all, whether it differs by default or not.
   */
  private @Nullable JsonNode known(String prefix, String key, ObjectNode under) {
    JsonNode own = under.get(key);
    return own == null && OWN_PREPARATION.matcher(prefix).matches()
        ? root.path(MethodBlocks.PREPROCESS).get(key)
        : own;
  }

  private static SettingsException unknown(
      String source, String prefix, String key, JsonNode value, ObjectNode under) {
    String path = prefix + key;
    JsonNode deepest = value;
    while (deepest.size() == 1 && deepest.isObject()) {
      path += "." + deepest.fieldNames().next();
      deepest = deepest.elements().next();
    }
    Optional<String> now = MovedSettings.now(path);
    if (now.isPresent()) {
      return new SettingsException(
          "%s: the setting \"%s\" is now called \"%s\"".formatted(source, path, now.get()));
    }
    List<String> names = new ArrayList<>();
    under.fieldNames().forEachRemaining(names::add);
    return new SettingsException(
        "%s: unknown key \"%s%s\"; known %s: %s"
            .formatted(
                source,
                prefix,
                key,
                prefix.isEmpty() ? "keys" : "keys under " + prefix,
                String.join(", ", names)));
  }
}
