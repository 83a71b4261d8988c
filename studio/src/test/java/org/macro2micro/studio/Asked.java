package org.macro2micro.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.macro2micro.base.OwnResource;
import org.macro2micro.studio.web.Server;

/** Asks a service, and holds every answer to the description of the interface. */
public final class Asked {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode DOCUMENT = document();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  private final String base;
  private final Map<String, String> headers;

  Asked(String base, Map<String, String> headers) {
    this.base = base.replaceFirst("/$", "");
    this.headers = headers;
  }

  /** Asks the service at an address, as a program on its machine does. */
  public Asked(String base) {
    this(base, Map.of("X-Requested-With", "macro2micro"));
  }

  /** An answer. */
  public record Answer(int status, HttpResponse<byte[]> response, JsonNode json) {
    public String type() {
      return response.headers().firstValue("Content-Type").orElse("");
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** Returns the last part of the problem's type. */
    public String problem() {
      return json.path("type").asText().replaceFirst(".*:", "");
    }
  }

  /** Returns the description. */
  public static JsonNode document() {
    try {
      return JSON.readTree(OwnResource.bytes(Server.class, "openapi.json"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  public Answer get(String path) {
    return ask("GET", path, new byte[0]);
  }

  public Answer post(String path, byte[] body) {
    return ask("POST", path, body);
  }

  public Answer put(String path, String body) {
    return ask("PUT", path, body.getBytes(StandardCharsets.UTF_8));
  }

  public Answer delete(String path) {
    return ask("DELETE", path, new byte[0]);
  }

  /** Sends a request; the answer is checked. */
  public Answer ask(String method, String path, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(60))
            .method(
                method,
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    try {
      HttpResponse<byte[]> response = sent(request.build());
      String type = response.headers().firstValue("Content-Type").orElse("");
      JsonNode json =
          type.contains("json")
              ? JSON.readTree(response.body())
              : JsonNodeFactory.instance.missingNode();
      check(method, path.replaceFirst("\\?.*", ""), response, type, json);
      return new Answer(response.statusCode(), response, json);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(method + " " + path + ": " + e, e);
    }
  }

  /**
   * Sends once more over another connection: after a request that can't be understood the service
   * ends the connection, which the client may have taken for the next request meanwhile.
   */
  private static HttpResponse<byte[]> sent(HttpRequest request)
      throws IOException, InterruptedException {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException ended) {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  private static void check(
      String method, String path, HttpResponse<byte[]> response, String type, JsonNode json) {
    if (!path.startsWith("/api/") && !path.equals("/metrics")) {
      return;
    }
    int status = response.statusCode();
    JsonNode operation = operation(path).path(method.toLowerCase(Locale.ROOT));
    if (operation.isMissingNode()) {
      if (status != 404
          && status != 405
          && status != 400
          && status != 401
          && status != 403
          && status != 421) {
        throw new AssertionError(method + " " + path + " is not described and answered " + status);
      }
      return;
    }
    JsonNode described = operation.path("responses").path(String.valueOf(status));
    if (described.isMissingNode()) {
      throw new AssertionError(
          "%s %s answered %d, which is not described: %s"
              .formatted(
                  method, path, status, new String(response.body(), StandardCharsets.UTF_8)));
    }
    JsonNode content = described.path("content");
    if (content.isMissingNode()) {
      if (response.body().length > 0) {
        throw new AssertionError(method + " " + path + ": a body is not described");
      }
      return;
    }
    JsonNode schema = content.path(type.replaceFirst(";.*", "")).path("schema");
    if (schema.isMissingNode()) {
      throw new AssertionError(
          method + " " + path + " answered " + type + ", which is not described");
    }
    if (!json.isMissingNode()) {
      Set<ValidationMessage> wrong = validate(schema, json);
      if (!wrong.isEmpty()) {
        throw new AssertionError(method + " " + path + ": " + wrong + " in " + json);
      }
    }
  }

  static Set<ValidationMessage> validate(JsonNode schema, JsonNode json) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", DOCUMENT.path("components"));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(whole)
        .validate(json);
  }

  /** Returns the described path that fits a path; the one with the fewest open names goes first. */
  private static JsonNode operation(String path) {
    JsonNode best = JsonNodeFactory.instance.missingNode();
    int open = Integer.MAX_VALUE;
    for (Iterator<String> names = DOCUMENT.path("paths").fieldNames(); names.hasNext(); ) {
      String name = names.next();
      int here = name.length() - name.replace("{", "").length();
      if (path.matches(name.replaceAll("\\{[^}]*\\}", "[^/]+")) && here < open) {
        best = DOCUMENT.path("paths").path(name);
        open = here;
      }
    }
    return best;
  }
}
