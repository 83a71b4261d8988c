package org.macro2micro.studio.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** Reads the bodies of requests and writes those of answers. */
final class Answers {
  private static final String PROBLEM = "application/problem+json";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  private static final String EXPECTED =
      "The body is not the JSON that /api/v1/openapi.json describes; a member is missing, unknown or of another type.";

  private Answers() {}

  /** Answers with a value as JSON. */
  static void json(Context context, int status, Object value) {
    context.status(status).contentType("application/json").result(bytes(value));
  }

  static void bytes(Context context, String type, byte[] bytes) {
    context.status(200).contentType(type).result(bytes);
  }

  static void problem(Context context, Problem problem, Map<String, String> headers) {
    headers.forEach(context::header);
    context.status(problem.status()).contentType(PROBLEM).result(bytes(problem.at(context.path())));
  }

  private static byte[] bytes(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a value of the service can't be written as JSON", e);
    }
  }

  /**
   * Reads the body of a request.
   *
   * @param most bytes; a larger body is refused
   */
  static byte[] body(Context context, int most) {
    try (InputStream in = new PacedBody(context.bodyInputStream())) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw ProblemException.of(
            413,
            "too-large",
            "The upload is too large",
            "It has more than %d bytes, which is the most that is taken here.".formatted(most));
      }
      return bytes;
    } catch (IOException e) {
      throw ProblemException.badRequest("The body ended early; send it again.");
    }
  }

  /** Reads a body as a value. */
  static <T> T read(Context context, int most, Class<T> type) {
    try {
      T value = JSON.readValue(body(context, most), type);
      if (value == null) {
        throw ProblemException.badRequest("The body is null; expected an object.");
      }
      return value;
    } catch (ValueInstantiationException e) {
      // The constructors of values say what is wrong with them.
      if (e.getCause() instanceof IllegalArgumentException wrong) {
        throw ProblemException.unusable(wrong.getMessage() + ".");
      }
      throw ProblemException.badRequest(EXPECTED);
    } catch (JsonMappingException e) {
      throw ProblemException.badRequest(EXPECTED);
    } catch (JsonProcessingException e) {
      throw ProblemException.badRequest(
          "The body is not JSON: %s.".formatted(e.getOriginalMessage()));
    } catch (IOException e) {
      throw ProblemException.badRequest("The body can't be read; send it again.");
    }
  }
}
