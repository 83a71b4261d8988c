package org.macro2micro.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Binds settings strictly, with enum constants written like-this. */
final class SettingsMapper {
  static final ObjectMapper YAML =
      JsonMapper.builder(new YAMLFactory())
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .addModule(new SimpleModule().setDeserializerModifier(new KebabEnums()))
          .build();

  private SettingsMapper() {}

  /** Returns a message with the name of the setting that can't be used, and why. */
  static String message(String under, JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "unknown key \"%s\"; known there: %s"
          .formatted(path(under, unknown), unknown.getKnownPropertyIds());
    }
    if (e instanceof ValueInstantiationException && e.getCause() != null) {
      return path(under, (JsonMappingException) e) + ": " + e.getCause().getMessage();
    }
    if (e instanceof MismatchedInputException wrong && wrong.getTargetType() != null) {
      String expected = expected(wrong.getTargetType());
      if (expected != null) {
        return "%s: found %s, expected %s".formatted(path(under, wrong), found(wrong), expected);
      }
    }
    return e instanceof JsonMappingException mapping
        ? path(under, mapping) + ": " + e.getOriginalMessage()
        : String.valueOf(e.getOriginalMessage());
  }

  /** Returns what stands where the parser stopped. */
  private static String found(MismatchedInputException e) {
    if (e.getProcessor() instanceof JsonParser parser) {
      try {
        return switch (String.valueOf(parser.currentToken())) {
          case "START_ARRAY" -> "a list";
          case "START_OBJECT" -> "keys with values";
          default -> parser.getText();
        };
      } catch (IOException unreadable) {
        return "something else";
      }
    }
    return "something else";
  }

  /** What a setting of this type may be; null for types that explain themselves. */
  private static @Nullable String expected(Class<?> type) {
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(constant -> kebab((Enum<?>) constant))
              .collect(Collectors.joining(", "));
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "a list, such as [1, 2]";
    }
    if (type == boolean.class) {
      return "true or false";
    }
    return type == int.class || type == long.class
        ? "a whole number"
        : type == double.class || type == Double.class ? "a number" : null;
  }

  private static String path(String under, JsonMappingException e) {
    String path =
        e.getPath().stream()
            .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
            .collect(Collectors.joining("."));
    if (path.isEmpty()) {
      return under.isEmpty() ? "the whole" : under;
    }
    return under.isEmpty() ? path : under + "." + path;
  }

  private static final class KebabEnums extends BeanDeserializerModifier {
    private static final long serialVersionUID = 1;

    @Override
    public JsonDeserializer<?> modifyEnumDeserializer(
        DeserializationConfig config,
        JavaType type,
        BeanDescription description,
        JsonDeserializer<?> standard) {
      return new JsonDeserializer<Object>() {
        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
          String word = parser.getText();
          for (Object constant : type.getRawClass().getEnumConstants()) {
            if (kebab((Enum<?>) constant).equals(word)) {
              return constant;
            }
          }
          return context.handleWeirdStringValue(type.getRawClass(), word, "unknown word");
        }
      };
    }
  }

  private static String kebab(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
