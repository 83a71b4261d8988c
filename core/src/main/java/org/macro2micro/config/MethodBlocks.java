package org.macro2micro.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.macro2micro.method.MethodBlock;
import org.macro2micro.preprocess.Augmentation;
import org.macro2micro.preprocess.PreprocessSettings;

/** The blocks {@code methods.NAME} of an experiment, each with what it takes from the rest. */
final class MethodBlocks {
  /** The key of the blocks at the top of the settings. */
  static final String METHODS = "methods";

  /** What stands in every block: settings of the preparation that differ from those for all. */
  static final String PREPROCESS = "preprocess";

  private static final String AUGMENT = "augment";
  private static final String AUGMENTATION = "augmentation";

  private MethodBlocks() {}

  /**
   * All blocks, by name.
   *
   * @param root the whole tree of settings
   */
  static Map<String, ResolvedBlock> of(ObjectNode root) {
    Map<String, ResolvedBlock> blocks = new LinkedHashMap<>();
    for (var field : root.path(METHODS).properties()) {
      ObjectNode own = ((ObjectNode) field.getValue()).deepCopy();
      ObjectNode preprocess = ((ObjectNode) root.path(PREPROCESS)).deepCopy();
      JsonNode differing = own.remove(PREPROCESS);
      if (differing instanceof ObjectNode node) {
        preprocess.setAll(node);
      }
      JsonNode augment = own.remove(AUGMENT);
      ObjectNode resolved = root.objectNode();
      resolved.set(PREPROCESS, preprocess);
      if (augment != null && augment.asBoolean()) {
        resolved.set(AUGMENTATION, root.path(AUGMENTATION));
      }
      resolved.setAll(own);
      blocks.put(field.getKey(), new ResolvedBlock(field.getKey(), resolved, own));
    }
    return blocks;
  }

  /** Takes blocks that were resolved before the rest of the settings is bound. */
  static final class AsTheyAre extends JsonDeserializer<Map<String, ? extends MethodBlock>> {
    @Override
    @SuppressWarnings("unchecked") // put there by ExperimentFile alone
    public Map<String, ? extends MethodBlock> deserialize(
        JsonParser parser, DeserializationContext context) throws IOException {
      return (Map<String, ResolvedBlock>) parser.getEmbeddedObject();
    }
  }

  /**
   * A block of the settings.
   *
   * @param name of the method
   * @param resolved everything that the method's results depend on: its preparation in full, the
   *     augmentation if it takes one, and its own settings
   * @param own its own settings
   */
  record ResolvedBlock(String name, ObjectNode resolved, ObjectNode own) implements MethodBlock {
    @Override
    public <T extends Record> T as(Class<T> type) {
      return bind(name, own, type);
    }

    @Override
    public PreprocessSettings preprocess() {
      return bind(name + "." + PREPROCESS, resolved.path(PREPROCESS), PreprocessSettings.class);
    }

    @Override
    public Augmentation augmentation() {
      return resolved.has(AUGMENTATION)
          ? bind(AUGMENTATION, resolved.path(AUGMENTATION), Augmentation.class)
          : Augmentation.none();
    }

    @Override
    public String key(Set<String> files) {
      ObjectNode counted = resolved.deepCopy();
      for (String file : files) {
        String pointer = "/" + file.replace('.', '/');
        if (counted.at(pointer.substring(0, pointer.lastIndexOf('/'))) instanceof ObjectNode node) {
          node.remove(pointer.substring(pointer.lastIndexOf('/') + 1));
        }
      }
      return counted.toString();
    }

    private static <T> T bind(String path, JsonNode tree, Class<T> type) {
      try {
        return SettingsMapper.YAML.treeToValue(tree, type);
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException(SettingsMapper.message(METHODS + "." + path, e), e);
      }
    }
  }
}
